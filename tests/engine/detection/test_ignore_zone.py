from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.detection.ignore_zone import IgnoreZone
from engine.errors import ConfigError

SQUARE = IgnoreZone(((0.2, 0.2), (0.6, 0.2), (0.6, 0.6), (0.2, 0.6)))
SHARES = st.floats(0, 1, allow_nan=False).map(lambda share: round(share, 3))


def test_a_point_is_in_the_polygon_or_not():
    assert SQUARE.holds(0.4, 0.4)
    assert not SQUARE.holds(0.1, 0.4) and not SQUARE.holds(0.7, 0.4)
    assert not SQUARE.holds(0.4, 0.1) and not SQUARE.holds(0.4, 0.7)


def test_a_notch_is_outside():
    notched = IgnoreZone.from_text("0,0 1,0 1,1 0.5,0.3 0,1")
    assert notched.holds(0.5, 0.2)
    assert not notched.holds(0.5, 0.6)
    assert notched.holds(0.05, 0.8)


def test_feet_on_the_lower_and_right_edge_stand_in_a_zone_that_reaches_it():
    lower_right = IgnoreZone.from_text("0.5,0.5 1,0.5 1,1 0.5,1")
    assert lower_right.holds(1.0, 1.0) and lower_right.holds(0.7, 1.0) and lower_right.holds(1.0, 0.7)


@given(st.lists(st.tuples(SHARES, SHARES), min_size=3, max_size=3), SHARES, SHARES)
def test_a_triangle_holds_what_lies_on_the_same_side_of_its_three_edges(corners, x, y):
    try:
        zone = IgnoreZone(tuple(corners))
    except ConfigError:
        return  # flat
    sides = [(x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) for (x1, y1), (x2, y2) in pairwise((*corners, corners[0]))]
    if min(map(abs, sides)) < 1e-6 or max(x, y) > 0.999:
        return  # on an edge either answer is right
    assert zone.holds(x, y) == (all(side > 0 for side in sides) or all(side < 0 for side in sides))


def test_the_text_is_read_as_it_is_written():
    assert IgnoreZone.from_text(SQUARE.to_text()) == SQUARE
    assert SQUARE.to_text() == "0.2,0.2 0.6,0.2 0.6,0.6 0.2,0.6"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "has 0 corners"),
        ("0.1,0.1 0.2,0.2", "has 2 corners"),
        ("0.1,0.1 0.2,0.2 0.3", "no list of corners"),
        ("0.1,0.1 0.2,0.2 0.3,a", "no list of corners"),
        ("10,10 20,10 20,20", "leaves the frame"),
        ("-0.1,0 0.5,0 0.5,0.5", "leaves the frame"),
        ("nan,0 0.5,0 0.5,0.5", "leaves the frame"),
        ("0.1,0.1 0.2,0.2 0.3,0.3", "has no area"),
        (" ".join(["0.1,0.1"] * 65), "has 65 corners"),
    ],
)
def test_what_is_no_polygon_is_refused_in_words(text, words):
    with pytest.raises(ConfigError, match=words):
        IgnoreZone.from_text(text)
