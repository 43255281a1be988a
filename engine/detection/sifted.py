"""A detector of whose people only those are taken that the settings allow."""

import threading
from collections import Counter

from engine.detection.detector import Detection, PersonDetector, ScoreScale
from engine.detection.settings import DetectionSettings, LeftOut
from engine.imaging.pixels import Pixels


class LeftOutCount:
    """How many people were left out, by reason; may be added to from several threads."""

    def __init__(self) -> None:
        self._counts: Counter[LeftOut] = Counter()
        self._lock = threading.Lock()

    def add(self, reason: LeftOut) -> None:
        """Count one."""
        with self._lock:
            self._counts[reason] += 1

    def of(self, reason: LeftOut) -> int:
        """Return how many were left out for a reason."""
        return self._counts[reason]


class SiftedDetector:
    """Sifts what another detector finds, and counts whom it leaves out.

    Suppressing overlaps goes from sure to unsure, so that whom a higher score leaves out has suppressed nobody surer:
    sifting afterwards finds the same people as a detector with that score.

    Args:
        detector: finds people down to the settings' score at least.
        settings: who is taken.
        left_out: counts them; shared between the sources of an import.
    """

    def __init__(self, detector: PersonDetector, settings: DetectionSettings, left_out: LeftOutCount) -> None:
        self._detector = detector
        self._settings = settings
        self._left_out = left_out

    @property
    def name(self) -> str:
        """Return the detector's name."""
        return self._detector.name

    @property
    def scores(self) -> ScoreScale:
        """Return what its scores are."""
        return self._detector.scores

    def detect(self, pixels: Pixels) -> list[Detection]:
        """Return the people in a frame, (H, W, 3) RGB, who are taken, surest first."""
        height, width = pixels.shape[:2]
        taken = []
        for found in self._detector.detect(pixels):
            reason = self._settings.reason_against(
                found.box, found.score, (width, height), usual_score=self.scores.usual
            )
            if reason is None:
                taken.append(found)
            else:
                self._left_out.add(reason)
        return taken
