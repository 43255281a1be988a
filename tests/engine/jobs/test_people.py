import threading
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from engine.detection.detector import Detection
from engine.imaging.box import Box
from engine.imaging.jpeg import decode_jpeg
from engine.jobs.footage import OpenedFrame
from engine.jobs.people import PeopleCutter
from engine.jobs.stage_clock import StageClock


class Two:
    """Always finds the same two people."""

    name = "two"

    def detect(self, pixels):
        return [Detection(Box(10, 20, 20, 40), 0.9), Detection(Box(0, 0, 10, 30), 0.4)]


@pytest.fixture
def frame(tmp_path):
    pixels = np.zeros((100, 80, 3), dtype=np.uint8)
    pixels[20:60, 10:30] = (200, 30, 30)
    return OpenedFrame(path=tmp_path / "a.png", number=3, sha256="0" * 64, pixels=pixels, recorded=None, time=None)


def test_each_person_becomes_a_crop_with_margin_score_and_quality(frame):
    cut = PeopleCutter([Two()], StageClock(), margin=0.1).cut(frame)
    first, second = cut.crops
    assert (cut.number, cut.width_px, cut.height_px) == (3, 80, 100)
    assert (first.box, first.score) == (Box(10, 20, 20, 40), 0.9)  # the box is kept without its margin
    assert decode_jpeg(first.jpeg).shape == (48, 24, 3)
    assert (first.quality.height_px, first.quality.truncated, second.quality.truncated) == (40, 0, 0.5)
    assert first.quality.sharpness > second.quality.sharpness >= 0


def test_the_colours_survive(frame):
    (first, _) = PeopleCutter([Two()], StageClock(), margin=0.0).cut(frame).crops
    np.testing.assert_allclose(decode_jpeg(first.jpeg).mean(axis=(0, 1)), (200, 30, 30), atol=4)


def test_detecting_and_cutting_are_timed(frame):
    clock = StageClock()
    PeopleCutter([Two()], clock).cut(frame)
    assert set(clock.seconds()) == {"detect", "crop"}


def test_a_detector_works_on_one_frame_at_a_time(frame):
    class Watched(Two):
        def __init__(self):
            self.busy = threading.Lock()

        def detect(self, pixels):
            assert self.busy.acquire(blocking=False)
            time.sleep(0.01)
            self.busy.release()
            return super().detect(pixels)

    cutter = PeopleCutter([Watched(), Watched()], StageClock())
    with ThreadPoolExecutor(4) as pool:
        assert all(len(cut.crops) == 2 for cut in pool.map(cutter.cut, [frame] * 12))
