import numpy as np
import pytest

from engine.errors import ShapeError
from engine.evaluation.reliability import errors_by_group, measure_reliability


def logit(p):
    return np.log(p / (1 - p))


def test_the_error_equals_a_slow_count_over_the_bins():
    random = np.random.default_rng(1)
    logits = random.normal(0, 2, (60, 7)).astype(np.float32)
    bits = (random.random((60, 7)) < 0.3).astype(np.uint8)
    found = measure_reliability(logits, bits, bins=10)
    answers = [(1 / (1 + np.exp(-float(x))), int(y)) for x, y in zip(logits.ravel(), bits.ravel(), strict=True)]
    slow = 0.0
    for b in range(10):
        inside = [(p, y) for p, y in answers if b / 10 <= p < (b + 1) / 10]
        assert found.counts[b] == len(inside)
        if inside:
            said, held = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            assert (found.said[b], found.held[b]) == pytest.approx((said, held))
            slow += len(inside) / len(answers) * abs(held - said)
    assert found.error == pytest.approx(100 * slow)


def test_probabilities_that_keep_their_word_have_no_error():
    said = np.repeat([0.1, 0.5, 0.9], 10)
    bits = np.concatenate([np.arange(10) < ones for ones in (1, 5, 9)])
    found = measure_reliability(logit(said)[:, None].astype(np.float32), bits[:, None].astype(np.uint8))
    assert found.error == pytest.approx(0, abs=1e-4)


def test_overconfidence_is_measured_in_points():
    found = measure_reliability(np.full((10, 1), logit(0.9), np.float32), np.eye(10, 1, dtype=np.uint8))
    assert found.error == pytest.approx(80, abs=1e-3)


def test_extreme_logits_fall_into_the_outer_bins():
    found = measure_reliability(np.array([[-1e4], [1e4]], np.float32), np.array([[0], [1]], np.uint8))
    assert found.counts[0] == found.counts[-1] == 1
    assert found.error == 0


def test_wilsons_interval_of_a_worked_case_and_of_an_empty_bin():
    found = measure_reliability(np.full((10, 1), logit(0.3), np.float32), (np.arange(10) < 2)[:, None].astype(np.uint8))
    low, high = found.held_within()
    place = int(np.flatnonzero(found.counts)[0])
    assert (low[place], high[place]) == pytest.approx((0.0567, 0.5098), abs=1e-3)  # 2 of 10
    assert np.isnan(low[0]) and np.isnan(high[-1])


def test_each_group_is_measured_on_its_own_attributes(split):
    schema, logits, bits = split.images.schema, split.calibrated, split.images.vectors
    found = errors_by_group(schema, logits, bits)
    assert [title for title, _ in found] == [group.title for group in schema.groups]
    at = schema.slice_of(schema.groups[3])
    assert found[3][1] == measure_reliability(logits[:, at], bits[:, at]).error


@pytest.mark.parametrize("shapes", [((2, 3), (3, 2)), ((0, 3), (0, 3))])
def test_answers_that_do_not_fit_or_are_none_are_refused(shapes):
    with pytest.raises(ShapeError):
        measure_reliability(np.zeros(shapes[0], np.float32), np.zeros(shapes[1], np.uint8))
