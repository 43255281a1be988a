"""A rectangle in a frame."""

from dataclasses import dataclass

from engine.errors import ShapeError


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in frame pixels: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    def __post_init__(self) -> None:
        if not (self.w > 0 and self.h > 0):
            raise ShapeError(f"A box must have a width and a height above zero, not {self.w} × {self.h}.")

    @property
    def area(self) -> float:
        """Return the area in square pixels."""
        return self.w * self.h

    def iou(self, other: "Box") -> float:
        """Return intersection over union with another box, in [0, 1]."""
        width = min(self.x + self.w, other.x + other.w) - max(self.x, other.x)
        height = min(self.y + self.h, other.y + other.h) - max(self.y, other.y)
        if width <= 0 or height <= 0:
            return 0.0
        return width * height / (self.area + other.area - width * height)

    def clipped(self, width: float, height: float) -> "Box | None":
        """Return the part inside a frame of this size, or None where nothing is left."""
        left, top = max(self.x, 0.0), max(self.y, 0.0)
        right, bottom = min(self.x + self.w, width), min(self.y + self.h, height)
        if right <= left or bottom <= top:
            return None
        return Box(left, top, right - left, bottom - top)

    def grown(self, fraction: float) -> "Box":
        """Return the box with a margin of this fraction of its size on every side."""
        dx, dy = self.w * fraction, self.h * fraction
        return Box(self.x - dx, self.y - dy, self.w + 2 * dx, self.h + 2 * dy)
