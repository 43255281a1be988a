"""The crops of the track beside the one at hand: small, in columns, those that are labelled ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.search.thumbnails import Thumbnails
from app.theme.theme import Theme
from app.translate import say_number, tr
from engine.gallery.records import CropId

COLUMNS = 2


class TrackStrip(QWidget):
    """Shows as many as fit around the one at hand; a click has one of them at hand, as do comma and full stop."""

    chosen = Signal(object)  # CropId

    def __init__(self, theme: Theme, pictures: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trackStrip")
        self._theme = theme
        self._pictures = pictures
        self._track: tuple[CropId, ...] = ()
        self._current: CropId | None = None
        self._answered: frozenset[CropId] = frozenset()
        self._of_track = 0
        self.setFixedWidth(COLUMNS * self._cell_width())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        pictures.loaded.connect(self._on_loaded)
        theme.changed.connect(self.update)

    @property
    def track(self) -> tuple[CropId, ...]:
        """Return who is shown, by the time they were found."""
        return self._track

    def show_track(
        self, track: Sequence[CropId], current: CropId | None, answered: frozenset[CropId], of_track: int
    ) -> None:
        """Show the crops of a track.

        Args:
            track: those that are known.
            current: the one at hand.
            answered: those that are labelled.
            of_track: how many there are in all.
        """
        shown = (tuple(track), current, answered, of_track)
        if shown == (self._track, self._current, self._answered, self._of_track):
            return
        self._track, self._current, self._answered, self._of_track = shown
        words = tr("Track of {n} crops, {labelled} of those shown labelled")
        count, labelled = say_number(of_track), say_number(len(answered))
        self.setAccessibleName(words.format(n=count, labelled=labelled) if track else tr("No other crop of this track"))
        self.update()

    def beside(self, step: int) -> CropId | None:
        """Return the crop before or after the one at hand."""
        if self._current not in self._track:
            return None
        place = self._track.index(self._current) + step
        return self._track[place] if 0 <= place < len(self._track) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have pictures that fit."""
        super().resizeEvent(event)
        picture = self._cell(0)
        self._pictures.set_size(picture.size())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Have the crop under the mouse at hand."""
        crop_id = self._at(event.position().toPoint().x(), event.position().toPoint().y())
        if crop_id is not None:
            self.chosen.emit(crop_id)

    def event(self, event: QEvent) -> bool:
        """Say which crop it is."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            crop_id = self._at(event.pos().x(), event.pos().y())
            text = "" if crop_id is None else tr("Crop {n} of the same track").format(n=crop_id)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint who is in sight."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for place, crop_id in enumerate(self._in_sight()):
            self._paint_crop(painter, self._cell(place), crop_id)
        if len(self._track) < 2 and self._current is not None:
            painter.setFont(self._theme.font("font_small"))
            painter.setPen(self._theme.colour("muted"))
            room = self.rect().adjusted(2 * self._theme.size("step"), 0, 0, 0)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, tr("No other crop of this track")
            )
        painter.end()

    def _paint_crop(self, painter: QPainter, area: QRect, crop_id: CropId) -> None:
        image = self._pictures.image(crop_id)
        if image is not None and not image.isNull():
            painter.drawImage(area, image)
        else:
            painter.fillRect(area, self._theme.colour("picture"))
        if crop_id in self._answered:
            self._paint_tick(painter, area)
        if crop_id == self._current:
            painter.setPen(QPen(self._theme.colour("accent"), self._theme.size("focus")))
            painter.drawRect(QRectF(area).adjusted(1, 1, -1, -1))

    def _paint_tick(self, painter: QPainter, area: QRect) -> None:
        side = self._theme.size("mark")
        badge = QRect(area.right() - side, area.top() + 2, side, side)
        colour = self._theme.colour("badge")
        colour.setAlphaF(self._theme.share("badge_opacity"))
        painter.fillRect(badge, colour)
        painter.setPen(self._theme.colour("on_badge"))
        painter.setFont(self._theme.font("font_small", bold=True))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, "✓")

    def _in_sight(self) -> Sequence[CropId]:
        fitting = COLUMNS * max(1, self.height() // self._cell_height())
        at = self._track.index(self._current) if self._current in self._track else 0
        first = min(max(0, at - fitting // 2), max(0, len(self._track) - fitting))
        return self._track[first : first + fitting]

    def _cell(self, place: int) -> QRect:
        line, column = divmod(place, COLUMNS)
        gap = self._theme.size("step")
        width, height = self._cell_width(), self._cell_height()
        return QRect(column * width + gap, line * height, width - gap, height - gap)

    def _cell_width(self) -> int:
        return self._theme.size("strip_crop") + self._theme.size("step")

    def _cell_height(self) -> int:
        return round(self._theme.size("strip_crop") / self._theme.share("tile_aspect")) + self._theme.size("step")

    def _at(self, x: int, y: int) -> CropId | None:
        for place, crop_id in enumerate(self._in_sight()):
            if self._cell(place).contains(x, y):
                return crop_id
        return None

    def _on_loaded(self, crop_id: int) -> None:
        if crop_id in self._track:
            self.update()
