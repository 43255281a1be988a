"""Small and blurred crops weaken what the heads say."""

import itertools

import pytest

from engine.gallery.records import Quality
from engine.search.legibility import legibility


def of(height, sharpness):
    return float(legibility([Quality(height_px=height, sharpness=sharpness, truncated=0.0)])[0])


def test_a_clear_crop_is_trusted_wholly():
    assert of(256, 900.0) == 1


def test_the_smaller_the_less():
    trusted = [of(height, 900.0) for height in (0, 8, 24, 40, 60, 64, 300)]

    assert all(a <= b for a, b in itertools.pairwise(trusted))
    assert trusted[1] < trusted[3] < trusted[5]


def test_the_more_blurred_the_less():
    trusted = [of(200, sharpness) for sharpness in (0.0, 2.0, 20.0, 60.0, 99.0, 1e6)]

    assert all(a <= b for a, b in itertools.pairwise(trusted))
    assert trusted[0] < trusted[2] < trusted[5]


@pytest.mark.parametrize(("height", "sharpness"), [(0, 0.0), (1, 1e-9), (10**6, 1e9)])
def test_it_stays_above_zero_and_at_most_one(height, sharpness):
    assert 0 < of(height, sharpness) <= 1


def test_no_crop_has_none():
    assert legibility([]).shape == (0,)
