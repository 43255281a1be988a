from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.detection.detector import Detection, ScoreScale
from engine.detection.ignore_zone import IgnoreZone
from engine.detection.settings import DetectionSettings, LeftOut
from engine.detection.sifted import LeftOutCount, SiftedDetector
from engine.detection.suppression import keep_surest
from engine.imaging.box import Box

FRAME = np.zeros((100, 200, 3), dtype=np.uint8)


class Four:
    """Finds the same four people in every frame."""

    name = "four"
    scores = ScoreScale(lowest=0.1, usual=0.5, highest=1.0)

    def detect(self, pixels):
        boxes = (Box(150, 10, 20, 60), Box(10, 10, 20, 60), Box(100, 10, 10, 20), Box(150, 40, 20, 60))
        return [Detection(box, score) for box, score in zip(boxes, (0.9, 0.8, 0.7, 0.4), strict=True)]


def test_only_those_are_taken_whom_the_settings_allow_and_the_others_are_counted():
    left_out = LeftOutCount()
    settings = DetectionSettings(min_height_px=30, zones=(IgnoreZone.from_text("0,0 0.5,0 0.5,1 0,1"),))
    sifted = SiftedDetector(Four(), settings, left_out)
    assert [found.score for found in sifted.detect(FRAME)] == [0.9]
    assert [left_out.of(reason) for reason in LeftOut] == [1, 1, 1]
    sifted.detect(FRAME)
    assert left_out.of(LeftOut.IGNORED) == 2
    assert (sifted.name, sifted.scores) == ("four", Four.scores)


def test_several_threads_count_together():
    left_out = LeftOutCount()
    sifted = SiftedDetector(Four(), DetectionSettings(min_height_px=30), left_out)
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(sifted.detect, [FRAME] * 2000))
    assert (left_out.of(LeftOut.TOO_LOW), left_out.of(LeftOut.UNSURE)) == (2000, 2000)


def test_without_settings_the_detector_is_as_it_is():
    assert [found.score for found in SiftedDetector(Four(), DetectionSettings(), LeftOutCount()).detect(FRAME)] == [
        0.9,
        0.8,
        0.7,
    ]


@given(
    st.lists(st.tuples(*[st.integers(0, 60)] * 2, st.integers(10, 40), st.integers(10, 40)), min_size=1, max_size=12),
    st.randoms(use_true_random=False),
    st.sampled_from([0.2, 0.5, 0.8]),
)
def test_sifting_after_the_suppression_finds_whom_a_detector_with_that_score_finds(boxes, random, min_score):
    boxes = np.array(boxes, dtype=np.float64)
    scores = np.array(random.sample(range(1, 1000), len(boxes))) / 1000
    late = [found for found in keep_surest(boxes, scores, min_score=0.0, max_iou=0.3) if found.score > min_score]
    early = keep_surest(boxes, scores, min_score=min_score, max_iou=0.3)
    assert [found for found in early if found.score > min_score] == late


@pytest.mark.parametrize("size", [(200, 100), (400, 200)])
def test_zones_hold_for_every_size_of_frame(size):
    settings = DetectionSettings(zones=(IgnoreZone.from_text("0,0 0.5,0 0.5,1 0,1"),))
    width, height = size
    left = Box(0.2 * width, 0.1 * height, 0.1 * width, 0.5 * height)
    right = Box(0.6 * width, 0.1 * height, 0.1 * width, 0.5 * height)
    assert settings.reason_against(left, 0.9, size, usual_score=0.5) is LeftOut.IGNORED
    assert settings.reason_against(right, 0.9, size, usual_score=0.5) is None
