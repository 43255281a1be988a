import math

import pytest
import torch

from engine.losses.cosface import CosFace
from engine.losses.modality_alignment import ModalityAlignment


def loss_by_loops(crops, categories, target, scale, margin):
    total = 0.0
    for crop, own in zip(crops, target.tolist(), strict=True):
        cosines = [float(torch.cosine_similarity(crop, category, dim=0)) for category in categories]
        top = math.exp(scale * (cosines[own] - margin))
        others = sum(math.exp(scale * cosine) for k, cosine in enumerate(cosines) if k != own)
        total -= math.log(top / (top + others))
    return total / len(crops)


@pytest.mark.parametrize(("scale", "margin"), [(64.0, 0.35), (8.0, 0.0), (30.0, 0.2)])
def test_loss_equals_the_sum_written_as_loops(scale, margin):
    generator = torch.Generator().manual_seed(0)
    crops = torch.randn(5, 8, generator=generator, dtype=torch.float64)
    categories = torch.randn(7, 8, generator=generator, dtype=torch.float64)
    target = torch.tensor([0, 3, 6, 3, 1])
    expected = loss_by_loops(crops, categories, target, scale, margin)
    assert CosFace(scale, margin)(crops, categories, target).item() == pytest.approx(expected, rel=1e-9)


def test_without_margin_it_is_modality_alignment_without_margin():
    crops, categories, target = torch.eye(3), torch.eye(3) + 0.2, torch.tensor([0, 2, 1])
    plain = ModalityAlignment(16.0, 0.0)(crops, categories, target)
    assert CosFace(16.0, 0.0)(crops, categories, target).item() == pytest.approx(plain.item(), rel=1e-5)
