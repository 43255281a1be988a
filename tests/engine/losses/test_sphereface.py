import itertools
import math

import pytest
import torch

from engine.losses.cosface import CosFace
from engine.losses.sphereface import SphereFace


def psi(angle: float, margin: int) -> float:
    k = min(int(angle * margin / math.pi), margin - 1)
    return (-1) ** k * math.cos(margin * angle) - 2 * k


def loss_by_loops(crops, categories, target, scale, margin):
    total = 0.0
    for crop, own in zip(crops, target.tolist(), strict=True):
        cosines = [float(torch.cosine_similarity(crop, category, dim=0)) for category in categories]
        top = math.exp(scale * psi(math.acos(cosines[own]), margin))
        others = sum(math.exp(scale * cosine) for k, cosine in enumerate(cosines) if k != own)
        total -= math.log(top / (top + others))
    return total / len(crops)


@pytest.mark.parametrize(("scale", "margin"), [(8.0, 4), (30.0, 2), (4.0, 3), (1.0, 8)])
def test_loss_equals_the_sum_written_as_loops(scale, margin):
    generator = torch.Generator().manual_seed(0)
    crops = torch.randn(9, 8, generator=generator, dtype=torch.float64)
    categories = torch.randn(7, 8, generator=generator, dtype=torch.float64)
    target = torch.tensor([0, 3, 6, 3, 1, 2, 2, 5, 4])
    expected = loss_by_loops(crops, categories, target, scale, margin)
    assert SphereFace(scale, margin)(crops, categories, target).item() == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("margin", [1, 2, 3, 4, 8])
def test_margin_falls_without_a_jump_from_one_to_one_minus_twice_m(margin):
    angles = torch.linspace(0, math.pi, 2001, dtype=torch.float64)
    values = SphereFace(1.0, margin).with_margin(angles.cos()[:, None])[:, 0].tolist()
    assert values == pytest.approx([psi(angle, margin) for angle in angles.tolist()], abs=1e-9)
    assert (values[0], values[-1]) == pytest.approx((1.0, 1.0 - 2 * margin))
    falls = [before - after for before, after in itertools.pairwise(values)]
    assert min(falls) > -1e-12
    assert max(falls) < 2 * margin * math.pi / 2000


def test_a_margin_of_one_multiplies_nothing():
    crops, categories, target = torch.eye(3), torch.eye(3) + 0.2, torch.tensor([0, 2, 1])
    plain = CosFace(16.0, 0.0)(crops, categories, target)
    assert SphereFace(16.0, 1.0)(crops, categories, target).item() == pytest.approx(plain.item(), rel=1e-6)
