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


class PersonDetector(Protocol):
    """Finds people in frames, one frame at a time."""

    @property
    def name(self) -> str:
        """Return the word by which users choose it."""

    def detect(self, pixels: Pixels) -> list[Detection]:
        """Return the people in a frame, (H, W, 3) RGB, surest first."""
