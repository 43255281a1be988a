"""A frame with the people found in it, on which ignored zones are drawn with the mouse or the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.footage.people_painting import PeoplePainter
from app.footage.previewed_people import SeenFrame, SeenPerson
from app.footage.zone_drawing import ZoneDrawing
from app.theme.theme import Theme
from app.translate import tr, tr_count
from engine.detection.ignore_zone import Corner, IgnoreZone
from engine.detection.settings import LeftOut

STEP, LARGE_STEP = 0.01, 0.05  # of the frame, for an arrow key, and with Shift
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class FrameCanvas(QWidget):
    """Shows one frame. A drag draws a rectangle, clicks draw a polygon; so do arrow keys, space and Enter."""

    zone_drawn = Signal(object)  # IgnoreZone

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("frameCanvas")
        self._theme = theme
        self._image = QImage()
        self._text = ""
        self._frame_px = (1, 1)
        self._people: Sequence[tuple[SeenPerson, LeftOut | None]] = ()
        self._zones: Sequence[IgnoreZone] = ()
        self._chosen: int | None = None
        self.drawing = ZoneDrawing()
        self._pressed_at: QPointF | None = None
        self._is_dragging = False
        self._shows_pointer = False  # the cross of the keyboard
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def sizeHint(self) -> QSize:
        """Return a size in which people can be told apart."""
        return QSize(self._theme.size("preview_width"), self._theme.size("preview_height"))

    def show_text(self, text: str) -> None:
        """Show words in place of a frame."""
        self._image, self._text = QImage(), text
        self.setAccessibleName(text)
        self.update()

    def show_frame(self, frame: SeenFrame, image: QImage, name: str) -> None:
        """Show a frame; `show_people` and `show_zones` say what lies over it."""
        self._image, self._frame_px = image, frame.size_px
        self._text = "" if not image.isNull() else tr("The frame cannot be shown.")
        self.drawing.give_up()
        self.setAccessibleName(name)
        self.update()

    def show_people(self, people: Sequence[tuple[SeenPerson, LeftOut | None]]) -> None:
        """Show the people of the frame, each with why they are left out, or None."""
        self._people = people
        taken = sum(reason is None for _, reason in people)
        self.setAccessibleDescription(tr_count(taken, "{n} person taken", "{n} people taken").format(n=taken))
        self.update()

    def show_zones(self, zones: Sequence[IgnoreZone], chosen: int | None) -> None:
        """Show the zones of the frame's camera."""
        self._zones, self._chosen = zones, chosen
        self.update()

    def frame_area(self) -> QRectF:
        """Return where the frame is painted: whole, in the middle."""
        if self._image.isNull():
            return QRectF()
        factor = min(self.width() / self._image.width(), self.height() / self._image.height())
        width, height = self._image.width() * factor, self._image.height() * factor
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, the people, the zones, and the zone that is drawn."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._theme.colour("picture"))
        if self._image.isNull():
            painter.setPen(self._theme.colour("on_picture"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._text)
        else:
            self._paint_frame(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), self._theme.size("focus")))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        area = self.frame_area()
        painter.drawImage(area, self._image)
        over = PeoplePainter(painter, self._theme, area)
        over.paint_zones(self._zones, self._chosen)
        over.paint_people(self._people, self._frame_px)
        if self._is_dragging and self._pressed_at is not None and self.drawing.pointer is not None:
            (x1, y1), (x2, y2) = self._share(self._pressed_at), self.drawing.pointer
            over.paint_drawing([(x1, y1), (x2, y1), (x2, y2), (x1, y2), (x1, y1)], None)
        over.paint_drawing(self.drawing.corners, self.drawing.pointer)
        if self._shows_pointer and self.drawing.pointer is not None:
            over.paint_pointer(self.drawing.pointer)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a corner or a rectangle; the right button gives the zone up."""
        if event.button() is Qt.MouseButton.LeftButton and not self._image.isNull():
            self._pressed_at = event.position()
        elif event.button() is Qt.MouseButton.RightButton:
            self.drawing.give_up()
        self._shows_pointer = False
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the next corner would be."""
        if self._image.isNull():
            return
        self.drawing.point_at(self._share(event.position()))
        if self._pressed_at is not None and not self.drawing.is_begun:
            way = (event.position() - self._pressed_at).manhattanLength()
            self._is_dragging = self._is_dragging or way >= QApplication.startDragDistance()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Set a corner, or the rectangle."""
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        here, first = self._share(event.position()), self._share(self._pressed_at)
        was_dragged, self._is_dragging, self._pressed_at = self._is_dragging, False, None
        self.drawing.point_at(here)
        self._take(self.drawing.rectangle(first, here) if was_dragged else self.drawing.set_corner())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Close the zone; its first click has set the last corner."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._take(self.drawing.close())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cross, set corners, close the zone, take corners back."""
        key = Qt.Key(event.key())
        if self._image.isNull() or not self._is_ours(key):
            super().keyPressEvent(event)
            return
        if key in ARROWS:
            step = LARGE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
            across, down = ARROWS[key]
            self.drawing.move(step * across, step * down)
            self._shows_pointer = True
        elif key is Qt.Key.Key_Space:
            self._shows_pointer = True
            self._take(self.drawing.set_corner())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.drawing.close())
        elif key is Qt.Key.Key_Backspace:
            self.drawing.take_back()
        else:
            self.drawing.give_up()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cross of the keyboard."""
        self._shows_pointer = False
        super().focusOutEvent(event)

    def _is_ours(self, key: Qt.Key) -> bool:
        """Return whether a key draws here; Enter and Escape belong to the dialog while no zone is begun."""
        ends = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Backspace)
        return key in ARROWS or key is Qt.Key.Key_Space or (key in ends and self.drawing.is_begun)

    def _take(self, zone: IgnoreZone | None) -> None:
        if zone is not None:
            self.zone_drawn.emit(zone)
        self.update()

    def _share(self, point: QPointF) -> Corner:
        """Return a point of the widget in shares of the frame."""
        area = self.frame_area()
        return (point.x() - area.x()) / area.width(), (point.y() - area.y()) / area.height()
