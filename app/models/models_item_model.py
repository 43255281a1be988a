"""The models on this machine as a list: name and state of each."""

from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.models.listed_model import ListedModel, ModelsSeen
from app.models.model_words import say_state

Index = QModelIndex | QPersistentModelIndex


class ModelsRole(IntEnum):
    """What can be asked of a row beside its name."""

    STATE = Qt.ItemDataRole.UserRole + 1  # in words
    IS_ACTIVE = Qt.ItemDataRole.UserRole + 2  # whether the open case is searched with it
    IS_BROKEN = Qt.ItemDataRole.UserRole + 3


class ModelsItemModel(QAbstractListModel):
    """Holds what was seen last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seen = ModelsSeen(models=())

    def show_seen(self, seen: ModelsSeen) -> None:
        """Show these models instead."""
        self.beginResetModel()
        self.seen = seen
        self.endResetModel()

    def model(self, row: int) -> ListedModel | None:
        """Return the model of a row, None where there is no such row."""
        return self.seen.models[row] if 0 <= row < len(self.seen.models) else None

    def row_of(self, name: str) -> int:
        """Return the row of a model, -1 where it is not listed."""
        return next((row for row, model in enumerate(self.seen.models) if model.name == name), -1)

    def active_row(self) -> int:
        """Return the row of the model that the open case is searched with; the first where none is."""
        return next((row for row, model in enumerate(self.seen.models) if self.seen.is_active(model)), 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of models."""
        return 0 if parent is not None and parent.isValid() else len(self.seen.models)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role."""
        model = self.model(index.row()) if index.isValid() else None
        if model is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return model.name
        if role == ModelsRole.STATE:
            return say_state(model, self.seen)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{model.name}: {say_state(model, self.seen)}"
        if role == ModelsRole.IS_ACTIVE:
            return self.seen.is_active(model)
        if role == ModelsRole.IS_BROKEN:
            return model.card is None and (model.is_here or bool(self.data(index, ModelsRole.IS_ACTIVE)))
        return None
