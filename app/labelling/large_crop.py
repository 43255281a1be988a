"""The crop at hand, as large as it fits."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.search.thumbnails import Thumbnails
from app.theme.icons import Icons
from app.theme.theme import Theme
from engine.gallery.records import CropId


class LargeCrop(QWidget):
    """Paints a crop's picture; those that come are read ahead, so that the next is there at once."""

    painted = Signal(object)  # CropId whose picture stands on the screen

    def __init__(self, theme: Theme, icons: Icons, pictures: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("largeCrop")
        self._theme = theme
        self._icons = icons
        self._pictures = pictures
        self._crop_id: CropId | None = None
        self._coming: tuple[CropId, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme.size("tile_large"), theme.size("tile_large"))
        pictures.loaded.connect(self._on_loaded)
        theme.changed.connect(self.update)

    def show_crop(self, crop_id: CropId | None, coming: tuple[CropId, ...] = ()) -> None:
        """Show a crop, and read those that come."""
        self._crop_id, self._coming = crop_id, coming
        self._read_ahead()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that leaves room for the rest."""
        return QSize(self._theme.size("pane_right"), self._theme.size("pane_note"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have pictures of the new size."""
        super().resizeEvent(event)
        self._pictures.set_size(self.size())
        self._read_ahead()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, or the drawing of nobody until it is there."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        image = None if self._crop_id is None else self._pictures.image(self._crop_id)
        has_picture = image is not None and not image.isNull()
        if image is not None and has_picture:
            painter.drawImage(self.rect(), image)
        else:
            painter.fillRect(self.rect(), self._theme.colour("picture"))
            side = 3 * self._theme.size("icon")
            drawing = self._icons.pixmap("person", "disabled", side, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, drawing)
        if self.hasFocus():
            painter.setPen(self._theme.colour("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
        if has_picture:
            self.painted.emit(self._crop_id)

    def _read_ahead(self) -> None:
        """Ask for the pictures that come; the last asked is read first, which is the one at hand."""
        here = () if self._crop_id is None else (self._crop_id,)
        for crop_id in reversed((*here, *self._coming)):
            self._pictures.image(crop_id)

    def _on_loaded(self, crop_id: int) -> None:
        if crop_id == self._crop_id:
            self.update()
