"""The item model of a comparison: a row for each figure or attribute, old and new beside each other."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from app.theme.theme import Theme
from app.training.compared import ComparedRow
from app.translate import tr
from app.widgets.table_item_model import SAID, Head, Index, TableItemModel

COUNTS_COLUMN, CHANGE_COLUMN = 1, 4
TRENDS = {1: "agrees", -1: "contradicts"}


class ComparedItemModel(TableItemModel):
    """Holds rows; a change that is clear is marked with an arrow and a colour."""

    roles = SAID | {int(Qt.ItemDataRole.ForegroundRole)}

    def __init__(self, theme: Theme, what: str, parent: QObject | None = None) -> None:
        super().__init__(
            [
                Head(what),
                Head(tr("Have / lack it"), is_number=True),
                Head(tr("Old"), is_number=True),
                Head(tr("New"), is_number=True),
                Head(tr("Change (95 % interval)"), is_number=True),
            ],
            parent,
        )
        self._theme = theme
        self._rows: tuple[ComparedRow, ...] = ()

    def show(self, rows: Sequence[ComparedRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_total(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role."""
        if not self.may_answer(index, role):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            arrow = {1: "↑ ", -1: "↓ "}.get(row.trend, "") if index.column() == CHANGE_COLUMN else ""
            return arrow + (row.name, row.counts, row.old, row.new, row.change)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == CHANGE_COLUMN and row.trend in TRENDS:
            return QColor(self._theme.colour(TRENDS[row.trend]))
        return None
