"""A zone while it is drawn, corner by corner or as a rectangle; knows no widgets."""

import math

from engine.detection.ignore_zone import MOST_CORNERS, Corner, IgnoreZone
from engine.errors import ConfigError

NEAR = 0.015  # of the frame: so near to the first corner a click closes the zone
MIDDLE: Corner = (0.5, 0.5)


class ZoneDrawing:
    """Gathers corners in shares of the frame.

    Attributes:
        corners: those that stand.
        pointer: where the next one would be; None while nobody points.
    """

    def __init__(self) -> None:
        self.corners: list[Corner] = []
        self.pointer: Corner | None = None

    @property
    def is_begun(self) -> bool:
        """Whether a corner stands."""
        return bool(self.corners)

    def point_at(self, corner: Corner) -> None:
        """Say where the next corner would be; what lies outside the frame is drawn to its edge."""
        self.pointer = _inside(corner)

    def move(self, across: float, down: float) -> None:
        """Move the pointer by shares of the frame; it begins in the middle."""
        x, y = self.pointer or MIDDLE
        self.point_at((x + across, y + down))

    def set_corner(self) -> IgnoreZone | None:
        """Set a corner where the pointer is; return the zone where it closes one."""
        corner = self.pointer or MIDDLE
        if len(self.corners) >= 3 and math.dist(corner, self.corners[0]) < NEAR:
            return self.close()
        if len(self.corners) < MOST_CORNERS and (not self.corners or corner != self.corners[-1]):
            self.corners.append(corner)
        return None

    def close(self) -> IgnoreZone | None:
        """Return the zone of the corners and begin anew; None, and the corners stay, where they are no polygon."""
        try:
            zone = IgnoreZone(tuple(self.corners))
        except ConfigError:
            return None
        self.give_up()
        return zone

    def rectangle(self, first: Corner, second: Corner) -> IgnoreZone | None:
        """Return the zone between two opposite corners; None where it has no area."""
        self.give_up()
        (x1, y1), (x2, y2) = _inside(first), _inside(second)
        try:
            return IgnoreZone(((x1, y1), (x2, y1), (x2, y2), (x1, y2)))
        except ConfigError:
            return None

    def take_back(self) -> None:
        """Take the last corner back."""
        if self.corners:
            self.corners.pop()

    def give_up(self) -> None:
        """Forget the corners."""
        self.corners.clear()


def _inside(corner: Corner) -> Corner:
    x, y = (round(min(max(share, 0.0), 1.0), 4) for share in corner)
    return x, y
