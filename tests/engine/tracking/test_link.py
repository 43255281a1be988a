"""People who walk on straight lines: who they are is known, so each track can be checked."""

import numpy as np
import pytest

from engine.errors import ShapeError
from engine.tracking.link import FrameBoxes, link_boxes

SIZE = (40.0, 100.0)


def at(*places, scores=None, seconds=None):
    boxes = np.array([(x, y, *SIZE) for x, y in places], np.float64).reshape(-1, 4)
    return FrameBoxes(boxes, np.full(len(boxes), 0.9) if scores is None else np.array(scores), seconds)


def linked(*frames):
    return [numbers.tolist() for numbers in link_boxes(frames)]


def test_two_people_who_walk_side_by_side_are_two_tracks():
    frames = [at((10 + 5 * step, 50), (400 - 5 * step, 50)) for step in range(12)]
    assert linked(*frames) == [[1, 2]] * 12


def test_the_order_in_which_a_frame_lists_its_boxes_does_not_matter():
    frames = [at((10 + 5 * step, 50), (400 - 5 * step, 50)) for step in range(4)]
    turned = FrameBoxes(frames[2].boxes[::-1], frames[2].scores[::-1])
    assert linked(frames[0], frames[1], turned, frames[3]) == [[1, 2], [1, 2], [2, 1], [1, 2]]


def test_a_person_hidden_for_a_few_frames_goes_on():
    seen = [at((10 + 4 * step, 50)) for step in range(20)]
    frames = [*seen[:8], at(), at(), at(), *seen[11:]]
    assert linked(*frames) == [[1]] * 8 + [[]] * 3 + [[1]] * 9


def test_who_comes_after_a_long_gap_is_somebody_new():
    near = [at((50, 50), seconds=float(step)) for step in range(3)]
    far = [at((50, 50), seconds=2 + 10.5 + step) for step in range(3)]
    assert linked(*near, *far) == [[1]] * 3 + [[2]] * 3


def test_a_frame_without_a_time_breaks_nothing():
    times = [0.0, None, 2.0, None, 20.0]
    assert linked(*(at((50, 50), seconds=seconds) for seconds in times)) == [[1], [1], [1], [1], [2]]


def test_a_box_that_the_detector_doubts_goes_on_with_a_track_and_begins_none():
    sure = [at((50 + step, 50)) for step in range(3)]
    doubted = at((53, 50), (300, 50), scores=[0.35, 0.35])
    assert linked(*sure, doubted) == [[1], [1], [1], [1, 0]]


def test_scores_beyond_one_are_sure_ones():
    frames = [at((50 + step, 50), (300, 50), scores=[2.5, 0.8]) for step in range(3)]
    assert linked(*frames) == [[1, 2]] * 3


def test_no_frames_and_no_people_link_nothing():
    assert linked() == []
    assert linked(at(), at()) == [[], []]


def test_scores_must_be_as_many_as_boxes():
    with pytest.raises(ShapeError, match="2 scores need as many boxes"):
        FrameBoxes(np.zeros((1, 4)), np.ones(2))
