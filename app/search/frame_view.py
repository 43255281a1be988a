"""The chosen crop in its whole frame, with its box."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme.theme import Theme
from app.translate import tr
from engine.gallery.records import CropRecord


class FrameView(QWidget):
    """Paints the frame as large as the pane allows; around the box it is darkened a little."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("frameView")
        self._theme = theme
        self._crop: CropRecord | None = None
        self._image = QImage()
        self._text = ""
        self._is_waiting = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.size("frame_height"))

    @property
    def has_image(self) -> bool:
        """Return whether a frame is shown."""
        return not self._image.isNull()

    @property
    def is_waiting(self) -> bool:
        """Return whether a frame is on its way."""
        return self._is_waiting

    def wait_for(self, crop: CropRecord) -> None:
        """Show that the frame of this crop is on its way."""
        self._crop = crop
        self._image = QImage()
        self._is_waiting = True
        self._text = tr("Reading the frame…")
        self.setAccessibleName(tr("Frame {n}").format(n=crop.frame_number))
        self._fit_height()
        self.update()

    def show_frame(self, image: QImage, problem: str) -> None:
        """Show the frame, or why there is none."""
        self._image = image
        self._text = problem
        self._is_waiting = False
        self.setAccessibleDescription(problem)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the frame's shape."""
        super().resizeEvent(event)
        self._fit_height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame and the box, or the text."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), self._theme.size("radius"), self._theme.size("radius"))
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), self._theme.colour("picture"))
        if self._image.isNull():
            self._paint_text(painter)
        else:
            self._paint_frame(painter)
        painter.end()

    def _fit_height(self) -> None:
        """Be as high as the frame's shape asks for, within reason."""
        if self._crop is not None:
            width, height = self._crop.frame_size_px
            wanted = round(self.width() * height / width)
            self.setFixedHeight(
                max(self._theme.size("frame_height"), min(wanted, self._theme.size("frame_max_height")))
            )

    def _paint_text(self, painter: QPainter) -> None:
        margin = 3 * self._theme.size("step")
        painter.setPen(self._theme.colour("on_picture"))
        room = self.rect().adjusted(margin, margin, -margin, -margin)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._text)

    def _paint_frame(self, painter: QPainter) -> None:
        area = self._frame_area()
        painter.drawImage(area, self._image)
        box = self._box_in(area)
        if box is None:
            return
        outside = QPainterPath()
        outside.addRect(area)
        inside = QPainterPath()
        inside.addRect(box)
        shade = self._theme.colour("shade")
        shade.setAlphaF(self._theme.share("outside_box"))
        painter.fillPath(outside.subtracted(inside), shade)
        painter.setPen(QPen(self._theme.colour("accent"), self._theme.size("focus")))
        painter.drawRect(box)

    def _frame_area(self) -> QRectF:
        """Return where the frame is painted: whole, in the middle."""
        factor = min(self.width() / self._image.width(), self.height() / self._image.height())
        width, height = self._image.width() * factor, self._image.height() * factor
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _box_in(self, area: QRectF) -> QRectF | None:
        """Return the crop's box in the painted frame; None where the frame is the crop itself."""
        if self._crop is None:
            return None
        width, height = self._crop.frame_size_px
        box = self._crop.box.clipped(width, height)
        if box is None or (box.w >= width and box.h >= height):
            return None
        across, down = area.width() / width, area.height() / height
        return QRectF(area.x() + box.x * across, area.y() + box.y * down, box.w * across, box.h * down)
