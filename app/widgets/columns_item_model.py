"""An item model of rows of one kind, in columns that each say something of a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt

from app.widgets.table_item_model import SAID, Head, Index, TableItemModel

Row = TypeVar("Row")


class ColumnsRole(IntEnum):
    """What delegates and views ask for."""

    ROW = Qt.ItemDataRole.UserRole + 1  # what a cell speaks of


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its head, and what it says of a row."""

    title: str
    say: Callable[[Row], str]
    meaning: str = ""  # of the head, as its tooltip
    tell: Callable[[Row], str] | None = None  # the tooltip of a cell, where it is another
    is_number: bool = False


class ColumnsItemModel(TableItemModel, Generic[Row]):
    """Holds rows and says what its columns say of them.

    Args:
        columns: from the left.
        parent: of the model.
    """

    roles = SAID | {int(ColumnsRole.ROW)}

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__([Head(column.title, column.is_number) for column in columns], parent)
        self._columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def row(self, place: int) -> Row:
        """Return what a row speaks of."""
        return self._rows[place]

    def row_total(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role."""
        if not self.may_answer(index, role):
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.say(row)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return (column.tell or column.say)(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        return row if role == ColumnsRole.ROW else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name the columns, and say what they mean."""
        if self.is_head(section, orientation) and role == Qt.ItemDataRole.ToolTipRole:
            return self._columns[section].meaning
        return super().headerData(section, orientation, role)
