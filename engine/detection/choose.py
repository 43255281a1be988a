"""Choosing a detector by its name."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from engine.detection import hog, yolox
from engine.detection.detector import PersonDetector, ScoreScale
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


SERVE_THREADS = frozenset({DetectorKind.TORCHVISION, DetectorKind.NONE})  # asked by several threads at once


@dataclass(frozen=True, slots=True)
class _Choice:
    """What a detector is made from."""

    weights: Path | None
    down_to: float | None


def choose_detector(kind: DetectorKind, weights: Path | None = None, down_to: float | None = None) -> PersonDetector:
    """Return the detector of this kind, ready to use; its `name` says what "auto" became.

    Args:
        kind: what the user asked for.
        weights: the network's file, where the user named one.
        down_to: the score from which people are to be found, where less than the detector's usual one will do.

    Raises:
        MissingPathError: if the named file is not there.
        WeightsError: if YOLOX's weights are not to be found, or the file holds no network of the detector's.
        ConfigError: if torchvision's weights are not named.
    """
    return _MAKERS[kind](_Choice(weights, down_to))


def choose_detectors(
    kind: DetectorKind, weights: Path | None = None, down_to: float | None = None, *, count: int
) -> list[PersonDetector]:
    """Return as many detectors as threads are to work at once; raises as `choose_detector`.

    They are alike. Where one may be asked by several threads at once it stands there several times, so that a network
    lies in memory once.
    """
    first = choose_detector(kind, weights, down_to)
    if kind in SERVE_THREADS:
        return [first] * count
    return [first, *(choose_detector(kind, weights, down_to) for _ in range(count - 1))]


def _auto(choice: _Choice) -> PersonDetector:
    return _hog(choice) if find_yolox_weights(choice.weights) is None else _yolox(choice)


def _yolox(choice: _Choice) -> PersonDetector:
    found = find_yolox_weights(choice.weights)
    if found is None:
        remedy = "fetch them with bolo models fetch-detector, name a file with --detector-weights, or take hog."
        raise WeightsError(default_yolox_weights(), f"YOLOX's weights are not there; {remedy}")
    return YoloxDetector(found, _down_to(choice, yolox.SCORES))


def _hog(choice: _Choice) -> PersonDetector:
    return HogDetector(_down_to(choice, hog.SCORES))


def _none(_choice: _Choice) -> PersonDetector:
    return WholeFrame()


def _torchvision(choice: _Choice) -> PersonDetector:
    if choice.weights is None:
        file = "fasterrcnn_mobilenet_v3_large_fpn-fb6a3cc7.pth"
        problem = f"needs its weights; name torchvision's file with --detector-weights, such as {file}, or take hog"
        raise ConfigError("detector", "torchvision", problem)
    from engine.detection import torchvision  # brings torch, which the others do without

    return torchvision.TorchvisionDetector(choice.weights, _down_to(choice, torchvision.SCORES))


def _down_to(choice: _Choice, scale: ScoreScale) -> float:
    """Return the score from which the detector is to find people."""
    return scale.usual if choice.down_to is None else min(max(choice.down_to, scale.lowest), scale.usual)


_MAKERS = {
    DetectorKind.AUTO: _auto,
    DetectorKind.HOG: _hog,
    DetectorKind.YOLOX: _yolox,
    DetectorKind.TORCHVISION: _torchvision,
    DetectorKind.NONE: _none,
}
