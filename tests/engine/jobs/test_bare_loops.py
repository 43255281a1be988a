import numpy as np
import pytest

from engine.detection.detector import Detection
from engine.imaging.box import Box
from engine.jobs.bare_loops import time_bare_loops
from engine.jobs.scan import scan


class Two:
    """Always finds the same two people, and keeps the brightness of what it was shown."""

    name = "two"

    def __init__(self):
        self.shown = []

    def detect(self, pixels):
        self.shown.append(int(pixels.mean()))
        return [Detection(Box(1, 1, 10, 20), 0.9), Detection(Box(12, 1, 10, 20), 0.8)]


def loops(path, embedder, every=1):
    detector = Two()
    seconds = time_bare_loops(scan(path, holds_crops=False).sources, every=every, detector=detector, embedder=embedder)
    return seconds, detector


def test_every_frame_is_detected_on_and_every_crop_embedded_once(pictures, embedder, made):
    seconds, detector = loops(pictures, embedder)
    assert detector.shown == [made.shade(number) for number in range(1, 21)]
    assert embedder.calls == [40]
    assert min(seconds.decode, seconds.detect, seconds.embed) > 0
    assert seconds.total == pytest.approx(seconds.decode + seconds.detect + seconds.embed)


def test_crops_are_embedded_in_the_batches_of_an_import(tmp_path, embedder, made):
    loops(made.video(tmp_path / "clip.avi", 70), embedder)
    assert embedder.calls == [64, 64, 12]


def test_every_nth_frame_is_the_one_that_an_import_takes(video, embedder, made):
    _, detector = loops(video, embedder, every=7)
    expected = [made.shade(number) for number in (1, 8, 15, 22, 29, 36)]
    np.testing.assert_allclose(detector.shown, expected, atol=3)  # the video is compressed
