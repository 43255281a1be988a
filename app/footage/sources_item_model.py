"""The item model of the sources: a row for each, what it is and what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from app.case.records import SourceFacts
from app.translate import say_number, tr
from app.widgets.table_item_model import Head, Index, TableItemModel
from engine.gallery.records import SourceKind


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, and what it says of a source."""

    title: str
    say: Callable[[SourceFacts], str]
    is_number: bool = False


class SourcesItemModel(TableItemModel):
    """Holds the sources of the case."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._sources: tuple[SourceFacts, ...] = ()
        self._columns = (
            Column(tr("Source"), lambda facts: facts.source.path.name or str(facts.source.path)),
            Column(tr("Camera"), lambda facts: facts.source.camera),
            Column(tr("Kind"), lambda facts: say_kind(facts.source.kind)),
            Column(tr("Frames"), lambda facts: say_number(facts.frames), is_number=True),
            Column(tr("People, searchable"), lambda facts: say_number(facts.crops), is_number=True),
            Column(tr("State"), _say_state),
        )
        super().__init__([Head(column.title, column.is_number) for column in self._columns], parent)

    def show(self, sources: Sequence[SourceFacts]) -> None:
        """Show these sources."""
        if tuple(sources) != self._sources:
            self.beginResetModel()
            self._sources = tuple(sources)
            self.endResetModel()

    def source(self, row: int) -> SourceFacts:
        """Return the source of a row."""
        return self._sources[row]

    def row_total(self) -> int:
        """Return the number of sources."""
        return len(self._sources)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        facts, column = self._sources[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.say(facts)
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(facts.source.path)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        return None


def _say_state(facts: SourceFacts) -> str:
    if facts.is_missing:
        return tr("not found")
    return tr("complete") if facts.source.is_complete else tr("partly imported")


def say_kind(kind: SourceKind) -> str:
    """Return what a source is, in words."""
    return {
        SourceKind.FRAMES: tr("folder of frames"),
        SourceKind.CROPS: tr("folder of crops"),
        SourceKind.VIDEO: tr("video"),
    }[kind]
