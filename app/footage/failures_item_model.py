"""The item model of the failures: which input could not be used, and why."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from app.engine_words import say_in_language
from app.translate import tr
from app.widgets.table_item_model import Head, Index, TableItemModel
from engine.gallery.records import FailureRecord


class FailuresItemModel(TableItemModel):
    """Holds the inputs that could not be used."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__([Head(tr("File")), Head(tr("Why it could not be used"))], parent)
        self._failures: tuple[FailureRecord, ...] = ()

    def show(self, failures: Sequence[FailureRecord]) -> None:
        """Show these failures."""
        if tuple(failures) != self._failures:
            self.beginResetModel()
            self._failures = tuple(failures)
            self.endResetModel()

    def row_total(self) -> int:
        """Return the number of failures."""
        return len(self._failures)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role."""
        if not self.may_answer(index, role):
            return None
        failure = self._failures[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return failure.path.name if index.column() == 0 else say_in_language(failure.reason)
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(failure.path) if index.column() == 0 else say_in_language(failure.reason)
        return None
