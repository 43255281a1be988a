"""What of a drawn person a crop cannot show: worn on the side turned away, behind another, or outside the crop."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.demo.appearance import Attributes
from engine.demo.splat import FloatArray, Sprite

COVERED = 0.4  # from this coverage on a pixel is a thing's
LEAST_TOLD = 0.0005  # of the squared height of the person: half of a pair of sunglasses seen from the front
LEAST_SHARE = 0.4  # of what a free view from there would show of the thing
LEAST_TOLD_PX = 5
NOTHING = {"carrying": "carryingNothing", "accessory": "accessoryNothing"}


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a frame, in its pixels."""

    left: int
    top: int
    right: int
    bottom: int

    def placed(self, mask: FloatArray, sprite: Sprite) -> NDArray[np.bool_]:
        """Return which pixels of the window (H, W) a mask of a sprite covers."""
        inside = np.zeros((self.bottom - self.top, self.right - self.left), dtype=bool)
        above, before = sprite.top - self.top, sprite.left - self.left
        top, left = max(above, 0), max(before, 0)
        bottom = min(above + mask.shape[0], inside.shape[0])
        right = min(before + mask.shape[1], inside.shape[1])
        if bottom > top and right > left:
            inside[top:bottom, left:right] = (
                mask[top - above : bottom - above, left - before : right - before] > COVERED
            )
        return inside


def hidden_attributes(sprite: Sprite, nearer: Sequence[Sprite], window: Window) -> Attributes:
    """Return the attributes that hold of a person and cannot be told from a part of a frame.

    Where nothing that is carried, or no accessory, can be told, it cannot be told either that there is none.

    Args:
        sprite: the person.
        nearer: what is drawn over them.
        window: the part.
    """
    if not sprite.tells:
        return frozenset()
    height = int((sprite.person > COVERED).any(axis=1).sum())
    least = max(LEAST_TOLD * height**2, LEAST_TOLD_PX)
    free = np.ones((window.bottom - window.top, window.right - window.left), dtype=bool)
    for other in nearer:
        free &= ~window.placed(other.coverage, other)
    hidden = {
        name
        for name, mask in sprite.tells.items()
        if (window.placed(mask, sprite) & free).sum() < max(least, LEAST_SHARE * (mask > COVERED).sum())
    }
    for prefix, nothing in NOTHING.items():
        worn = {name for name in sprite.tells if name.startswith(prefix)}
        if worn and worn <= hidden:
            hidden.add(nothing)
    return frozenset(hidden)
