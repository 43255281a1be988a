"""A crop fitted into a tile, whole, on a dimmed blur of itself."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from app.picture_format import read_picture

BLUR_PX = 4  # the crop is shrunk to so few pixels across; enlarged again they are a blur


def make_tile_picture(jpeg: bytes, size: QSize, dimming: float, radius: float = 0.0) -> QImage:
    """Return the picture of a tile, (height, width) of `size`; a null image where the JPEG cannot be read.

    Args:
        jpeg: the crop.
        size: of the picture, in pixels.
        dimming: how far the blur behind a narrow crop is darkened, 0 to 1.
        radius: of the upper corners, in pixels.
    """
    crop = read_picture(jpeg)
    if crop.isNull() or size.isEmpty():
        return QImage()
    picture = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    _paint_backdrop(painter, crop, picture.rect(), dimming)
    fitted = crop.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    painter.drawImage((size.width() - fitted.width()) // 2, (size.height() - fitted.height()) // 2, fitted)
    painter.end()
    return picture if not radius else _rounded(picture, radius)


def _rounded(picture: QImage, radius: float) -> QImage:
    """Return the picture with its upper corners cut; here, in the thread, and not each time it is painted."""
    rounded = QImage(picture.size(), QImage.Format.Format_ARGB32_Premultiplied)
    rounded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(rounded)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(picture))
    painter.drawRoundedRect(QRectF(0, 0, picture.width(), picture.height() + 2 * radius), radius, radius)
    painter.end()
    return rounded


def _paint_backdrop(painter: QPainter, crop: QImage, area: QRect, dimming: float) -> None:
    blurred = crop.scaled(
        BLUR_PX, 2 * BLUR_PX, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    painter.drawImage(area, blurred)
    shade = QColor(Qt.GlobalColor.black)
    shade.setAlphaF(dimming)
    painter.fillRect(area, shade)
