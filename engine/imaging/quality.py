"""How well a crop shows a person: size, blur, truncation."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.imaging.box import Box
from engine.imaging.pixels import Pixels

EDGE_PX = 1.0  # a side this near to the frame's edge touches it
LUMA = np.array([0.299, 0.587, 0.114], dtype=np.float32)  # ITU-R BT.601


@dataclass(frozen=True, slots=True, kw_only=True)
class CropQuality:
    """Three figures of a crop."""

    height_px: int
    sharpness: float  # variance of the Laplacian of the grey crop
    truncated: float  # share of the box's four sides that touch the frame's edge


def measure_quality(crop: Pixels, box: Box, frame_size: tuple[int, int]) -> CropQuality:
    """Measure a crop.

    Args:
        crop: (h, w, 3) RGB.
        box: the person's box in the frame.
        frame_size: width and height of the frame.
    """
    return CropQuality(height_px=round(box.h), sharpness=_sharpness(crop), truncated=_truncated(box, frame_size))


def _sharpness(crop: Pixels) -> float:
    """Return the variance of the 4-neighbour Laplacian, 0 where the crop is too small to have one."""
    if min(crop.shape[:2]) < 3:
        return 0.0
    grey: npt.NDArray[np.float32] = crop.astype(np.float32) @ LUMA
    neighbours = grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:]
    return float(np.var(neighbours - 4 * grey[1:-1, 1:-1]))


def _truncated(box: Box, frame_size: tuple[int, int]) -> float:
    width, height = frame_size
    gaps = (box.x, box.y, width - box.x - box.w, height - box.y - box.h)
    return sum(gap <= EDGE_PX for gap in gaps) / 4
