"""No detection: every picture is a crop of one person already."""

from engine.detection.detector import Detection, ScoreScale
from engine.imaging.box import Box
from engine.imaging.pixels import Pixels


class WholeFrame:
    """Takes the whole frame for one person."""

    name = "none"
    scores = ScoreScale(lowest=0.0, usual=0.0, highest=1.0)

    def detect(self, pixels: Pixels) -> list[Detection]:
        """Return one detection, the whole of (H, W, 3), with score 1."""
        height, width = pixels.shape[:2]
        return [Detection(Box(0.0, 0.0, float(width), float(height)), 1.0)]
