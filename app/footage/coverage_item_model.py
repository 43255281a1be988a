"""The item model of the coverage: a row for each camera, what of it was searched and what was not."""

from datetime import tzinfo

from PySide6.QtCore import QObject, Qt

from app.footage.calendar_ticks import choose_step, say_step
from app.footage.coverage_words import say_gaps, say_length, say_quality, say_share, say_span, say_strip, say_timeless
from app.translate import say_number, tr
from app.widgets.columns_item_model import Column, ColumnsItemModel
from engine.casework.coverage import CameraCoverage, Coverage
from engine.gallery.catalog.coverage import CoverageBounds

STRIP_COLUMN = 1


class CoverageItemModel(ColumnsItemModel[CameraCoverage]):
    """Holds the coverage of the case."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._coverage: Coverage | None = None
        self._zone: tzinfo | None = None
        super().__init__(_columns(self), parent)

    @property
    def coverage(self) -> Coverage | None:
        """Return what is shown."""
        return self._coverage

    @property
    def zone(self) -> tzinfo | None:
        """Return the zone in which times are shown."""
        return self._zone

    def show_coverage(self, coverage: Coverage, zone: tzinfo | None) -> None:
        """Show this coverage, its times in a zone."""
        if (coverage, zone) != (self._coverage, self._zone):
            self.beginResetModel()
            self._coverage, self._zone, self._rows = coverage, zone, tuple(coverage.cameras)
            self.endResetModel()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name the columns; the strip's says from when to when it goes."""
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


def _columns(model: CoverageItemModel) -> tuple[Column[CameraCoverage], ...]:
    def quality(camera: CameraCoverage) -> str:
        return "" if model.coverage is None else say_quality(camera, model.coverage)

    return (
        Column(tr("Camera"), lambda camera: camera.camera),
        Column(
            tr("Footage"),
            lambda camera: "" if camera.spans else say_timeless(camera),
            tr("When there is footage. Where the strip is empty, nobody could be found."),
            lambda camera: say_strip(camera, model.zone),
        ),
        Column(
            tr("Gaps"),
            say_gaps,
            tr("Times of more than {length} without footage").format(length=say_length(CoverageBounds().gap_s)),
            is_number=True,
        ),
        Column(
            tr("Failed"),
            lambda camera: say_number(camera.sources.failures),
            tr("Files that could not be used"),
            is_number=True,
        ),
        Column(
            tr("Nobody found"),
            lambda camera: say_share(camera.frames.without_people, camera.frames.frames),
            tr("Frames in which nobody was found: no one was there, or the detector missed them"),
            is_number=True,
        ),
        Column(
            tr("Hard to judge"),
            lambda camera: say_share(camera.crops.below_quality, camera.crops.crops),
            tr("People too small or too blurred to judge by"),
            quality,
            is_number=True,
        ),
        Column(
            tr("Not searchable"),
            lambda camera: say_share(camera.crops.not_embedded, camera.crops.crops),
            tr("People whom the model has not looked at; no search finds them"),
            is_number=True,
        ),
    )
