"""Counts over time, against slow loops."""

import math

import numpy as np
import pytest

from engine.search.filters import Filters
from engine.search.timeline import count_over_time

PARTS = 7


class Crops:
    """The few columns of a searchable case that are read."""

    def __init__(self, times):
        generator = np.random.default_rng(3)
        self.cameras = ("A", "B", "C")
        self.times = np.array(times, np.float64)
        self.crop_ids = np.arange(1, len(times) + 1)
        self.camera_codes = generator.integers(0, 3, len(times)).astype(np.int16)
        self.heights_px = generator.integers(50, 200, len(times)).astype(np.uint16)


@pytest.fixture
def crops():
    times = np.random.default_rng(5).uniform(1e9, 1e9 + 3600, 200)
    times[::9] = math.nan
    return Crops(times)


def slow(crops, rows):
    known = [t for t in crops.times if not math.isnan(t)]
    start, end = min(known), max(known)
    counts = [[0] * PARTS for _ in crops.cameras]
    for row in rows:
        if not math.isnan(crops.times[row]):
            part = min(PARTS - 1, int((crops.times[row] - start) * PARTS / (end - start)))
            counts[crops.camera_codes[row]][part] += 1
    return counts


def test_crops_are_counted_by_camera_and_part_and_the_last_moment_is_in(crops):
    best = np.array([3, 5, 9, 18, 60])
    found = count_over_time(crops, Filters(), best, PARTS)
    np.testing.assert_array_equal(found.crops, slow(crops, range(200)))
    np.testing.assert_array_equal(found.best, slow(crops, best))
    assert found.crops.sum() == np.isfinite(crops.times).sum()


def test_filters_narrow_the_counts_but_those_for_time_and_camera(crops):
    filters = Filters(min_height_px=100, cameras=frozenset({"A"}))
    found = count_over_time(crops, filters, np.empty(0, np.int64), PARTS)
    np.testing.assert_array_equal(found.crops, slow(crops, np.flatnonzero(crops.heights_px >= 100)))
    assert found.cameras == ("A", "B", "C") and not found.best.any()


def test_one_moment_has_a_length_and_no_time_no_line():
    found = count_over_time(Crops([50.0, 50.0]), Filters(), np.array([0]), PARTS)
    assert found.end > found.start and found.crops.sum() == 2 and found.crops[:, 0].sum() == 2
    assert count_over_time(Crops([math.nan]), Filters(), np.array([0]), PARTS) is None
