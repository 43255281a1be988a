"""Densities of categories against loops, and what hubness takes from a cosine."""

import math

import numpy as np
import pytest

from engine.evaluation.category_density import REFERENCES, hubness, kernel_sums
from engine.evaluation.full_scores import fused_scores


def unit(rows, seed, width=8):
    made = np.random.default_rng(seed).normal(size=(rows, width)).astype(np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def test_the_sums_are_those_of_a_loop():
    crops, categories = unit(5, 1), unit(30, 2)
    slow = [sum(math.exp(6.0 * (float(crop @ category) - 1)) for category in categories) for crop in crops]
    assert kernel_sums(crops, categories, 6.0) == pytest.approx(slow, rel=1e-5)


def test_more_crops_than_are_looked_at_in_one_step_are_all_summed():
    crops, categories = unit(9000, 1), unit(3, 2)
    assert kernel_sums(crops, categories, 6.0) == pytest.approx(np.exp(6 * (crops @ categories.T - 1)).sum(1), rel=1e-5)


def test_many_categories_are_estimated_from_some_of_them():
    crops, categories = unit(20, 1), unit(8 * REFERENCES, 2)
    whole = kernel_sums(crops, categories, 4.0, most=len(categories))
    assert kernel_sums(crops, categories, 4.0) == pytest.approx(whole, rel=0.3)
    assert kernel_sums(crops, np.repeat(categories[:1], 9 * REFERENCES, axis=0), 4.0) == pytest.approx(
        9 * REFERENCES * kernel_sums(crops, categories[:1], 4.0), rel=1e-4
    )


def test_without_categories_the_sum_is_nought():
    assert kernel_sums(unit(3, 1), unit(0, 2), 6.0).tolist() == [0, 0, 0]


def test_less_the_hubness_a_cosine_ranks_as_the_posterior_of_the_category_does():
    crops, categories = unit(40, 1), unit(30, 2)
    own = np.exp(6.0 * (crops @ categories.T))
    log_posterior = np.log(own[:, 4] / own.sum(axis=1))
    less = crops @ categories[4] - hubness(crops, categories, 6.0)
    assert 6.0 * less - math.log(30) == pytest.approx(log_posterior, abs=1e-4)


def test_a_sharpness_beyond_the_floats_range_stays_finite():
    assert np.isfinite(hubness(unit(5, 1), unit(30, 2), 500.0)).all()


def test_the_fused_score_takes_the_hubness_from_every_cosine():
    cosine, heads = np.array([[0.5, 0.2]], np.float32), np.array([[-2.0, -1.0]], np.float32)
    found = fused_scores(cosine, heads, 20.0, np.array([0.3, 0.1], np.float32))
    assert found == pytest.approx(np.array([[2.0, 1.0]]))
