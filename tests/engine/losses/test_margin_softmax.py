"""The loss of a crop that has one of several categories, against slow loops."""

import math

import pytest
import torch

from engine.losses.cosface import CosFace
from engine.losses.modality_alignment import ModalityAlignment
from engine.losses.sphereface import SphereFace

LOSSES = pytest.mark.parametrize(
    "loss",
    [ModalityAlignment(5.0, 0.2), CosFace(7.0, 0.3), SphereFace(3.0, 4)],
    ids=["alignment", "cosface", "sphereface"],
)


def cosines(crops, categories, seed=1):
    made = torch.rand(crops, categories, generator=torch.Generator().manual_seed(seed), dtype=torch.float64) * 2 - 1
    return made.requires_grad_()


def slow(loss, given, may_be):
    """Return the mean written out crop by crop, category by category."""
    total = 0.0
    for row, mask in zip(given.tolist(), may_be.tolist(), strict=True):
        if all(mask) or not any(mask):
            continue
        margins = [float(loss.with_margin(torch.tensor([[value]], dtype=torch.float64))) for value in row]
        inside = sum(math.exp(loss.scale * margin) for margin, is_in in zip(margins, mask, strict=True) if is_in)
        outside = sum(math.exp(loss.scale * value) for value, is_in in zip(row, mask, strict=True) if not is_in)
        total -= math.log(inside / (inside + outside))
    return total / len(given)


@LOSSES
def test_it_is_the_formula(loss):
    given, may_be = cosines(6, 5), torch.rand(6, 5, generator=torch.Generator().manual_seed(2)) < 0.4
    may_be[0], may_be[1] = True, False
    assert loss.of_any(given, may_be).item() == pytest.approx(slow(loss, given, may_be), rel=1e-9)


@LOSSES
def test_with_one_category_each_it_is_the_loss_itself(loss):
    given, target = cosines(6, 5), torch.tensor([0, 4, 2, 2, 1, 3])
    may_be = torch.nn.functional.one_hot(target, 5).bool()
    assert loss.of_any(given, may_be).item() == pytest.approx(loss.of_cosines(given, target).item(), rel=1e-9)


@LOSSES
def test_a_crop_that_may_be_anything_or_nothing_teaches_nothing(loss):
    given = cosines(2, 4)
    may_be = torch.tensor([[True] * 4, [False] * 4])
    found = loss.of_any(given, may_be)
    found.backward()
    assert found.item() == 0.0
    assert not given.grad.any()


def test_the_gradient_is_that_of_the_formula():
    loss, given = ModalityAlignment(4.0, 0.1), cosines(3, 4)
    may_be = torch.tensor([[True, True, False, False], [False, True, False, True], [True, False, False, False]])
    assert torch.autograd.gradcheck(lambda values: loss.of_any(values, may_be), [given])
