import math
from collections import defaultdict

import numpy as np
import pytest

from engine.errors import ShapeError
from engine.search.track_scores import best_tracks, count_tracks, pool_best_crop, pool_better_half


def reference_track_scores(scores, tracks):
    """Return (place of the best crop, score, size) of each track, by that place."""
    members = defaultdict(list)
    for place, (score, track) in enumerate(zip(scores, tracks, strict=True)):
        members[track if track else f"alone {place}"].append((-score, place))
    found = []
    for crops in members.values():
        crops.sort()
        half = crops[: math.ceil(len(crops) / 2)]
        found.append((crops[0][1], -sum(score for score, _ in half) / len(half), len(crops)))
    return sorted(found)


def scored(scores, tracks):
    found = pool_better_half(np.array(scores, np.float32), np.array(tracks, np.int64))
    return list(zip(found.best.tolist(), found.scores.tolist(), found.sizes.tolist(), strict=True))


def test_a_track_scores_the_mean_of_its_better_half():
    assert scored([4, 1, 3, 2, 0], [7, 7, 7, 7, 7]) == [(0, 3.0, 5)]  # 4, 3, 2


def test_one_bad_crop_does_not_pull_a_track_down():
    assert scored([2, 2, -50], [1, 1, 1]) == [(0, 2.0, 3)]


def test_one_lucky_crop_does_not_lift_a_track_up():
    stranger, person = scored([5, -4, -4, -4, 1, 1], [1, 1, 1, 1, 2, 2])
    assert stranger[1] < person[1]


def test_crops_without_a_track_stand_for_themselves():
    assert scored([1, 2, 3], [0, 5, 0]) == [(0, 1.0, 1), (1, 2.0, 1), (2, 3.0, 1)]


def test_of_equal_crops_the_first_is_shown():
    assert scored([1, 1, 1], [3, 3, 3]) == [(0, 1.0, 3)]


def test_crops_that_were_not_scored_count_as_the_worst():
    assert scored([2, -np.inf, -np.inf], [1, 1, 1]) == [(0, -np.inf, 3)]
    assert scored([2, 2, -np.inf], [1, 1, 1]) == [(0, 2.0, 3)]


def test_many_tracks_score_as_the_written_out_way_does():
    generator = np.random.default_rng(5)
    scores = generator.integers(-6, 6, 500).astype(np.float32) / 4
    tracks = generator.integers(0, 90, 500)
    expected = reference_track_scores(scores.tolist(), tracks.tolist())
    found = scored(scores, tracks)
    assert [(best, size) for best, _, size in found] == [(best, size) for best, _, size in expected]
    assert np.allclose([score for _, score, _ in found], [score for _, score, _ in expected])


def test_no_crops_have_no_tracks():
    assert scored([], []) == []


def test_each_crop_needs_a_track_or_none():
    with pytest.raises(ShapeError, match="2 scores need as many tracks, not 1"):
        pool_better_half(np.zeros(2, np.float32), np.zeros(1, np.int64))


@pytest.mark.parametrize("count", [1, 3, 10, 40])
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("pool", [pool_better_half, pool_best_crop])
def test_the_best_tracks_are_those_of_scoring_all(count, seed, pool):
    generator = np.random.default_rng(seed)
    scores = generator.integers(-40, 12, 600).astype(np.float32) / 4  # many tie
    tracks = generator.integers(0, 120 if seed % 2 else 5, 600)
    found, expected = best_tracks(scores, tracks, count, pool), pool(scores, tracks)
    best, wanted = (np.lexsort((made.best, -made.scores))[:count] for made in (found, expected))
    assert found.best[best].tolist() == expected.best[wanted].tolist()
    assert found.scores[best].tolist() == expected.scores[wanted].tolist()
    assert found.sizes[best].tolist() == expected.sizes[wanted].tolist()
    assert count_tracks(tracks) == len(expected.best)


def test_of_many_tracks_few_are_scored():
    scores = np.arange(10_000, dtype=np.float32)
    assert len(best_tracks(scores, np.arange(10_000) // 10 + 1, 5).best) <= 10


def test_a_lucky_crop_of_each_of_many_tracks_is_seen_through():
    """The best crops are all strangers'; the person's are all fair."""
    lucky = np.where(np.arange(800) % 8 == 0, 5.0, -9.0)
    scores = np.concatenate([lucky, [2.0, 2.0]]).astype(np.float32)
    tracks = np.concatenate([np.arange(800) // 8 + 1, [500, 500]])
    found = best_tracks(scores, tracks, 1)
    assert found.best[np.argmax(found.scores)] == 800


def test_no_crops_have_no_best_tracks():
    nothing = np.array([], np.int64)
    assert len(best_tracks(nothing.astype(np.float32), nothing, 3).best) == count_tracks(nothing) == 0
