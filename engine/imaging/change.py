"""Whether a frame differs from another, as far as a person who comes, goes or moves would make it differ."""

import cv2
import numpy as np
import numpy.typing as npt

from engine.errors import ConfigError
from engine.imaging.pixels import Pixels

CELLS_ACROSS = 64  # of a frame's longer side: a person a tenth of its height is a cell wide and a few high
DIFFERENCE = 10.0  # grey levels of 255 by which the mean of one cell must change; noise evens out in a cell


class ChangeWatch:
    """Remembers the last frame that was looked at, and says whether another differs from it.

    A frame is compared cell by cell, in grey. What all cells have in common, as when a camera opens its iris, is no
    change.

    Args:
        difference: grey levels by which one cell must differ.
    """

    def __init__(self, difference: float = DIFFERENCE) -> None:
        if difference <= 0:
            raise ConfigError("difference", difference, "must be more than 0")
        self._difference = difference
        self._last: npt.NDArray[np.float32] | None = None

    def has_changed(self, pixels: Pixels) -> bool:
        """Return whether the frame, (H, W, 3) RGB, is the first, of another size than the last, or differs from it.

        A frame that does becomes the one that the next ones are compared with; so a slow change is seen in the end.
        """
        cells = _cells(pixels)
        if self._last is not None and self._last.shape == cells.shape:
            difference = cells - self._last
            if np.abs(difference - np.median(difference)).max() < self._difference:
                return False
        self._last = cells
        return True


def _cells(pixels: Pixels) -> npt.NDArray[np.float32]:
    """Return the mean grey of each cell."""
    height, width = pixels.shape[:2]
    scale = min(CELLS_ACROSS / max(height, width), 1.0)
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    # Colour goes after the frame has become small: the mean is the same, for a fifth of the work.
    small = cv2.resize(pixels.astype(np.float32) if scale == 1.0 else pixels, size, interpolation=cv2.INTER_AREA)
    grey: npt.NDArray[np.float32] = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32)
    return grey
