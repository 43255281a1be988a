import math

import pytest
import torch

from engine.errors import ShapeError
from engine.losses.proxy_nca import ProxyNca


def loss_by_loops(crops, categories, target, scale):
    total = 0.0
    for crop, own in zip(crops, target.tolist(), strict=True):
        distances = [float(((crop / crop.norm() - p / p.norm()) ** 2).sum()) for p in categories]
        others = sum(math.exp(-scale * distance) for k, distance in enumerate(distances) if k != own)
        total -= math.log(math.exp(-scale * distances[own]) / others)
    return total / len(crops)


@pytest.mark.parametrize("scale", [1.0, 9.0, 32.0])
def test_loss_equals_the_squared_distances_written_as_loops(scale):
    generator = torch.Generator().manual_seed(0)
    crops = torch.randn(5, 8, generator=generator, dtype=torch.float64)
    categories = torch.randn(7, 8, generator=generator, dtype=torch.float64)
    target = torch.tensor([0, 3, 6, 3, 1])
    expected = loss_by_loops(crops, categories, target, scale)
    assert ProxyNca(scale)(crops, categories, target).item() == pytest.approx(expected, rel=1e-9)


def test_a_crop_on_its_category_is_below_zero():
    loss = ProxyNca()(torch.tensor([[1.0, 0.0]]), torch.tensor([[1.0, 0.0], [-1.0, 0.0]]), torch.tensor([0]))
    assert loss.item() == pytest.approx(-4.0)


def test_one_category_alone_is_refused():
    with pytest.raises(ShapeError, match="two categories"):
        ProxyNca()(torch.ones(1, 2), torch.ones(1, 2), torch.tensor([0]))
