import math

import pytest
import torch

from engine.losses.proxy_anchor import ProxyAnchor


def loss_by_loops(crops, categories, target, scale, margin):
    pull, push, present = 0.0, 0.0, 0
    for p, category in enumerate(categories):
        cosines = [float(torch.cosine_similarity(crop, category, dim=0)) for crop in crops]
        own = [cosine for cosine, y in zip(cosines, target.tolist(), strict=True) if y == p]
        others = [cosine for cosine, y in zip(cosines, target.tolist(), strict=True) if y != p]
        present += bool(own)
        pull += math.log(1 + sum(math.exp(-scale * (cosine - margin)) for cosine in own))
        push += math.log(1 + sum(math.exp(scale * (cosine + margin)) for cosine in others))
    return pull / present + push / len(categories)


@pytest.mark.parametrize(("scale", "margin"), [(32.0, 0.1), (4.0, 0.0), (16.0, 0.3)])
def test_loss_equals_the_sums_written_as_loops(scale, margin):
    generator = torch.Generator().manual_seed(0)
    crops = torch.randn(5, 8, generator=generator, dtype=torch.float64)
    categories = torch.randn(7, 8, generator=generator, dtype=torch.float64)
    target = torch.tensor([0, 3, 6, 3, 1])
    expected = loss_by_loops(crops, categories, target, scale, margin)
    assert ProxyAnchor(scale, margin)(crops, categories, target).item() == pytest.approx(expected, rel=1e-9)


def test_a_crop_and_a_category_at_a_right_angle_by_hand():
    loss = ProxyAnchor(2.0, 0.5)(torch.tensor([[1.0, 0.0]]), torch.eye(2), torch.tensor([0]))
    pull = math.log(1 + math.exp(-2.0 * (1.0 - 0.5)))
    push = (0.0 + math.log(1 + math.exp(2.0 * (0.0 + 0.5)))) / 2  # the crop's own category has nothing to push
    assert loss.item() == pytest.approx(pull + push, rel=1e-6)


def test_of_two_crops_the_one_further_off_is_pulled_more():
    crops = torch.tensor([[1.0, 0.1], [1.0, 1.0]], requires_grad=True)
    ProxyAnchor(8.0, 0.1)(crops, torch.tensor([[1.0, 0.0]]), torch.tensor([0, 0])).backward()
    assert crops.grad[1].norm() > crops.grad[0].norm()
