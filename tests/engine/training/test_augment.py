"""Varying a batch of crops."""

import numpy as np
import pytest
import torch

from engine.training.augment import augment, draw_variations
from engine.training.recipe import Augmentation

STILL = Augmentation(shift=0.0, zoom=0.0, gain=0.0)


def crops(count: int) -> torch.Tensor:
    pixels = np.random.default_rng(0).integers(0, 256, (count, 3, 64, 32), dtype=np.uint8)
    return torch.from_numpy(pixels)


def test_without_extents_a_crop_is_itself_or_mirrored():
    pixels, variations = crops(40), draw_variations(40, STILL, torch.Generator().manual_seed(1))
    varied = augment(pixels, variations)
    mirrored = [
        torch.allclose(after, before.flip(2).float(), atol=1e-2) for before, after in zip(pixels, varied, strict=True)
    ]
    same = [torch.allclose(after, before.float(), atol=1e-2) for before, after in zip(pixels, varied, strict=True)]
    assert all(a != b for a, b in zip(mirrored, same, strict=True))
    assert 8 < sum(mirrored) < 32


def test_a_smaller_size_is_the_mean_of_what_it_covers():
    pixels = torch.zeros(1, 3, 64, 32, dtype=torch.uint8)
    pixels[:, :, 32:] = 200
    varied = augment(pixels, draw_variations(1, STILL, torch.Generator().manual_seed(1)), (32, 16))
    assert varied.shape == (1, 3, 32, 16)
    assert varied[0, 0, :14].max() == pytest.approx(0, abs=1e-3)
    assert varied[0, 0, 18:].min() == pytest.approx(200, abs=1e-3)
    assert varied.mean() == pytest.approx(100, abs=0.5)


def test_nothing_is_made_larger():
    pixels = crops(2)
    variations = draw_variations(2, STILL, torch.Generator().manual_seed(1))
    assert torch.equal(augment(pixels, variations, (128, 64)), augment(pixels, variations))
