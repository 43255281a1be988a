import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ShapeError
from engine.imaging.box import Box

SIDES = st.floats(0.5, 500)
PLACES = st.floats(-500, 500)
BOXES = st.builds(Box, PLACES, PLACES, SIDES, SIDES)


def test_iou_of_two_squares_that_share_a_quarter():
    assert Box(0, 0, 2, 2).iou(Box(1, 1, 2, 2)) == pytest.approx(1 / 7)  # 1 shared, 4 + 4 - 1 together


def test_boxes_that_only_touch_share_nothing():
    assert Box(0, 0, 2, 2).iou(Box(2, 0, 2, 2)) == 0


@given(BOXES, BOXES)
def test_iou_is_symmetric_within_zero_and_one_and_one_with_itself(one, other):
    assert one.iou(other) == pytest.approx(other.iou(one))
    assert 0 <= one.iou(other) <= 1 + 1e-9
    assert one.iou(one) == pytest.approx(1)


@given(BOXES)
def test_a_clipped_box_lies_inside_the_frame(box):
    clipped = box.clipped(100, 80)
    if clipped is not None:
        assert clipped.x >= 0 and clipped.y >= 0
        assert clipped.x + clipped.w <= 100 + 1e-6 and clipped.y + clipped.h <= 80 + 1e-6


def test_a_box_outside_the_frame_clips_to_none():
    assert Box(101, 5, 10, 10).clipped(100, 80) is None


def test_growing_keeps_the_centre():
    assert Box(10, 20, 10, 40).grown(0.1) == Box(9, 16, 12, 48)


@pytest.mark.parametrize("w, h", [(0, 1), (1, 0), (-1, 1), (float("nan"), 1)])
def test_a_box_without_an_area_is_refused(w, h):
    with pytest.raises(ShapeError):
        Box(0, 0, w, h)
