"""The item model of the log: the latest line first, those alone that hold what is looked for."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt

from app.casebook.log_lines import LogLine
from app.translate import tr
from app.widgets.table_item_model import Head, Index, TableItemModel


class LogItemModel(TableItemModel):
    """Holds every line that was read; of a hundred thousand the views ask for those on the screen alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        heads = (Head(tr("Line"), is_number=True), *map(Head, (tr("When (UTC)"), tr("Who"), tr("What"), tr("Of what"))))
        super().__init__(heads, parent)
        self._lines: list[LogLine] = []
        self._shown: list[LogLine] = []  # the first first, as they are read
        self._words = ""

    @property
    def last_number(self) -> int:
        """Return the number of the last line that was read, 0 before the first."""
        return self._lines[-1].number if self._lines else 0

    @property
    def all_lines(self) -> int:
        """Return how many lines were read, shown or not."""
        return len(self._lines)

    def add(self, lines: Sequence[LogLine]) -> None:
        """Take lines that follow on those that are there."""
        new = [line for line in lines if line.number > self.last_number]
        self._lines += new
        shown = [line for line in new if line.holds(self._words)]
        if shown:
            self.beginInsertRows(QModelIndex(), 0, len(shown) - 1)  # the latest stand on top
            self._shown += shown
            self.endInsertRows()

    def look_for(self, words: str) -> None:
        """Show the lines alone that hold these words."""
        self.beginResetModel()
        self._words = words.strip().lower()
        self._shown = [line for line in self._lines if line.holds(self._words)]
        self.endResetModel()

    def line(self, row: int) -> LogLine:
        """Return the line of a row."""
        return self._shown[-1 - row]

    def row_total(self) -> int:
        """Return the number of lines shown."""
        return len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role."""
        if not self.may_answer(index, role):
            return None
        line = self.line(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return (str(line.number), line.at, line.who, line.action_words, line.told)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.told if index.column() == self.columnCount() - 1 else line.hash
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        return None
