"""What the item models of plain tables have in common: rows without children, and a head for each column."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


SAID = frozenset(  # by number, as views ask
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.TextAlignmentRole,
    )
)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column; numbers stand on the right."""

    title: str
    is_number: bool = False


class TableItemModel(QAbstractTableModel):
    """A table whose heads never change.

    Args:
        heads: of the columns.
        parent: of the model.

    Attributes:
        roles: that `data` may answer; of each cell that is painted views ask for many others too.
    """

    roles: frozenset[int] = SAID

    def __init__(self, heads: Sequence[Head], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)

    def row_total(self) -> int:
        """Return the number of rows."""
        raise NotImplementedError

    def may_answer(self, index: Index, role: int) -> bool:
        """Return whether `data` has something to say: a role that it knows, of a cell that is there."""
        return role in self.roles and self.checkIndex(index, self.CheckIndexOption.IndexIsValid)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else self.row_total()

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name the columns."""
        if not self.is_head(section, orientation):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(section)
        return None

    def is_head(self, section: int, orientation: Qt.Orientation) -> bool:
        """Return whether this is the head of a column."""
        return orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._heads)

    def alignment(self, column: int) -> int:
        """Return how a column's cells and its head are aligned."""
        side = Qt.AlignmentFlag.AlignRight if self._heads[column].is_number else Qt.AlignmentFlag.AlignLeft
        return int((side | Qt.AlignmentFlag.AlignVCenter).value)
