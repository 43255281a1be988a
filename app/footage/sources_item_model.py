"""The item model of the sources: a row for each, what it is and what came of it."""

from PySide6.QtCore import QObject, Qt

from app.case.records import SourceFacts
from app.translate import say_number, tr
from app.widgets.columns_item_model import Column, ColumnsItemModel
from app.widgets.table_item_model import Index
from engine.gallery.records import SourceKind


class SourcesItemModel(ColumnsItemModel[SourceFacts]):
    """Holds the sources of the case."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns: tuple[Column[SourceFacts], ...] = (
            Column(tr("Source"), lambda facts: facts.source.path.name or str(facts.source.path)),
            Column(tr("Camera"), lambda facts: facts.source.camera),
            Column(tr("Kind"), lambda facts: say_kind(facts.source.kind)),
            Column(tr("Frames"), lambda facts: say_number(facts.frames), is_number=True),
            Column(tr("People, searchable"), lambda facts: say_number(facts.crops), is_number=True),
            Column(tr("State"), _say_state),
        )
        super().__init__(columns, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role; where one points at a row its whole path is told."""
        if role == Qt.ItemDataRole.ToolTipRole and self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return str(self.row(index.row()).source.path)
        return super().data(index, role)


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
