import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.detection.suppression import inside_frame, keep_surest
from engine.imaging.box import Box

BOX = st.tuples(*[st.integers(0, 40)] * 2, *[st.integers(1, 30)] * 2, st.integers(1, 1000))


def kept_by_slow_loop(rows, max_iou):
    kept = []
    for x, y, w, h, score in sorted(rows, key=lambda row: -row[4]):
        box = Box(x, y, w, h)
        if all(box.iou(other) <= max_iou for other, _ in kept):
            kept.append((box, score / 1000))
    return kept


@given(st.lists(BOX, max_size=12, unique_by=lambda row: row[4]))
def test_suppression_agrees_with_a_slow_loop(rows):
    table = np.array(rows, dtype=np.float64).reshape(-1, 5)
    found = keep_surest(table[:, :4], table[:, 4] / 1000, min_score=0.0, max_iou=0.4001)
    assert [(detection.box, detection.score) for detection in found] == kept_by_slow_loop(rows, 0.4001)


def test_no_boxes_give_no_detections():
    assert keep_surest(np.empty((0, 4)), np.empty(0), min_score=0.3, max_iou=0.5) == []


def test_what_lies_outside_the_frame_is_dropped():
    found = keep_surest(np.array([[-20.0, 0, 10, 10], [-5, 0, 10, 10]]), np.array([0.9, 0.8]), min_score=0, max_iou=1)
    assert [detection.box for detection in inside_frame(found, 50, 50)] == [Box(0, 0, 5, 10)]
