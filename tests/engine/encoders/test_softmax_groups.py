import math

import pytest
import torch

from engine.attributes.schema_file import shipped_schema
from engine.encoders.softmax_groups import attribute_logits, find_softmax_groups, softmax_logits

GROUPS = (slice(0, 3), slice(5, 7))


def logits(seed: int = 0) -> torch.Tensor:
    return 3 * torch.randn(4, 8, generator=torch.Generator().manual_seed(seed))


def test_groups_of_a_schema_are_the_exclusive_ones_with_something_to_choose():
    schema = shipped_schema("pa100k")
    found = find_softmax_groups(schema)
    expected = [group for group in schema.groups if group.exclusive and len(group.attributes) >= 2]
    assert [schema.slice_of(group) for group in expected] == list(found)
    assert 0 < len(found) < len(schema.groups)


def test_an_attributes_logit_is_the_log_odds_of_its_softmax_probability():
    found = attribute_logits(logits(), GROUPS)
    for row, heads in zip(found.tolist(), logits().tolist(), strict=True):
        for group in GROUPS:
            total = sum(math.exp(z) for z in heads[group])
            shares = [math.exp(z) / total for z in heads[group]]
            assert row[group] == pytest.approx([math.log(p) - math.log(1 - p) for p in shares], abs=1e-4)
        assert row[3:5] + row[7:] == heads[3:5] + heads[7:]


def test_probabilities_of_a_group_sum_to_one():
    probabilities = attribute_logits(logits(), GROUPS).sigmoid()
    for group in GROUPS:
        assert probabilities[:, group].sum(dim=1).tolist() == pytest.approx([1.0] * 4, abs=1e-6)


def test_near_certainty_keeps_its_digits_and_its_gradient():
    certain = torch.tensor([[60.0, 0.0, -60.0]], requires_grad=True)
    found = attribute_logits(certain, (slice(0, 3),))
    assert found.tolist() == [pytest.approx([60.0, -60.0, -120.0])]
    found.sum().backward()
    assert torch.isfinite(certain.grad).all()


def test_what_is_undone_is_the_softmax_again():
    back = softmax_logits(attribute_logits(logits(), GROUPS), GROUPS)
    for group in GROUPS:
        expected = logits()[:, group].softmax(dim=1)
        assert torch.allclose(back[:, group].softmax(dim=1), expected, atol=1e-6)
    assert torch.allclose(attribute_logits(back, GROUPS), attribute_logits(logits(), GROUPS), atol=1e-4)


def test_without_groups_nothing_changes():
    assert torch.equal(attribute_logits(logits(), ()), logits())
    assert torch.equal(softmax_logits(logits(), ()), logits())
