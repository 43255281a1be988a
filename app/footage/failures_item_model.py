"""The item model of the failures: which input could not be used, and why."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.engine_words import say_in_language
from app.translate import tr
from engine.gallery.records import FailureRecord

Index = QModelIndex | QPersistentModelIndex


class FailuresItemModel(QAbstractTableModel):
    """Holds the inputs that could not be used."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._failures: tuple[FailureRecord, ...] = ()
        self._titles = (tr("File"), tr("Why it could not be used"))

    def show(self, failures: Sequence[FailureRecord]) -> None:
        """Show these failures."""
        if tuple(failures) != self._failures:
            self.beginResetModel()
            self._failures = tuple(failures)
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of failures."""
        return 0 if parent is not None and parent.isValid() else len(self._failures)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return two: file and reason."""
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        failure = self._failures[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return failure.path.name if index.column() == 0 else say_in_language(failure.reason)
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(failure.path) if index.column() == 0 else say_in_language(failure.reason)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
        return None
