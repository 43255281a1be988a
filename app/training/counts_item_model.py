"""The item model of the audit: a row for each labelled attribute, with its counts."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from app.training.audited import AttributeCounts
from app.translate import say_number, tr
from app.widgets.columns_item_model import Column, ColumnsItemModel
from app.widgets.table_item_model import Index

BAR_COLUMN = 2


class CountsItemModel(ColumnsItemModel[AttributeCounts]):
    """Holds the counts of the data that was looked into last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(), parent)
        self.largest = 0  # the most pictures to learn from that any attribute is labelled in

    def show(self, rows: Sequence[AttributeCounts]) -> None:
        """Show these counts."""
        self.largest = max((row.yes + row.no for row in rows), default=0)
        super().show(rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role; the bars are painted where there would be words."""
        if index.column() == BAR_COLUMN and role == Qt.ItemDataRole.DisplayRole:
            return "" if self.checkIndex(index, self.CheckIndexOption.IndexIsValid) else None
        return super().data(index, role)


def _columns() -> tuple[Column[AttributeCounts], ...]:
    return (
        Column(tr("Attribute"), lambda row: row.label),
        Column(tr("Group"), lambda row: row.group),
        Column(
            tr("To learn from"),
            lambda row: tr("{yes} have it, {no} lack it").format(yes=say_number(row.yes), no=say_number(row.no)),
            tr("Pictures that have the attribute, in colour, and that lack it"),
        ),
        Column(
            tr("Have it"),
            lambda row: say_number(row.yes),
            tr("Pictures to learn from that have the attribute"),
            is_number=True,
        ),
        Column(
            tr("Lack it"),
            lambda row: say_number(row.no),
            tr("Pictures to learn from that lack the attribute"),
            is_number=True,
        ),
        Column(
            tr("Held out"),
            lambda row: f"{say_number(row.held_yes)} / {say_number(row.held_no)}",
            tr("Pictures that are not learned from: the models are chosen and compared on them (have it / lack it)"),
            is_number=True,
        ),
        Column(
            tr("Still to label"),
            _say_more,
            tr("So that 30 pictures have the attribute and 30 lack it, in all"),
        ),
    )


def _say_more(row: AttributeCounts) -> str:
    parts = []
    if row.more_yes:
        parts.append(tr("{n} that have it").format(n=say_number(row.more_yes)))
    if row.more_no:
        parts.append(tr("{n} that lack it").format(n=say_number(row.more_no)))
    return ", ".join(parts) if parts else tr("enough")
