"""Choosing a detector by its name."""

from enum import Enum
from pathlib import Path

from engine.detection.detector import PersonDetector
from engine.detection.hog import HogDetector
from engine.detection.none import WholeFrame
from engine.detection.weights import default_yolox_weights, find_yolox_weights
from engine.detection.yolox import YoloxDetector
from engine.errors import ConfigError, WeightsError


class DetectorKind(Enum):
    """What a user may ask for."""

    AUTO = "auto"  # YOLOX where its weights are to be found, else HOG
    HOG = "hog"
    YOLOX = "yolox"
    TORCHVISION = "torchvision"
    NONE = "none"  # the files are crops of people already


def choose_detector(kind: DetectorKind, weights: Path | None = None) -> PersonDetector:
    """Return the detector of this kind, ready to use; its `name` says what "auto" became.

    Args:
        kind: what the user asked for.
        weights: YOLOX's ONNX file, where the user named one.

    Raises:
        MissingPathError: if the named file is not there.
        WeightsError: if YOLOX's weights are not to be found, or are no YOLOX network.
        ConfigError: if this version does not have the detector.
    """
    return _MAKERS[kind](weights)


def _auto(weights: Path | None) -> PersonDetector:
    found = find_yolox_weights(weights)
    return HogDetector() if found is None else YoloxDetector(found)


def _yolox(weights: Path | None) -> PersonDetector:
    found = find_yolox_weights(weights)
    if found is None:
        remedy = "fetch them with bolo models fetch-detector, name a file with --detector-weights, or take hog."
        raise WeightsError(default_yolox_weights(), f"YOLOX's weights are not there; {remedy}")
    return YoloxDetector(found)


def _hog(_weights: Path | None) -> PersonDetector:
    return HogDetector()


def _none(_weights: Path | None) -> PersonDetector:
    return WholeFrame()


def _torchvision(_weights: Path | None) -> PersonDetector:
    raise ConfigError("detector", "torchvision", "comes with a later version; take yolox or hog")


_MAKERS = {
    DetectorKind.AUTO: _auto,
    DetectorKind.HOG: _hog,
    DetectorKind.YOLOX: _yolox,
    DetectorKind.TORCHVISION: _torchvision,
    DetectorKind.NONE: _none,
}
