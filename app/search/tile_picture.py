"""A crop fitted into a tile, whole, on a dimmed blur of itself.

By Pillow, for that lets go of Python's lock while it works: Qt's painting in another thread would keep the window
waiting.
"""

from functools import lru_cache

from PIL import Image, ImageDraw, ImageOps
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from engine.errors import ShapeError
from engine.imaging.jpeg import decode_jpeg

BLUR_PX = (4, 8)  # the crop is shrunk to so few pixels; enlarged again they are a blur
FINER = 4  # times the corners are drawn larger, so that their edge is smooth

Size = tuple[int, int]  # width, height


def make_tile_picture(jpeg: bytes, size: QSize, dimming: float, radius: float = 0.0) -> QImage:
    """Return the picture of a tile, (height, width) of `size`; a null image where the JPEG cannot be read.

    Args:
        jpeg: the crop.
        size: of the picture, in pixels.
        dimming: how far the blur behind a narrow crop is darkened, 0 to 1.
        radius: of the upper corners, in pixels.
    """
    if size.isEmpty():
        return QImage()
    try:
        crop = Image.fromarray(decode_jpeg(jpeg))
    except ShapeError:
        return QImage()
    area = size.width(), size.height()
    picture = _backdrop(crop, area, dimming)
    fitted = ImageOps.contain(crop, area)
    picture.paste(fitted, ((area[0] - fitted.width) // 2, (area[1] - fitted.height) // 2))
    if not radius:
        return _as_qt(picture.tobytes("raw", "BGRX"), area, QImage.Format.Format_RGB32)
    picture.putalpha(_corners(area, radius))  # here, and not each time the tile is painted
    return _as_qt(picture.convert("RGBa").tobytes("raw", "BGRa"), area, QImage.Format.Format_ARGB32_Premultiplied)


def _backdrop(crop: Image.Image, area: Size, dimming: float) -> Image.Image:
    blurred = crop.resize(BLUR_PX, Image.Resampling.BOX)
    return Image.blend(blurred, Image.new("RGB", BLUR_PX), dimming).resize(area, Image.Resampling.BILINEAR)


@lru_cache(maxsize=4)
def _corners(area: Size, radius: float) -> Image.Image:
    """Return what of a picture is there where its upper corners are cut."""
    fine = Image.new("L", (FINER * area[0], FINER * area[1]))
    corners = (True, True, False, False)
    ImageDraw.Draw(fine).rounded_rectangle(
        (0, 0, fine.width - 1, fine.height - 1), FINER * radius, fill=255, corners=corners
    )
    return fine.reduce(FINER)


def _as_qt(data: bytes, area: Size, form: QImage.Format) -> QImage:
    """Return an image with pixels of its own."""
    return QImage(data, *area, 4 * area[0], form).copy()
