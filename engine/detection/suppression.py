"""Non-maximum suppression: of boxes on one person, the surest stays."""

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from engine.detection.detector import Detection
from engine.imaging.box import Box


def keep_surest(
    boxes: npt.NDArray[np.float64], scores: npt.NDArray[np.float64], *, min_score: float, max_iou: float
) -> list[Detection]:
    """Return the detections that stay, surest first.

    Args:
        boxes: (n, 4), rows x, y, w, h.
        scores: (n,).
        min_score: weaker boxes are dropped first.
        max_iou: a box that overlaps a surer one by more is dropped.
    """
    kept: Sequence[int] = cv2.dnn.NMSBoxes(boxes.tolist(), scores.tolist(), min_score, max_iou)
    detections = [Detection(Box(*boxes[row].tolist()), float(scores[row])) for row in kept]
    return sorted(detections, key=lambda detection: detection.score, reverse=True)


def inside_frame(detections: Sequence[Detection], width: int, height: int) -> list[Detection]:
    """Return the detections cut to the frame, without those that lie outside it."""
    clipped = ((detection.box.clipped(width, height), detection.score) for detection in detections)
    return [Detection(box, score) for box, score in clipped if box is not None]
