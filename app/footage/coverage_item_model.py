"""The item model of the coverage: a row for each camera, what of it was searched and what was not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from app.footage.calendar_ticks import choose_step, say_step
from app.footage.coverage_words import say_gaps, say_length, say_quality, say_share, say_span, say_strip, say_timeless
from app.translate import say_number, tr
from app.widgets.table_item_model import Head, Index, TableItemModel
from engine.casework.coverage import CameraCoverage, Coverage
from engine.gallery.catalog.coverage import CoverageBounds

STRIP_COLUMN = 1


class CoverageRole(IntEnum):
    """What the strip's delegate asks for."""

    CAMERA = Qt.ItemDataRole.UserRole + 1  # CameraCoverage


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, what it means, and what it says of a camera."""

    title: str
    meaning: str
    say: Callable[[CameraCoverage], str]
    tell: Callable[[CameraCoverage], str] | None = None  # the tooltip, where it is another
    is_number: bool = True


class CoverageItemModel(TableItemModel):
    """Holds the coverage of the case."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._coverage: Coverage | None = None
        self._zone: tzinfo | None = None
        self._columns = _columns(self)
        super().__init__([Head(column.title, column.is_number) for column in self._columns], parent)

    @property
    def coverage(self) -> Coverage | None:
        """Return what is shown."""
        return self._coverage

    @property
    def zone(self) -> tzinfo | None:
        """Return the zone in which times are shown."""
        return self._zone

    def show(self, coverage: Coverage, zone: tzinfo | None) -> None:
        """Show this coverage, its times in a zone."""
        if (coverage, zone) != (self._coverage, self._zone):
            self.beginResetModel()
            self._coverage, self._zone = coverage, zone
            self.endResetModel()

    def row_total(self) -> int:
        """Return the number of cameras."""
        return 0 if self._coverage is None else len(self._coverage.cameras)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role."""
        if self._coverage is None or not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        camera, column = self._coverage.cameras[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.say(camera)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return (column.tell or column.say)(camera)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        return camera if role == CoverageRole.CAMERA else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name the columns; the strip's says from when to when it goes."""
        if self.is_head(section, orientation) and role == Qt.ItemDataRole.ToolTipRole:
            return self._columns[section].meaning
        if self.is_head(section, orientation) and section == STRIP_COLUMN and role == Qt.ItemDataRole.DisplayRole:
            return self._strip_title()
        return super().headerData(section, orientation, role)

    def _strip_title(self) -> str:
        span = None if self._coverage is None else self._coverage.span
        if span is None:
            return self._columns[STRIP_COLUMN].title
        if not span.seconds:
            return say_span(span, self._zone)
        return f"{say_span(span, self._zone)} · {say_step(choose_step(span))}"


def _columns(model: CoverageItemModel) -> tuple[Column, ...]:
    def quality(camera: CameraCoverage) -> str:
        return "" if model.coverage is None else say_quality(camera, model.coverage)

    return (
        Column(tr("Camera"), "", lambda camera: camera.camera, is_number=False),
        Column(
            tr("Footage"),
            tr("When there is footage. Where the strip is empty, nobody could be found."),
            lambda camera: "" if camera.spans else say_timeless(camera),
            lambda camera: say_strip(camera, model.zone),
            is_number=False,
        ),
        Column(
            tr("Gaps"),
            tr("Times of more than {length} without footage").format(length=say_length(CoverageBounds().gap_s)),
            say_gaps,
        ),
        Column(
            tr("Failed"),
            tr("Files that could not be used"),
            lambda camera: say_number(camera.sources.failures),
        ),
        Column(
            tr("Nobody found"),
            tr("Frames in which nobody was found: no one was there, or the detector missed them"),
            lambda camera: say_share(camera.frames.without_people, camera.frames.frames),
        ),
        Column(
            tr("Hard to judge"),
            tr("People too small or too blurred to judge by"),
            lambda camera: say_share(camera.crops.below_quality, camera.crops.crops),
            quality,
        ),
        Column(
            tr("Not searchable"),
            tr("People whom the model has not looked at; no search finds them"),
            lambda camera: say_share(camera.crops.not_embedded, camera.crops.crops),
        ),
    )
