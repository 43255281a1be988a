import numpy as np
import pytest

from engine.errors import ShapeError
from engine.evaluation.full_protocol import measure_full
from engine.evaluation.full_scores import fused_scores, head_scores


def test_rank_k_and_map_of_a_case_worked_by_hand():
    # query 0: images 0 and 1 relevant, ranked 1st and 3rd; query 1: image 2 relevant, ranked 2nd
    scores = np.array([[0.9, 0.1, 0.5], [0.1, 0.9, 0.5]], np.float32)
    figures = measure_full(scores, np.array([0, 0, 1]), scorer="cosine")
    assert figures.rank1 == pytest.approx(50.0)
    assert figures.rank5 == pytest.approx(100.0)
    assert figures.map == pytest.approx(100 * ((1 + 2 / 3) / 2 + 1 / 2) / 2)
    assert figures.queries == 2
    assert figures.gallery == 3


def test_rank_1_equals_a_slow_count():
    generator = np.random.default_rng(3)
    query_of_image = np.concatenate([np.arange(10), generator.integers(10, size=50)])
    scores = generator.normal(size=(10, 60)).astype(np.float32)
    slow = sum(query_of_image[max(range(60), key=lambda i: scores[q, i])] == q for q in range(10)) / 10
    assert measure_full(scores, query_of_image, scorer="x").rank1 == pytest.approx(100 * slow)


def test_interval_holds_the_figure():
    generator = np.random.default_rng(4)
    scores = generator.normal(size=(30, 90)).astype(np.float32)
    figures = measure_full(scores, np.arange(90) % 30, scorer="x")
    low, high = figures.intervals["map"]
    assert low < figures.map < high


def test_scores_of_another_width_are_refused():
    with pytest.raises(ShapeError):
        measure_full(np.zeros((2, 3), np.float32), np.array([0, 1]), scorer="x")


def test_head_scores_equal_the_sum_of_log_probabilities():
    generator = np.random.default_rng(5)
    vectors = (generator.random((3, 6)) < 0.5).astype(np.uint8)
    logits = generator.normal(size=(4, 6)).astype(np.float32)
    for q in range(3):
        for n in range(4):
            p = 1 / (1 + np.exp(-logits[n].astype(np.float64)))
            slow = sum(np.log(p[k]) if vectors[q, k] else np.log(1 - p[k]) for k in range(6))
            assert head_scores(vectors, logits)[q, n] == pytest.approx(slow, rel=1e-4)


def test_fusion_is_alpha_times_cosine_plus_heads():
    assert fused_scores(np.array([[0.5]], np.float32), np.array([[-2.0]], np.float32), 20.0).item() == 8.0
