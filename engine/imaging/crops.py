"""Cutting a person out of a frame."""

import math

import numpy as np

from engine.errors import ShapeError
from engine.imaging.box import Box
from engine.imaging.pixels import Pixels


def cut_crop(frame: Pixels, box: Box, margin: float = 0.05) -> Pixels:
    """Return a copy of the box's part of the frame, with a margin as far as the frame reaches.

    Args:
        frame: (H, W, 3) RGB.
        box: in frame pixels.
        margin: added on every side, as a fraction of the box's size.

    Returns:
        (h, w, 3) RGB, at least one pixel each way.

    Raises:
        ShapeError: if the box lies outside the frame.
    """
    height, width = frame.shape[:2]
    inside = box.grown(margin).clipped(width, height)
    if inside is None:
        raise ShapeError(f"The box {box} lies outside its frame of {width} × {height} pixels.")
    left, top = math.floor(inside.x), math.floor(inside.y)
    right, bottom = math.ceil(inside.x + inside.w), math.ceil(inside.y + inside.h)
    return np.ascontiguousarray(frame[top:bottom, left:right]).copy()
