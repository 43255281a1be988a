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


SOFTMAX = (slice(0, 3),)
WEIGHTS = torch.tensor([1.0, 3.0, 2.0, 5.0])


def loss_by_loops(logits, bits, known):
    """Return the loss where the first three attributes share a softmax and the fourth stands by itself."""
    total = 0.0
    for z, y, seen in zip(logits.tolist(), bits.tolist(), known.tolist(), strict=True):
        holding = [k for k in range(3) if y[k] and seen[k]]
        if len(holding) == 1:
            share = math.exp(z[holding[0]]) / sum(math.exp(value) for value in z[:3])
            total -= WEIGHTS[holding[0]].item() * math.log(share)
        if seen[3]:
            probability = 1 / (1 + math.exp(-z[3]))
            total -= WEIGHTS[3].item() * math.log(probability) if y[3] else math.log(1 - probability)
    return total / logits.numel()


BITS = torch.tensor([[0, 1, 0, 1], [0, 0, 0, 0], [1, 1, 0, 1], [1, 0, 0, 0], [0, 0, 1, 1], [1, 0, 1, 0]])
KNOWN = torch.tensor([[1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 0], [0, 1, 1, 1], [0, 1, 1, 1], [1, 1, 0, 1]])


def head_logits(dtype: torch.dtype = torch.float32) -> torch.Tensor:
    return torch.randn(6, 4, generator=torch.Generator().manual_seed(0), dtype=dtype)


@pytest.mark.parametrize("known", [KNOWN, None])
def test_a_group_with_a_softmax_has_cross_entropy_where_one_is_known_to_hold(known):
    expected = loss_by_loops(head_logits(), BITS, torch.ones_like(BITS) if known is None else known)
    assert Recognition(WEIGHTS, SOFTMAX)(head_logits(), BITS, known).item() == pytest.approx(expected, rel=1e-5)


def test_nothing_is_learned_of_a_softmax_group_where_none_or_two_hold():
    logits = head_logits().requires_grad_()
    Recognition(WEIGHTS, SOFTMAX)(logits, BITS, KNOWN).backward()
    assert (logits.grad[:, :3] != 0).any(dim=1).tolist() == [True, False, False, False, True, True]
    assert (logits.grad[:, 3] != 0).tolist() == [True, True, False, True, True, True]


def test_gradients_with_a_softmax_are_those_of_finite_differences():
    loss = Recognition(WEIGHTS.double(), SOFTMAX)
    logits = head_logits(torch.float64).requires_grad_()
    assert torch.autograd.gradcheck(lambda given: loss(given, BITS, KNOWN), logits)


def test_loss_is_finite_at_extreme_logits_and_in_half_precision():
    loss = Recognition(WEIGHTS, SOFTMAX)
    extreme = torch.tensor([[-1e4, 1e4, 0.0, -1e4], [1e4, 0.0, -1e4, 1e4]]).requires_grad_()
    value = loss(extreme, BITS[:2])
    value.backward()
    assert torch.isfinite(value)
    assert torch.isfinite(extreme.grad).all()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        assert loss(head_logits().bfloat16(), BITS).dtype == torch.float32
    assert torch.isfinite(loss(head_logits().half(), BITS))
