"""The item model of the coverage: a row for each camera, what of it was searched and what was not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.footage.calendar_ticks import choose_step, say_step
from app.footage.coverage_words import say_gaps, say_length, say_quality, say_share, say_span, say_strip, say_timeless
from app.translate import say_number, tr
from engine.casework.coverage import CameraCoverage, Coverage
from engine.gallery.catalog.coverage import CoverageBounds

Index = QModelIndex | QPersistentModelIndex
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


class CoverageItemModel(QAbstractTableModel):
    """Holds the coverage of the case."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._coverage: Coverage | None = None
        self._zone: tzinfo | None = None
        self._columns = _columns(self)

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

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of cameras."""
        is_child = parent is not None and parent.isValid()
        return 0 if is_child or self._coverage is None else len(self._coverage.cameras)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

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
            return _alignment(column.is_number)
        return camera if role == CoverageRole.CAMERA else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name the columns; the strip's says from when to when it goes."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._strip_title() if section == STRIP_COLUMN else self._columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._columns[section].meaning
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self._columns[section].is_number)
        return None

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


def _alignment(is_number: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return int((side | Qt.AlignmentFlag.AlignVCenter).value)
