"""No detection: every picture is a crop of one person already."""

from engine.detection.detector import Detection
from engine.imaging.box import Box
from engine.imaging.pixels import Pixels


class WholeFrame:
    """Takes the whole frame for one person."""

    name = "none"

    def detect(self, pixels: Pixels) -> list[Detection]:
        """Return one detection, the whole of (H, W, 3), with score 1."""
        height, width = pixels.shape[:2]
        return [Detection(Box(0.0, 0.0, float(width), float(height)), 1.0)]
