"""Varying a batch of training crops in one go."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from engine.training.recipe import Augmentation


@dataclass(frozen=True, slots=True)
class Variations:
    """How each crop of a batch is varied.

    Attributes:
        theta: (B, 2, 3) float32, the affine map from the varied crop to the one before, in grid units.
        gain: (B,) float32, multiplies the brightness.
    """

    theta: Tensor
    gain: Tensor

    def of(self, rows: slice) -> "Variations":
        """Return those of some crops."""
        return Variations(self.theta[rows], self.gain[rows])


def draw_variations(count: int, how: Augmentation, generator: torch.Generator) -> Variations:
    """Draw how `count` crops are flipped, shifted, zoomed and brightened, each by itself.

    Args:
        count: B.
        how: the extents.
        generator: of the CPU; decides alone what happens.
    """

    def uniform(extent: float) -> Tensor:
        return (torch.rand(count, generator=generator) * 2 - 1) * extent

    flip = torch.where(torch.rand(count, generator=generator) < 0.5, -1.0, 1.0)
    zoom = 1 + uniform(how.zoom)
    theta = torch.zeros(count, 2, 3)
    theta[:, 0, 0], theta[:, 1, 1] = flip * zoom, zoom
    theta[:, 0, 2], theta[:, 1, 2] = uniform(2 * how.shift), uniform(2 * how.shift)  # grid units span 2
    return Variations(theta, 1 + uniform(how.gain))


def augment(pixels: Tensor, variations: Variations, size_px: Sequence[int] = ()) -> Tensor:
    """Return the crops varied.

    Args:
        pixels: (B, 3, H, W) uint8.
        variations: one for each.
        size_px: height and width that they are to have where H and W are larger; () for these.

    Returns:
        (B, 3, h, w) float32 in [0, 255].
    """
    small = shrink(pixels.float(), size_px)
    gain = variations.gain.view(-1, 1, 1, 1).to(pixels.device)
    theta = variations.theta.to(pixels.device)
    grid = functional.affine_grid(theta, list(small.shape), align_corners=False)
    moved = functional.grid_sample(small, grid, padding_mode="border", align_corners=False)
    return moved.mul_(gain).clamp_(0, 255)


def shrink(pixels: Tensor, size_px: Sequence[int]) -> Tensor:
    """Return crops (B, 3, H, W) float32 at a height and width that are at most theirs; () leaves them as they are."""
    size = tuple(min(pair) for pair in zip(size_px or pixels.shape[2:], pixels.shape[2:], strict=True))
    if size == tuple(pixels.shape[2:]):
        return pixels
    return functional.interpolate(pixels, size=size, mode="bilinear", align_corners=False, antialias=True)
