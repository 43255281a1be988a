"""The item model of the audit: a row for each labelled attribute, with its counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from app.training.audited import AttributeCounts
from app.translate import say_number, tr
from app.widgets.table_item_model import Head, Index, TableItemModel

BAR_COLUMN = 2


class CountsRole(IntEnum):
    """What the bars' delegate asks for."""

    COUNTS = Qt.ItemDataRole.UserRole + 1  # AttributeCounts


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, what it means, and what it says of an attribute."""

    title: str
    meaning: str
    say: Callable[[AttributeCounts], str]
    is_number: bool = True


class CountsItemModel(TableItemModel):
    """Holds the counts of the data that was looked into last."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._rows: tuple[AttributeCounts, ...] = ()
        self.largest = 0  # the most pictures to learn from that any attribute is labelled in
        self._columns = _columns()
        super().__init__([Head(column.title, column.is_number) for column in self._columns], parent)

    def show(self, rows: Sequence[AttributeCounts]) -> None:
        """Show these counts."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.largest = max((row.yes + row.no for row in rows), default=0)
        self.endResetModel()

    def row_total(self) -> int:
        """Return the number of attributes."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if index.column() == BAR_COLUMN else column.say(row)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.say(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        return row if role == CountsRole.COUNTS else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name the columns, and say what they mean."""
        if self.is_head(section, orientation) and role == Qt.ItemDataRole.ToolTipRole:
            return self._columns[section].meaning
        return super().headerData(section, orientation, role)


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Attribute"), "", lambda row: row.label, is_number=False),
        Column(tr("Group"), "", lambda row: row.group, is_number=False),
        Column(
            tr("To learn from"),
            tr("Pictures that have the attribute, in colour, and that lack it"),
            lambda row: tr("{yes} have it, {no} lack it").format(yes=say_number(row.yes), no=say_number(row.no)),
            is_number=False,
        ),
        Column(tr("Have it"), tr("Pictures to learn from that have the attribute"), lambda row: say_number(row.yes)),
        Column(tr("Lack it"), tr("Pictures to learn from that lack the attribute"), lambda row: say_number(row.no)),
        Column(
            tr("Held out"),
            tr("Pictures that are not learned from: the models are chosen and compared on them (have it / lack it)"),
            lambda row: f"{say_number(row.held_yes)} / {say_number(row.held_no)}",
        ),
        Column(
            tr("Still to label"),
            tr("So that 30 pictures have the attribute and 30 lack it, in all"),
            _say_more,
            is_number=False,
        ),
    )


def _say_more(row: AttributeCounts) -> str:
    parts = []
    if row.more_yes:
        parts.append(tr("{n} that have it").format(n=say_number(row.more_yes)))
    if row.more_no:
        parts.append(tr("{n} that lack it").format(n=say_number(row.more_no)))
    return ", ".join(parts) if parts else tr("enough")
