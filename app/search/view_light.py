"""Brightness and contrast of what is looked at; the picture itself is never changed."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QImage

MOST = 100


@dataclass(frozen=True, slots=True)
class ViewLight:
    """Both from -100 to 100; 0 leaves a picture as it is."""

    brightness: int = 0
    contrast: int = 0

    @property
    def is_off(self) -> bool:
        """Whether pictures are shown as they are."""
        return not (self.brightness or self.contrast)


def lit(picture: QImage, light: ViewLight) -> QImage:
    """Return the picture in this light; with none, the picture itself."""
    if light.is_off or picture.isNull():
        return picture
    changed = picture.convertToFormat(QImage.Format.Format_RGBX8888)
    pixels = np.frombuffer(changed.bits(), np.uint8, count=changed.sizeInBytes())
    pixels[:] = light_table(light)[pixels]
    return changed


def light_table(light: ViewLight) -> "np.ndarray[tuple[int], np.dtype[np.uint8]]":
    """Return what becomes of each value, (256,) uint8: spread around the middle, then lifted.

    The contrast -100 to 100 spreads by 0 to 4, in equal ratios from 0 on upwards; the brightness lifts by as much of
    the whole range, halved.
    """
    spread = 4.0 ** (light.contrast / MOST) if light.contrast >= 0 else 1 + light.contrast / MOST
    values = (np.arange(256) - 127.5) * spread + 127.5 + 255 * light.brightness / MOST / 2
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)
