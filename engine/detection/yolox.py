"""YOLOX through OpenCV's network runner, from an ONNX file trained on COCO.

Ge et al., YOLOX: Exceeding YOLO Series in 2021, arXiv 2107.08430. The network expects BGR without normalisation, at the
top left of a square filled with grey 114, and leaves the decoding of its grid to the caller.
"""

from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from engine.detection.detector import Detection, ScoreScale
from engine.detection.suppression import inside_frame, keep_surest
from engine.errors import MissingPathError, WeightsError
from engine.imaging.pixels import Pixels

INPUT_PX = 416
STRIDES = (8, 16, 32)
ROWS = sum((INPUT_PX // stride) ** 2 for stride in STRIDES)  # 3549 grid cells
COLUMNS = 85  # centre x, y, width, height, objectness, 80 classes of COCO
PERSON = 5  # the first class
FILL = 114
SCORES = ScoreScale(lowest=0.05, usual=0.3, highest=1.0)  # objectness times the class's probability
MAX_IOU = 0.5
MAX_BYTES = 500_000_000


class YoloxDetector:
    """YOLOX of 416 × 416 pixels, such as YOLOX-nano and YOLOX-tiny."""

    name = "yolox"
    scores = SCORES

    def __init__(self, weights: Path, min_score: float = SCORES.usual) -> None:
        """Load the network and try it on an empty frame.

        Args:
            weights: the ONNX file.
            min_score: of the people found.

        Raises:
            MissingPathError: if there is no such file.
            WeightsError: if it is no ONNX file, or not a YOLOX of this input size.
        """
        self._min_score = min_score
        self._network = _load(weights)
        self._cells, self._strides = _grid()
        self._try(weights)

    def detect(self, pixels: Pixels) -> list[Detection]:
        """Return the people in a frame, (H, W, 3) RGB, surest first."""
        height, width = pixels.shape[:2]
        scale = min(INPUT_PX / height, INPUT_PX / width)
        rows = self._forward(_letterboxed(pixels, scale))
        scores = rows[:, 4] * rows[:, PERSON]
        likely = scores >= self._min_score
        boxes = self._decoded(rows, likely) / scale
        people = keep_surest(boxes, scores[likely], min_score=self._min_score, max_iou=MAX_IOU)
        return inside_frame(people, width, height)

    def _decoded(self, rows: npt.NDArray[np.float64], wanted: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
        """Return the wanted rows as (n, 4) boxes x, y, w, h in the network's pixels."""
        strides = self._strides[wanted]
        centres = (rows[wanted, :2] + self._cells[wanted]) * strides
        sizes = np.exp(np.minimum(rows[wanted, 2:4], 20.0)) * strides
        return np.hstack([centres - sizes / 2, sizes])

    def _forward(self, square: Pixels) -> npt.NDArray[np.float64]:
        """Return what the network says of a square (416, 416, 3) BGR, (3549, 85)."""
        self._network.setInput(square.transpose(2, 0, 1)[np.newaxis].astype(np.float32))
        return np.asarray(self._network.forward()[0], dtype=np.float64)

    def _try(self, weights: Path) -> None:
        problem = "is no YOLOX network of 416 × 416 pixels; use yolox_nano.onnx of the official release 0.1.1rc0."
        try:
            shape = self._forward(np.full((INPUT_PX, INPUT_PX, 3), FILL, dtype=np.uint8)).shape
        except (cv2.error, IndexError, ValueError) as error:
            raise WeightsError(weights, problem) from error
        if shape != (ROWS, COLUMNS):
            raise WeightsError(weights, problem)


def _load(weights: Path) -> "cv2.dnn.Net":
    if not weights.is_file():
        raise MissingPathError(weights)
    if weights.stat().st_size > MAX_BYTES:
        raise WeightsError(weights, "is too large for a YOLOX network; use yolox_nano.onnx of the official release.")
    try:
        return cv2.dnn.readNetFromONNX(np.frombuffer(weights.read_bytes(), dtype=np.uint8))
    except OSError as error:
        raise WeightsError(weights, f"cannot be read ({error.strerror}); check your rights to it.") from error
    except cv2.error as error:
        raise WeightsError(weights, "is no ONNX file, or is cut off; fetch it again or choose another file.") from error


def _grid() -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return column and row of each grid cell, (3549, 2), and its stride in pixels, (3549, 1)."""
    cells, strides = [], []
    for stride in STRIDES:
        count = INPUT_PX // stride
        rows, columns = np.mgrid[:count, :count]
        cells.append(np.stack([columns, rows], axis=-1).reshape(-1, 2))
        strides.append(np.full((count * count, 1), stride))
    return np.concatenate(cells).astype(np.float64), np.concatenate(strides).astype(np.float64)


def _letterboxed(pixels: Pixels, scale: float) -> Pixels:
    """Return a frame, (H, W, 3) RGB, scaled and at the top left of a grey square, (416, 416, 3) BGR."""
    height, width = pixels.shape[:2]
    size = (max(int(width * scale), 1), max(int(height * scale), 1))
    small = cv2.cvtColor(cv2.resize(pixels, size, interpolation=cv2.INTER_LINEAR), cv2.COLOR_RGB2BGR)
    square = np.full((INPUT_PX, INPUT_PX, 3), FILL, dtype=np.uint8)
    square[: size[1], : size[0]] = small
    return square
