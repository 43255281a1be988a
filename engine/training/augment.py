"""Varying a batch of training crops in one go."""

import torch
from torch import Tensor
from torch.nn import functional

from engine.training.recipe import Augmentation


def augment(pixels: Tensor, how: Augmentation, generator: torch.Generator) -> Tensor:
    """Return the crops flipped, shifted, zoomed and brightened at random, each by itself.

    Args:
        pixels: (B, 3, H, W) uint8.
        how: the extents.
        generator: of the CPU; decides alone what happens.

    Returns:
        (B, 3, H, W) float32 in [0, 255].
    """
    count = len(pixels)

    def uniform(extent: float) -> Tensor:
        return (torch.rand(count, generator=generator) * 2 - 1) * extent

    flip = torch.where(torch.rand(count, generator=generator) < 0.5, -1.0, 1.0)
    zoom = 1 + uniform(how.zoom)
    theta = torch.zeros(count, 2, 3)
    theta[:, 0, 0], theta[:, 1, 1] = flip * zoom, zoom
    theta[:, 0, 2], theta[:, 1, 2] = uniform(2 * how.shift), uniform(2 * how.shift)  # grid units span 2
    gain = (1 + uniform(how.gain)).view(-1, 1, 1, 1).to(pixels.device)
    grid = functional.affine_grid(theta.to(pixels.device), list(pixels.shape), align_corners=False)
    moved = functional.grid_sample(pixels.float(), grid, padding_mode="border", align_corners=False)
    return (moved * gain).clamp(0, 255)
