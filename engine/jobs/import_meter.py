"""How far an import is, how fast it goes, and how long it still takes."""

import math
import time
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from engine.progress import SECONDS_BETWEEN_ADVANCES, Advanced, Progress

Clock = Callable[[], float]

MOST_MARKS = 512  # beyond, every second one is dropped: a long import remembers its way more coarsely
LINKING_S_A_CROP = 1.5e-4  # measured on PETS, two cores; what it is elsewhere shows only at a source's end


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What the workers have done so far, in all sources of an import.

    Attributes:
        ahead: frames that they have looked at and that are not taken yet.
        crops: in the frames that are taken.
        embedded: of these crops.
        crop_cost: what embedding a crop costs, where looking at a frame costs 1.
    """

    ahead: int = 0
    crops: int = 0
    embedded: int = 0
    crop_cost: float = 0.0


class Pace:
    """How fast work goes, its start left out: the first twentieth of all, or a third of what is done if that is less.

    A slow start is no measure for the rest. All that came after it counts alike, for crowds come and go: the last
    moments alone, or the later half, would take those that are there for the usual ones.
    """

    def __init__(self, now: Clock = time.monotonic) -> None:
        self._now = now
        self._marks = [(now(), 0, 0)]  # the second, and how many frames and crops were done by then

    def reach(self, frames: int, crops: int = 0) -> None:
        """Take how much is done in all; no more than before says nothing."""
        if frames + crops <= sum(self._marks[-1][1:]):
            return
        self._marks.append((self._now(), frames, crops))
        if len(self._marks) > MOST_MARKS:
            del self._marks[1:-1:2]

    def rate(self, crop_cost: float = 0.0, left: float = math.inf) -> float:
        """Return how much is done in a second, in frames; 0 where nothing is yet.

        Args:
            crop_cost: what a crop costs in frames.
            left: how much is to be done still, in frames.
        """

        def done(mark: tuple[float, int, int]) -> float:
            return mark[1] + crop_cost * mark[2]

        last = self._marks[-1]
        start = min(done(last) / 3, (done(last) + left) / 20)
        first = self._marks[bisect_right(self._marks, start, key=done) - 1]
        return (done(last) - done(first)) / max(last[0] - first[0], 1e-9)


class ImportMeter:
    """Tells of one source after the other how far it is, with the time that is left until all of them are in.

    What is left is frames to look at, and crops to embed: those that wait, and as many a frame as there were so far.
    What the case has already is passed over far faster than the rest is taken in, and so counts as done but not for
    the pace.

    Args:
        progress: is told, at most ten times a second.
        planned: new frames in all sources, as far as it is known beforehand.
        now: the clock.
    """

    def __init__(self, progress: Progress, planned: int, now: Clock = time.monotonic) -> None:
        self._progress = progress
        self._pace = Pace(now)
        self._now = now
        self._later = planned  # in sources whose turn has not come
        self._told = 0.0
        self._stage = ""
        self._total: int | None = None
        self._done = 0
        self._known_left = 0
        self._taken = 0  # in all sources
        self._work = Work()
        self._linked = 0  # crops of former sources

    def begin(self, stage: str, total: int | None, *, known: int, planned: int) -> None:
        """Begin a source.

        Args:
            stage: what to call it.
            total: its frames, known ones too; None where nobody can say.
            known: frames that the case has, which will be passed over.
            planned: its share of what was planned beforehand.
        """
        self._stage, self._total, self._done, self._known_left = stage, total, 0, known
        self._later = max(self._later - planned, 0)
        self._linked = self._work.crops
        self._tell()

    def take(self, count: int, work: Work = Work()) -> None:
        """Count frames that were worked on, and take what the workers have done so far."""
        self._done += count
        self._taken += count
        self._work = work
        self._pace.reach(self._taken + work.ahead, work.embedded)
        self._tell_now_and_then()

    def skip(self, count: int) -> None:
        """Count frames that were passed over."""
        self._done += count
        self._known_left = max(self._known_left - count, 0)
        self._tell_now_and_then()

    def finish(self) -> None:
        """Tell how the source ended, however short ago the last word was."""
        self._tell()

    def _tell_now_and_then(self) -> None:
        if self._now() - self._told >= SECONDS_BETWEEN_ADVANCES:
            self._tell()

    def _tell(self) -> None:
        self._told = self._now()
        work, frames, crops = self._work, self._frames_left(), self._crops_a_frame()
        coming = crops * frames
        left = max(frames - work.ahead, 0) + work.crop_cost * (work.crops + coming - work.embedded)
        rate = self._pace.rate(work.crop_cost, left)
        linking = LINKING_S_A_CROP * (work.crops + coming - self._linked)
        self._progress.tell(
            Advanced(
                stage=self._stage,
                done=self._done,
                total=self._total,
                rate=rate / (1 + work.crop_cost * crops),
                seconds_left=left / rate + linking if self._total is not None and rate else None,
            )
        )

    def _frames_left(self) -> int:
        """Return how many frames are still to be taken, as far as it is known."""
        return self._later + max((self._total or 0) - self._done - self._known_left, 0)

    def _crops_a_frame(self) -> float:
        return self._work.crops / max(self._taken, 1)
