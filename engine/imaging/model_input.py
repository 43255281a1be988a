"""Bringing a crop to the size that a model takes."""

import numpy as np
from PIL import Image

from engine.imaging.pixels import Pixels


def resize_for_model(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """Return a picture, (h, w, 3), stretched to `size` (height, width) by Pillow's bicubic, as training does."""
    height, width = size
    return np.array(Image.fromarray(pixels).resize((width, height), Image.Resampling.BICUBIC), dtype=np.uint8)
