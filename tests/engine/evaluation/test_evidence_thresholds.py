"""Limits at which marks are right nine times in ten."""

import json

import numpy as np
import pytest

from engine.attributes.schema_file import shipped_schema
from engine.errors import ShapeError
from engine.evaluation.evidence_thresholds import (
    AIM,
    FALLBACK,
    FEWEST,
    EvidenceThresholds,
    Limits,
    fit_thresholds,
    limits_at,
    measure_marks,
)

SCHEMA = shipped_schema("market1501")


def drawn(count, seed=0):
    """Return calibrated probabilities and what truly held."""
    random = np.random.default_rng(seed)
    p = random.random(count).astype(np.float32)
    return p, random.random(count) < p


def test_marks_are_right_nine_times_in_ten_at_the_limits():
    p, held = drawn(4000)

    limits = limits_at(p, held)

    assert held[p >= limits.agrees_from].mean() >= 0.9
    assert (~held)[p <= limits.contradicts_to].mean() >= 0.9
    assert 0.79 < limits.agrees_from < 0.89  # of calibrated ones the mean above x is (1 + x) / 2
    assert 0.11 < limits.contradicts_to < 0.21


def test_no_lower_limit_would_do():
    p, held = drawn(4000)
    limits = limits_at(p, held)

    below = np.sort(p[p < limits.agrees_from])[::-1]
    assert all(held[p >= cut].mean() < AIM for cut in below[below >= 0.75])


def test_overconfident_probabilities_move_the_limits_out():
    p, held = drawn(4000)
    bold = 1 / (1 + np.exp(-3 * np.log(p / (1 - p))))

    assert limits_at(bold.astype(np.float32), held).agrees_from > limits_at(p, held).agrees_from + 0.1


def test_what_is_never_reliable_is_never_marked():
    random = np.random.default_rng(1)
    p = random.uniform(0.5, 1, 500).astype(np.float32)

    limits = limits_at(p, random.random(500) < 0.5)

    assert limits.agrees_from > 1


def test_a_rare_attribute_is_not_denied_without_evidence():
    p = np.linspace(0.2, 0.6, 1000, dtype=np.float32)
    held = np.zeros(1000, np.bool_)

    assert 0.24 < limits_at(p, held).contradicts_to <= 0.25


def test_attributes_with_few_examples_take_the_pooled_limits():
    random = np.random.default_rng(2)
    p = random.random((800, SCHEMA.size)).astype(np.float32)
    vectors = (random.random(p.shape) < p).astype(np.uint8)
    vectors[:, 0] = 0
    vectors[: FEWEST - 1, 0] = 1

    thresholds = fit_thresholds(SCHEMA, p, vectors)

    assert SCHEMA.attribute_ids[0] not in thresholds.by_attribute
    assert SCHEMA.attribute_ids[1] in thresholds.by_attribute
    assert thresholds.of(SCHEMA.attribute_ids[0]) == thresholds.pooled
    marks = measure_marks(SCHEMA, p[:, 1:2].repeat(SCHEMA.size, 1), vectors[:, 1:2].repeat(SCHEMA.size, 1), thresholds)
    assert 10 < marks.abstains < 70


def test_marks_are_counted_by_a_slow_loop():
    random = np.random.default_rng(4)
    p = random.random((50, SCHEMA.size)).astype(np.float32)
    vectors = (random.random(p.shape) < p).astype(np.uint8)
    first = SCHEMA.attribute_ids[0]
    thresholds = EvidenceThresholds(
        pooled=Limits(contradicts_to=0.3, agrees_from=0.7),
        by_attribute={first: Limits(contradicts_to=0.1, agrees_from=0.9)},
    )

    marks = measure_marks(SCHEMA, p, vectors, thresholds)

    agreed, right, withheld = 0, 0, 0
    for row in range(50):
        for place, name in enumerate(SCHEMA.attribute_ids):
            low, high = (0.1, 0.9) if name == first else (0.3, 0.7)
            value = float(p[row, place])
            agreed += value >= high
            right += value >= high and bool(vectors[row, place])
            withheld += low < value < high
    assert marks.agrees_right == pytest.approx(100 * right / agreed)
    assert marks.abstains == pytest.approx(100 * withheld / p.size)


def test_limits_come_back_from_json():
    thresholds = EvidenceThresholds(
        pooled=Limits(contradicts_to=0.2, agrees_from=0.8),
        by_attribute={SCHEMA.attribute_ids[2]: Limits(contradicts_to=-1.0, agrees_from=2.0)},
    )

    assert EvidenceThresholds.from_dict(json.loads(json.dumps(thresholds.to_dict()))) == thresholds


def test_without_any_the_fallback_counts():
    assert EvidenceThresholds().of(SCHEMA.attribute_ids[0]) == FALLBACK


def test_shapes_that_do_not_fit_are_refused():
    with pytest.raises(ShapeError):
        fit_thresholds(SCHEMA, np.zeros((3, 4), np.float32), np.zeros((3, 4), np.uint8))


def test_with_too_few_sure_crops_the_other_limit_counts():
    p, held = drawn(4000)
    few = np.concatenate([p[p < 0.75], [0.9, 0.95]]).astype(np.float32)
    other = Limits(contradicts_to=0.01, agrees_from=0.99)

    limits = limits_at(few, np.concatenate([held[p < 0.75], [True, True]]), otherwise=other)

    assert limits.agrees_from == 0.99 and 0.11 < limits.contradicts_to < 0.21
