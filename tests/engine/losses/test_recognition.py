import math

import pytest
import torch

from engine.errors import ShapeError
from engine.losses.recognition import Recognition, rarity_weights


def test_loss_equals_weighted_cross_entropy_written_as_loops():
    logits = torch.tensor([[0.3, -1.2, 2.0], [-0.5, 0.1, 0.7]])
    bits = torch.tensor([[1, 0, 1], [0, 1, 1]])
    weights = torch.tensor([1.0, 3.0, 2.0])
    total = 0.0
    for row, truth in zip(logits.tolist(), bits.tolist(), strict=True):
        for logit, bit, weight in zip(row, truth, weights.tolist(), strict=True):
            probability = 1 / (1 + math.exp(-logit))
            total -= weight * math.log(probability) if bit else math.log(1 - probability)
    assert Recognition(weights)(logits, bits).item() == pytest.approx(total / 6, rel=1e-5)


def test_nothing_is_learned_of_what_a_crop_does_not_show():
    bits = torch.tensor([[1, 0], [0, 1]])
    logits = torch.tensor([[0.3, -1.2], [2.0, 0.1]], requires_grad=True)
    loss = Recognition(torch.tensor([1.0, 3.0]))
    loss(logits, bits, torch.tensor([[1, 0], [1, 1]])).backward()
    assert (logits.grad == 0).tolist() == [[False, True], [False, False]]
    whole = loss(logits, bits, torch.ones(2, 2))
    assert whole.item() == loss(logits, bits).item()


def test_rare_attributes_weigh_the_root_of_their_odds_at_most_eight():
    weights = rarity_weights(torch.tensor([50, 20, 1, 0, 90]), 100)
    assert weights.tolist() == pytest.approx([1.0, 2.0, 8.0, 8.0, 1.0])


def test_logits_and_bits_of_different_shapes_are_refused():
    with pytest.raises(ShapeError):
        Recognition(torch.ones(3))(torch.zeros(2, 3), torch.zeros(2, 4))
    with pytest.raises(ShapeError):
        Recognition(torch.ones(3))(torch.zeros(2, 3), torch.zeros(2, 3), torch.ones(2, 1))
