"""The crops of one track side by side, by time: who passed, and when."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.search.thumbnails import Thumbnails
from app.search.times import say_clock
from app.theme.theme import Theme
from app.translate import say_number, tr
from engine.gallery.records import CropId
from engine.search.ranking import RankedCrop


class Filmstrip(QWidget):
    """Paints what is in sight; arrows, a click or the wheel move along it."""

    chosen = Signal(object)  # RankedCrop

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filmstrip")
        self._theme = theme
        self._thumbnails = thumbnails
        self._crops: tuple[RankedCrop, ...] = ()
        self._place = 0
        self._first = 0  # in sight, at the left
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.size("strip_height"))
        thumbnails.loaded.connect(self._on_loaded)
        self.hide()

    @property
    def crops(self) -> tuple[RankedCrop, ...]:
        """Return who is shown, by time."""
        return self._crops

    def show_track(self, crops: Sequence[RankedCrop], current: CropId) -> None:
        """Show the crops of a track; hidden where there is only one."""
        self._crops = tuple(sorted(crops, key=_moment))
        self.setVisible(len(self._crops) > 1)
        self.show_current(current)

    def show_current(self, crop_id: CropId) -> None:
        """Show which of the crops is looked at."""
        places = [place for place, ranked in enumerate(self._crops) if ranked.crop.id == crop_id]
        if places:
            self._show_place(places[0])

    def wait(self) -> None:
        """Show nobody in the same room: another track is on its way."""
        self._crops = ()
        self.setAccessibleName("")
        self.setToolTip("")
        self.update()

    def clear(self) -> None:
        """Show nobody."""
        self._crops = ()
        self.hide()

    def holds(self, crop_id: CropId) -> bool:
        """Return whether a crop is among those shown."""
        return any(ranked.crop.id == crop_id for ranked in self._crops)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the track."""
        last = len(self._crops) - 1
        places = {
            Qt.Key.Key_Left: self._place - 1,
            Qt.Key.Key_Right: self._place + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in places and self._crops:
            self._choose(min(last, max(0, places[key])))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move what is in sight."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        self._first = min(max(0, len(self._crops) - self._fitting()), max(0, self._first + (-1 if turned > 0 else 1)))
        self.update()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the crop under the mouse."""
        place = self._first + int(event.position().x()) // self._cell().width()
        if place < len(self._crops):
            self._choose(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the crops in sight."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        cell, gap = self._cell(), self._theme.size("step")
        for place in range(self._first, min(len(self._crops), self._first + self._fitting() + 1)):
            area = QRect((place - self._first) * cell.width(), 0, cell.width() - gap, cell.height())
            self._paint_crop(painter, area, place)
        painter.end()

    def _paint_crop(self, painter: QPainter, area: QRect, place: int) -> None:
        image = self._thumbnails.image(self._crops[place].crop.id)
        if image is not None and not image.isNull():
            painter.drawImage(area, image)
        else:
            painter.fillRect(area, self._theme.colour("picture"))
        if place == self._place:
            width = self._theme.size("focus") * (2 if self.hasFocus() else 1)
            painter.setPen(QPen(self._theme.colour("accent"), width))
            painter.drawRect(QRectF(area).adjusted(1, 1, -1, -1))

    def _cell(self) -> QSize:
        height = self.height()
        return QSize(round(height * self._theme.share("tile_aspect")) + self._theme.size("step"), height)

    def _fitting(self) -> int:
        return max(1, self.width() // self._cell().width())

    def _choose(self, place: int) -> None:
        self._show_place(place)
        self.chosen.emit(self._crops[place])

    def _show_place(self, place: int) -> None:
        self._place = place
        self._first = min(place, max(self._first, place - self._fitting() + 1))
        if self._crops:
            words = tr("Crop {n} of {all} of the track, {time}")
            clock = say_clock(self._crops[place].crop)
            self.setAccessibleName(words.format(n=say_number(place + 1), all=say_number(len(self._crops)), time=clock))
            self.setToolTip(self.accessibleName())
        self.update()

    def _on_loaded(self, crop_id: int) -> None:
        if self._crops and self.holds(CropId(crop_id)):
            self.update()


def _moment(ranked: RankedCrop) -> tuple[float, int, int]:
    crop = ranked.crop
    return (crop.time.timestamp() if crop.time is not None else 0.0, crop.frame_number, crop.id)
