import numpy as np
import pytest

from engine.errors import ShapeError
from engine.evaluation.bootstrap import draw_rounds, interval_of, paired_differences, resampled_means


def test_resampled_means_equal_a_slow_loop():
    values = np.random.default_rng(1).random(7)
    slow = [sum(values[place] for place in drawn) / 7 for drawn in draw_rounds(7, 20)]
    assert resampled_means(values, 20) == pytest.approx(np.array(slow))


def test_the_interval_narrows_with_the_root_of_the_sample():
    random = np.random.default_rng(2)
    small, large = (np.subtract(*interval_of(resampled_means(random.normal(size=n)))[::-1]) for n in (50, 5000))
    assert small / large == pytest.approx(10, rel=0.3)
    assert large == pytest.approx(2 * 1.96 / np.sqrt(5000), rel=0.1)


def test_the_paired_interval_of_a_constant_gain_has_no_width():
    values = np.random.default_rng(3).random(40)
    better = values + 0.1
    found = paired_differences(
        {"map": better.mean()},
        {"map": resampled_means(better)},
        {"map": values.mean()},
        {"map": resampled_means(values)},
    )["map"]
    assert (found.difference, found.low, found.high) == pytest.approx((0.1, 0.1, 0.1))
    assert found.is_clear


def test_a_model_does_not_differ_from_itself():
    means = {"map": resampled_means(np.random.default_rng(3).random(40))}
    found = paired_differences({"map": 1.0}, means, {"map": 1.0}, means)["map"]
    assert (found.difference, found.low, found.high, found.is_clear) == (0, 0, 0, False)


def test_other_rounds_are_refused():
    with pytest.raises(ShapeError):
        paired_differences({"map": 1}, {"map": np.zeros(9)}, {"map": 1}, {"map": np.zeros(10)})
