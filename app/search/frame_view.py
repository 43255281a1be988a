"""A whole frame with the boxes of its people: to zoom into and to move about in."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.picture_format import read_picture
from app.search.frame_source import InFrame
from app.search.frame_zoom import STEP, FrameZoom
from app.search.view_light import ViewLight, lit
from app.theme.theme import Theme
from app.translate import tr
from engine.gallery.records import FrameRecord
from engine.imaging.box import Box

PAN_PX = 40  # of one press of an arrow key
WHEEL_UNITS = 120  # of one notch
_FOOT = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom


class FrameView(QWidget):
    """Paints the frame as large as the pane allows; around the box it is darkened a little.

    The wheel, + and - zoom; dragging and the arrow keys move; 0 shows the whole frame, 1 the person; the comma and
    the full stop go to the frames before and after.
    """

    step_wanted = Signal(int)  # -1 for the frame before, 1 for the one after
    zoomed = Signal()
    content_changed = Signal()  # what is shown, and not which part of it is in sight

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, fills: bool = False) -> None:
        """Make an empty view.

        Args:
            theme: its look.
            parent: what it stands in.
            fills: whether it takes all the room there is and begins with the person; else it is as high as the frame
                asks for, and begins with the whole of it.
        """
        super().__init__(parent)
        self.setObjectName("frameView")
        self._theme = theme
        self._fills = fills
        self._is_on_person = fills  # until somebody zooms or moves
        self._person = 0  # which one is shown: counted, for a view that shows the same
        self._crop = b""
        self._stand_in: QImage | None = None  # the crop, decoded where it is needed
        self._shown: InFrame | None = None
        self._box: Box | None = None
        self._others: tuple[Box, ...] = ()
        self._plain = QImage()
        self._image = QImage()
        self._light = ViewLight()
        self._zoom = FrameZoom()
        self._dragged: QPointF | None = None
        self._text = ""
        self._is_waiting = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if not fills:
            self.setFixedHeight(theme.size("frame_height"))

    @property
    def has_image(self) -> bool:
        """Return whether a frame is shown."""
        return not self._image.isNull()

    @property
    def is_waiting(self) -> bool:
        """Return whether a frame is on its way."""
        return self._is_waiting

    @property
    def zoom(self) -> FrameZoom:
        """Return which part is in sight."""
        return self._zoom

    def wait_for(self, shown: InFrame, box: Box | None, *, keep_zoom: bool = False) -> None:
        """Show that a frame is on its way.

        Args:
            shown: the frame, or a crop of it.
            box: of the person to point out, in the frame's pixels.
            keep_zoom: whether the same part stays in sight.
        """
        self._shown, self._box, self._others = shown, box, ()
        if not keep_zoom:
            self._zoom = FrameZoom()
            self._is_on_person = self._fills
            self._plain = self._image = QImage()
            self._crop, self._stand_in = b"", None
            self._person += 1
        self._is_waiting = True
        self._text = tr("Reading the frame…")
        self.setAccessibleName(tr("Frame {n}").format(n=shown.frame_number))
        self._fit_height()
        self._show_content()

    def show_nobody(self) -> None:
        """Show nothing, and nothing of whoever was there."""
        self._person = -1
        self._shown = self._box = None
        self._plain = self._image = QImage()
        self._crop, self._stand_in, self._text, self._others = b"", None, "", ()
        self.update()

    def show_frame(self, image: QImage, problem: str) -> None:
        """Show the frame, or why there is none."""
        self._plain = image
        self._text = problem
        self._is_waiting = False
        self.setAccessibleDescription(problem)
        self.show_light(self._light)

    def show_people(self, frame: FrameRecord) -> None:
        """Show the boxes of all people that were found in the frame."""
        self._others = tuple(box for _, box in frame.people if box != self._box)
        self._show_content()

    def show_stand_in(self, crop: bytes) -> None:
        """Take the crop of the person, a JPEG; it is shown where the frame cannot be read."""
        self._crop, self._stand_in = crop, None
        self._show_content()

    def show_light(self, light: ViewLight) -> None:
        """Show the frame lighter or darker, with more or less contrast; the picture itself stays as it is."""
        self._light = light
        self._image = lit(self._plain, light)
        self._show_content()

    def show_as(self, other: "FrameView") -> None:
        """Show what another view shows; the part in sight is this view's own, and stays for the same person."""
        if other._person != self._person:
            self._zoom = FrameZoom()
            self._is_on_person = self._fills
        self._person, self._shown, self._is_waiting, self._text = (
            other._person,
            other._shown,
            other._is_waiting,
            other._text,
        )
        self._box, self._others, self._crop, self._stand_in = other._box, other._others, other._crop, other._stand_in
        self._plain, self._image, self._light = other._plain, other._image, other._light
        self.setAccessibleName(other.accessibleName())
        self.setAccessibleDescription(other.accessibleDescription())
        self._show_content()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom, around a point of the view or its middle."""
        if self.has_image:
            point = QPointF(self.width() / 2, self.height() / 2) if at is None else at
            self._is_on_person = False
            self._show_zoom(self._zoom.zoomed(factor, point, *self._sizes()))

    def show_whole(self) -> None:
        """Show the whole frame."""
        self._is_on_person = False
        self._show_zoom(FrameZoom())

    def show_person(self) -> None:
        """Show the person as large as the view allows, also when the view becomes another size."""
        self._is_on_person = True
        self._show_zoom(self._zoom_on_person())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the frame's shape."""
        super().resizeEvent(event)
        self._fit_height()
        self._stay_on_person()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom in and out where the mouse is."""
        if self.has_image:
            self.zoom_by(STEP ** (event.angleDelta().y() / WHEEL_UNITS), event.position())
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to move the frame."""
        self._dragged = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the frame."""
        if self._dragged is not None and self.has_image:
            self._move(event.position() - self._dragged)
            self._dragged = event.position()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Leave the frame where it is."""
        self._dragged = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Change between the whole frame and the person."""
        if self._zoom.factor > 1:
            self.show_whole()
        else:
            self.show_person()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, move, or go to another frame."""
        key = Qt.Key(event.key())
        moves = {
            Qt.Key.Key_Left: QPointF(PAN_PX, 0),
            Qt.Key.Key_Right: QPointF(-PAN_PX, 0),
            Qt.Key.Key_Up: QPointF(0, PAN_PX),
            Qt.Key.Key_Down: QPointF(0, -PAN_PX),
        }
        if self.act(key):
            return
        if key in moves and self._zoom.factor > 1:
            self._move(moves[key])
        else:
            super().keyPressEvent(event)

    def act(self, key: Qt.Key) -> bool:
        """Do what a key means here, beside moving about; return whether it means anything."""
        acts = {
            Qt.Key.Key_Plus: lambda: self.zoom_by(STEP),
            Qt.Key.Key_Equal: lambda: self.zoom_by(STEP),
            Qt.Key.Key_Minus: lambda: self.zoom_by(1 / STEP),
            Qt.Key.Key_0: self.show_whole,
            Qt.Key.Key_1: self.show_person,
            Qt.Key.Key_Comma: lambda: self.step_wanted.emit(-1),
            Qt.Key.Key_Period: lambda: self.step_wanted.emit(1),
        }
        if key in acts:
            acts[key]()
        return key in acts

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame and the boxes, or the text."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), self._theme.size("radius"), self._theme.size("radius"))
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), self._theme.colour("picture"))
        if self.has_image:
            self._paint_frame(painter)
        else:
            self._paint_words(painter)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2 * self._theme.size("focus")))
            painter.drawPath(outline)
        painter.end()

    def _fit_height(self) -> None:
        """Be as high as the frame's shape asks for, within reason."""
        if self._shown is not None and not self._fills:
            width, height = self._shown.frame_size_px
            wanted = round(self.width() * height / width)
            self.setFixedHeight(
                max(self._theme.size("frame_height"), min(wanted, self._theme.size("frame_max_height")))
            )

    def _sizes(self) -> tuple[QSizeF, QSizeF]:
        return QSizeF(self.size()), QSizeF(self._image.size())

    def _frame_size(self) -> QSizeF:
        """Return the frame's own size; the image of a large one is smaller."""
        assert self._shown is not None  # or there were no image
        return QSizeF(QSize(*self._shown.frame_size_px))

    def _zoom_on_person(self) -> FrameZoom:
        """Return the zoom on the person; the one that is, where none is pointed out."""
        box = None if self._shown is None or self._box is None else self._box.clipped(*self._shown.frame_size_px)
        if not self.has_image or box is None or self.size().isEmpty():
            return self._zoom
        view, _ = self._sizes()
        return FrameZoom.around(QRectF(box.x, box.y, box.w, box.h), view, self._frame_size())

    def _stay_on_person(self) -> None:
        if self._is_on_person:
            self._zoom = self._zoom_on_person()

    def _show_content(self) -> None:
        self._stay_on_person()
        self.update()
        self.content_changed.emit()

    def _show_zoom(self, zoom: FrameZoom) -> None:
        self._zoom = zoom
        self.update()
        self.zoomed.emit()

    def _move(self, by: QPointF) -> None:
        self._is_on_person = False
        self._show_zoom(self._zoom.moved(by, *self._sizes()))

    def _paint_words(self, painter: QPainter) -> None:
        """Paint why there is no frame, below the crop where that is known."""
        step = self._theme.size("step")
        room = self.rect().adjusted(3 * step, 3 * step, -3 * step, -3 * step)
        crop = self._crop_image()
        where = (Qt.AlignmentFlag.AlignCenter if crop.isNull() else _FOOT) | Qt.TextFlag.TextWordWrap
        painter.setPen(self._theme.colour("on_picture"))
        painter.drawText(room, where, self._text)
        if not crop.isNull():
            lines = painter.fontMetrics().boundingRect(room, where, self._text).height()
            free = room.adjusted(0, 0, 0, -lines - step)
            area = QRect(QPoint(0, 0), crop.size().scaled(free.size(), Qt.AspectRatioMode.KeepAspectRatio))
            area.moveCenter(free.center())
            painter.drawImage(area, lit(crop, self._light))

    def _crop_image(self) -> QImage:
        """Return the crop that stands in for a frame that cannot be read; null where there is no need or none."""
        if self._is_waiting or self._box is None or not self._crop:
            return QImage()
        if self._stand_in is None:
            self._stand_in = read_picture(self._crop)
        return self._stand_in

    def _paint_frame(self, painter: QPainter) -> None:
        area = self._zoom.area(*self._sizes())
        painter.drawImage(area, self._image)
        others = [] if self._is_waiting else self._boxes_in(area, self._others)
        painter.setPen(QPen(self._theme.colour("on_badge"), 1, Qt.PenStyle.DotLine))
        for other in others:
            painter.drawRect(other)
        for box in self._boxes_in(area, () if self._box is None else (self._box,)):
            outside, inside = QPainterPath(), QPainterPath()
            outside.addRect(area)
            inside.addRect(box)
            shade = self._theme.colour("shade")
            shade.setAlphaF(self._theme.share("outside_box"))
            painter.fillPath(outside.subtracted(inside), shade)
            painter.setPen(QPen(self._theme.colour("accent"), self._theme.size("focus")))
            painter.drawRect(box)

    def _boxes_in(self, area: QRectF, boxes: Sequence[Box]) -> list[QRectF]:
        """Return the boxes in the painted frame; none that is the whole of it."""
        if self._shown is None:
            return []
        width, height = self._shown.frame_size_px
        across, down = area.width() / width, area.height() / height
        clipped = [box.clipped(width, height) for box in boxes]
        return [
            QRectF(area.x() + box.x * across, area.y() + box.y * down, box.w * across, box.h * down)
            for box in clipped
            if box is not None and (box.w < width or box.h < height)
        ]
