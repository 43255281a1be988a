"""What every people detector is."""

from dataclasses import dataclass
from typing import Protocol

from engine.imaging.box import Box
from engine.imaging.pixels import Pixels


@dataclass(frozen=True, slots=True)
class Detection:
    """A person found in a frame."""

    box: Box  # inside the frame
    score: float  # larger is surer; comparable within one detector only


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreScale:
    """What a detector's scores are."""

    lowest: float  # below it a detection is hardly ever a person, and none is looked for
    usual: float  # from it on a detection counts, where the user says nothing else
    highest: float


class PersonDetector(Protocol):
    """Finds people in frames, one frame at a time; how sure it must be is its maker's choice."""

    @property
    def name(self) -> str:
        """Return the word by which users choose it."""

    @property
    def scores(self) -> ScoreScale:
        """Return what its scores are."""

    def detect(self, pixels: Pixels) -> list[Detection]:
        """Return the people in a frame, (H, W, 3) RGB, surest first."""
