"""A part of a camera's picture in which nobody counts, such as a poster, a screen, or a mannequin in a window."""

import math
from dataclasses import dataclass
from itertools import pairwise

from engine.errors import ConfigError

MOST_CORNERS = 64
SMALLEST_AREA = 1e-5  # of the frame's; less is a slip of the hand
INSIDE = 1 - 1e-9  # feet on the frame's lower or right edge stand in a zone that reaches it

Corner = tuple[float, float]  # x and y, as shares of the frame's width and height


@dataclass(frozen=True, slots=True)
class IgnoreZone:
    """A polygon in shares of the frame, so that it holds for every size that a camera records in."""

    corners: tuple[Corner, ...]  # in order round it

    def __post_init__(self) -> None:
        if problem := self._problem():
            raise ConfigError("ignore", self.to_text(), problem)

    @classmethod
    def from_text(cls, text: str) -> "IgnoreZone":
        """Return the zone of a text such as "0.1,0.2 0.3,0.2 0.3,0.4".

        Raises:
            ConfigError: if it is no polygon inside the frame.
        """
        try:
            numbers = [tuple(map(float, corner.split(","))) for corner in text.split()]
        except ValueError:
            numbers = [()]
        if any(len(corner) != 2 for corner in numbers):
            problem = "is no list of corners; write each as x,y in shares of the frame, such as 0.1,0.2 0.3,0.2 0.3,0.4"
            raise ConfigError("ignore", text, problem)
        return cls(tuple((corner[0], corner[1]) for corner in numbers))

    def to_text(self) -> str:
        """Return the zone as `from_text` reads it."""
        return " ".join(f"{x:.6g},{y:.6g}" for x, y in self.corners)

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point, in shares of the frame, lies in the zone; where it crosses itself, every second time.

        A ray from the point to the right meets the outline an odd number of times (Shimrat, Algorithm 112, 1962).
        """
        x, y = min(x, INSIDE), min(y, INSIDE)
        is_inside = False
        for (x1, y1), (x2, y2) in pairwise((*self.corners, self.corners[0])):
            if (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1):
                is_inside = not is_inside
        return is_inside

    def _problem(self) -> str:
        """Return what is wrong with the corners, "" where nothing is."""
        if not 3 <= len(self.corners) <= MOST_CORNERS:
            return f"has {len(self.corners)} corners; give 3 to {MOST_CORNERS}"
        if not all(math.isfinite(share) and 0 <= share <= 1 for corner in self.corners for share in corner):
            return "leaves the frame; give x and y as shares of its width and height, 0 to 1"
        if _area(self.corners) < SMALLEST_AREA:
            return "has no area; give corners that do not lie on one line"
        return ""


def _area(corners: tuple[Corner, ...]) -> float:
    """Return the area that the corners enclose, by the shoelace formula; a share of the frame's."""
    rounds = pairwise((*corners, corners[0]))
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in rounds)) / 2
