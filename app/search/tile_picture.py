"""A crop fitted into a tile, whole, on a dimmed blur of itself."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

BLUR_PX = 4  # the crop is shrunk to so few pixels across; enlarged again they are a blur


def make_tile_picture(jpeg: bytes, size: QSize, dimming: float) -> QImage:
    """Return the picture of a tile, (height, width) of `size`; a null image where the JPEG cannot be read."""
    crop = QImage.fromData(jpeg)
    if crop.isNull() or size.isEmpty():
        return QImage()
    picture = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    _paint_backdrop(painter, crop, picture.rect(), dimming)
    fitted = crop.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    painter.drawImage((size.width() - fitted.width()) // 2, (size.height() - fitted.height()) // 2, fitted)
    painter.end()
    return picture


def _paint_backdrop(painter: QPainter, crop: QImage, area: QRect, dimming: float) -> None:
    blurred = crop.scaled(
        BLUR_PX, 2 * BLUR_PX, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    painter.drawImage(area, blurred)
    shade = QColor(Qt.GlobalColor.black)
    shade.setAlphaF(dimming)
    painter.fillRect(area, shade)
