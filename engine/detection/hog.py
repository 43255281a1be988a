"""OpenCV's people detector: histograms of oriented gradients under a linear SVM. Comes with OpenCV, needs no weights.

Dalal and Triggs, Histograms of Oriented Gradients for Human Detection, CVPR 2005.
"""

import cv2
import numpy as np
import numpy.typing as npt

from engine.detection.detector import Detection, ScoreScale
from engine.detection.suppression import inside_frame, keep_surest
from engine.imaging.pixels import Pixels

WORKING_HEIGHT = 864  # lower frames are enlarged towards it: the SVM's smallest person is 96 px high
MAX_ENLARGEMENT = 2.0
WINDOW_WIDTH, WINDOW_HEIGHT = 64, 128  # of the SVM
WINDOW_STRIDE = (8, 8)
PADDING = (16, 16)  # lets people at the frame's edge be found
PYRAMID_STEP = 1.15  # 0.39 of the time that 1.05 takes for a frame; docs/benchmarks.md has what it costs
SCORES = ScoreScale(lowest=0.0, usual=0.55, highest=3.0)  # margins of the SVM
MAX_IOU = 0.3
# The SVM was trained on windows with a border round the person. These shares of the window hold the person.
PERSON_WIDTH, PERSON_HEIGHT = 0.65, 0.75


class HogDetector:
    """Histograms of oriented gradients."""

    name = "hog"
    scores = SCORES

    def __init__(self, min_score: float = SCORES.usual, pyramid_step: float = PYRAMID_STEP) -> None:
        """Make a detector.

        Args:
            min_score: of the people found, a margin of the SVM.
            pyramid_step: from one size of people to the next; the time of a frame goes with 1 / (1 − 1 / step²).
        """
        self._min_score = min_score
        self._pyramid_step = pyramid_step
        self._hog = cv2.HOGDescriptor()
        self._hog.setSVMDetector(cv2.HOGDescriptor.getDefaultPeopleDetector())

    def detect(self, pixels: Pixels) -> list[Detection]:
        """Return the people in a frame, (H, W, 3) RGB, surest first."""
        height, width = pixels.shape[:2]
        scale = min(max(WORKING_HEIGHT / height, 1.0), MAX_ENLARGEMENT)
        enlarged = _at_least_a_window(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR))
        windows, margins = self._hog.detectMultiScale(
            cv2.cvtColor(enlarged, cv2.COLOR_RGB2BGR),
            hitThreshold=SCORES.lowest,
            winStride=WINDOW_STRIDE,
            padding=PADDING,
            scale=self._pyramid_step,
            groupThreshold=0,
        )
        people = _people_in(np.asarray(windows, dtype=np.float64).reshape(-1, 4) / scale)
        scores = np.asarray(margins, dtype=np.float64).reshape(-1)
        return inside_frame(keep_surest(people, scores, min_score=self._min_score, max_iou=MAX_IOU), width, height)


def _at_least_a_window(pixels: Pixels) -> Pixels:
    """Return the frame, extended below and to the right by its last pixels: OpenCV crashes on one below its window."""
    height, width = pixels.shape[:2]
    below, right = max(WINDOW_HEIGHT - height, 0), max(WINDOW_WIDTH - width, 0)
    return np.pad(pixels, ((0, below), (0, right), (0, 0)), mode="edge")


def _people_in(windows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the (n, 4) boxes of the people in the windows, concentric with them."""
    share = np.array([PERSON_WIDTH, PERSON_HEIGHT])
    sizes = windows[:, 2:] * share
    return np.hstack([windows[:, :2] + (windows[:, 2:] - sizes) / 2, sizes])
