"""The detectors on every 40th frame of PETS 2009 S2.L1."""

from dataclasses import dataclass

import pytest

from engine.detection.hog import HogDetector
from engine.detection.yolox import YoloxDetector
from engine.evaluation.detection_figures import detection_figures
from engine.imaging.box import Box
from engine.imaging.video import open_video

EVERY = 40


@dataclass(frozen=True)
class Found:
    frame_number: int
    box: Box


def figures(detector, data_dir):
    with open_video(data_dir / "pets09" / "vtest.avi") as video:
        frames = list(video.frames(every=EVERY))
    found = [Found(frame.number, person.box) for frame in frames for person in detector.detect(frame.pixels)]
    return detection_figures(found, data_dir / "pets09" / "gt.txt", [frame.number for frame in frames])


@pytest.mark.data
def test_yolox_finds_the_people(data_dir):
    weights = data_dir.parent / "models" / "yolox_nano.onnx"
    if not weights.is_file():
        pytest.skip("YOLOX's weights are not beside the data")
    measured = figures(YoloxDetector(weights), data_dir)
    assert measured.recall >= 0.88 and measured.precision >= 0.70


@pytest.mark.data
def test_hog_finds_the_people(data_dir):
    measured = figures(HogDetector(), data_dir)
    assert measured.recall >= 0.78 and measured.precision >= 0.73  # 0.80 and 0.75 on all frames; these are twenty
