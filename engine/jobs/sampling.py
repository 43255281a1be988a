"""Which frames of a source are looked at: all, every n-th, so many a second, or those in which something changed.

Which these are follows from the source alone, not from what the case has of it: an import that was broken off, and one
that is run again, choose the same.
"""

import math
from dataclasses import dataclass

from engine.errors import ConfigError

USUAL_FPS = 25.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampling:
    """How a source is thinned out.

    Attributes:
        every: every so-manieth frame, from the first on.
        fps: at most so many frames in each second of footage; None is no such limit.
        on_change: of these, only frames that differ from the last one that was looked at.
    """

    every: int = 1
    fps: float | None = None
    on_change: bool = False

    def __post_init__(self) -> None:
        if self.every < 1:
            raise ConfigError("every", self.every, "must be 1 or more")
        if self.fps is not None and not 0 < self.fps <= 1000:
            raise ConfigError("fps", self.fps, "must be more than 0 and at most 1000")
        if self.fps is not None and self.every > 1:
            raise ConfigError("fps", self.fps, "and every n-th frame exclude each other; leave one of them out")

    @property
    def is_by_number(self) -> bool:
        """Return whether the frames' numbers alone decide."""
        return self.fps is None and not self.on_change

    def expected(self, frames: int, fps: float = USUAL_FPS) -> int:
        """Return how many of so many frames will be looked at, or compared with the last one that was.

        Args:
            frames: of the source.
            fps: that the source has in a second.
        """
        if self.fps is None:
            return math.ceil(frames / self.every)
        return min(frames, math.ceil(frames * self.fps / fps))


EVERY_FRAME = Sampling()


class Ticks:
    """Passes the first frame in each span of 1/fps seconds, counted on one clock, whatever comes before or after.

    Args:
        fps: None passes all.
    """

    def __init__(self, fps: float | None) -> None:
        self._fps = fps
        self._last: int | None = None

    def passes(self, seconds: float) -> bool:
        """Return whether the next frame, of this moment, is the first in its span."""
        if self._fps is None:
            return True
        # A hair is added, for 3 · 0.1 s · 10 is 2.9999….
        span = math.floor(seconds * self._fps + 1e-6)
        is_first = span != self._last
        self._last = span
        return is_first
