import numpy as np

from engine.detection.detector import Detection
from engine.detection.none import WholeFrame
from engine.imaging.box import Box


def test_the_whole_frame_is_one_person():
    found = WholeFrame().detect(np.zeros((40, 20, 3), dtype=np.uint8))
    assert found == [Detection(Box(0, 0, 20, 40), 1.0)]
