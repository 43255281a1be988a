import itertools
import math

import pytest
import torch

from engine.errors import ConfigError, ShapeError
from engine.losses.modality_alignment import ModalityAlignment


def unit(rows: int, width: int, seed: int, dtype: torch.dtype = torch.float32) -> torch.Tensor:
    values = torch.randn(rows, width, generator=torch.Generator().manual_seed(seed), dtype=dtype)
    return values / values.norm(dim=1, keepdim=True)


def loss_by_loops(crops, categories, target, scale, margin):
    total = 0.0
    for crop, own in zip(crops.tolist(), target.tolist(), strict=True):
        cosines = [sum(a * b for a, b in zip(crop, category, strict=True)) for category in categories.tolist()]
        angle = math.acos(max(-1.0, min(1.0, cosines[own])))
        if angle + margin < math.pi:
            shifted = math.cos(angle + margin)
        else:
            shifted = cosines[own] - margin * math.sin(math.pi - margin)
        top = math.exp(scale * shifted)
        others = sum(math.exp(scale * cosine) for k, cosine in enumerate(cosines) if k != own)
        total -= math.log(top / (top + others))
    return total / len(crops)


@pytest.mark.parametrize(("scale", "margin"), [(32.0, 0.1), (12.0, 0.2), (48.0, 0.0)])
def test_loss_equals_the_sum_written_as_loops(scale, margin):
    crops, categories, target = unit(5, 8, 0), unit(7, 8, 1), torch.tensor([0, 3, 6, 3, 1])
    expected = loss_by_loops(crops, categories, target, scale, margin)
    assert ModalityAlignment(scale, margin)(crops, categories, target).item() == pytest.approx(expected, rel=1e-4)


def test_loss_goes_on_rising_where_angle_and_margin_pass_pi():
    category = torch.tensor([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])  # the other is at a right angle to all crops
    angles = [math.pi - 0.3, math.pi - 0.2, math.pi - 0.1, math.pi - 0.02, math.pi]
    crops = [torch.tensor([[math.cos(angle), math.sin(angle), 0.0]]) for angle in angles]
    losses = [ModalityAlignment(8.0, 0.2)(crop, category, torch.tensor([0])).item() for crop in crops]
    assert losses[-1] == pytest.approx(loss_by_loops(crops[-1], category, torch.tensor([0]), 8.0, 0.2), rel=1e-4)
    assert all(before < after for before, after in itertools.pairwise(losses))


def test_gradient_is_that_of_finite_differences():
    loss = ModalityAlignment(4.0, 0.1)
    crops = unit(3, 4, 2, torch.float64).requires_grad_()
    categories = unit(4, 4, 3, torch.float64).requires_grad_()
    target = torch.tensor([0, 1, 3])
    eps = 1e-3

    loss(crops, categories, target).backward()
    for row, column in [(0, 0), (1, 2), (2, 3)]:
        moved = []
        for sign in (1, -1):
            shifted = crops.detach().clone()
            shifted[row, column] += sign * eps
            moved.append(loss(shifted, categories.detach(), target).item())
        assert crops.grad[row, column].item() == pytest.approx((moved[0] - moved[1]) / (2 * eps), abs=2e-3)


def test_gradient_is_finite_where_crop_and_category_coincide():
    crops = torch.tensor([[1.0, 0.0]], requires_grad=True)
    ModalityAlignment(32.0, 0.1)(crops, torch.eye(2), torch.tensor([0])).backward()
    assert torch.isfinite(crops.grad).all()


def test_an_empty_batch_and_another_width_are_refused():
    loss = ModalityAlignment(32.0, 0.1)
    with pytest.raises(ShapeError):
        loss(torch.zeros(0, 4), unit(3, 4, 0), torch.zeros(0, dtype=torch.int64))
    with pytest.raises(ShapeError):
        loss(unit(2, 5, 0), unit(3, 4, 0), torch.tensor([0, 1]))


def test_a_margin_of_a_right_angle_is_refused():
    with pytest.raises(ConfigError, match="margin"):
        ModalityAlignment(32.0, math.pi / 2)
