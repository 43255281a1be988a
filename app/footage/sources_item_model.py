"""The item model of the sources: a row for each, what it is and what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.case.records import SourceFacts
from app.translate import say_number, tr
from engine.gallery.records import SourceKind

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, and what it says of a source."""

    title: str
    say: Callable[[SourceFacts], str]
    is_number: bool = False


class SourcesItemModel(QAbstractTableModel):
    """Holds the sources of the case."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources: tuple[SourceFacts, ...] = ()
        self._columns = (
            Column(tr("Source"), lambda facts: facts.source.path.name or str(facts.source.path)),
            Column(tr("Camera"), lambda facts: facts.source.camera),
            Column(tr("Kind"), lambda facts: say_kind(facts.source.kind)),
            Column(tr("Frames"), lambda facts: say_number(facts.frames), is_number=True),
            Column(tr("People, searchable"), lambda facts: say_number(facts.crops), is_number=True),
            Column(tr("State"), _say_state),
        )

    def show(self, sources: Sequence[SourceFacts]) -> None:
        """Show these sources."""
        if tuple(sources) != self._sources:
            self.beginResetModel()
            self._sources = tuple(sources)
            self.endResetModel()

    def source(self, row: int) -> SourceFacts:
        """Return the source of a row."""
        return self._sources[row]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of sources."""
        return 0 if parent is not None and parent.isValid() else len(self._sources)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

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
            return _alignment(column.is_number)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self._columns[section].is_number)
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


def _alignment(is_number: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return int((side | Qt.AlignmentFlag.AlignVCenter).value)
