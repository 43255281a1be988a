"""What a long job tells while it runs, and how it is stopped."""

import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import asdict, dataclass
from typing import TypeVar

from engine.errors import Cancelled, Paused

T = TypeVar("T")

SECONDS_BETWEEN_ADVANCES = 0.1  # progress is thinned to ten a second, other events never


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something a job tells; one JSON line on the child's stdout."""

    def to_json(self) -> str:
        """Return the event as one line of JSON, with its type under "event"."""
        return json.dumps({"event": type(self).__name__, **asdict(self)}, ensure_ascii=False, default=str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Advanced(Event):
    """A stage moved on. `total` and `seconds_left` are None while unknown."""

    stage: str
    done: int
    total: int | None
    rate: float  # items a second
    seconds_left: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted(Event):
    """A sentence for the user, about something worth knowing."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFailed(Event):
    """One input could not be used; the job goes on."""

    path: str
    reason: str


def ignore(_event: Event) -> None:
    """Drop the event."""


def never() -> bool:
    """Return that nobody asked to stop."""
    return False


class Progress:
    """Hands events to a sink, and raises Cancelled, or Paused, between items once the user asked to stop."""

    def __init__(
        self,
        sink: Callable[[Event], None] = ignore,
        is_cancelled: Callable[[], bool] = never,
        is_paused: Callable[[], bool] = never,
        has_enough: Callable[[], bool] = never,
    ) -> None:
        self._sink = sink
        self._is_cancelled = is_cancelled
        self._is_paused = is_paused
        self._has_enough = has_enough
        self._lock = threading.Lock()

    def tell(self, event: Event) -> None:
        """Hand one event to the sink; safe from any thread."""
        with self._lock:
            self._sink(event)

    def check(self) -> None:
        """Raise Cancelled if the user asked to stop, Paused if it is for a while."""
        if self._is_cancelled():
            raise Cancelled
        if self._is_paused():
            raise Paused

    def has_enough(self) -> bool:
        """Return whether the user asked, since this was last looked at, to end the stage with what it has so far."""
        return self._has_enough()

    def track(self, items: Iterable[T], stage: str, *, total: int | None = None) -> Iterator[T]:
        """Yield the items, telling how far the stage is; raises Cancelled between items."""
        if total is None and isinstance(items, Sized):
            total = len(items)
        meter = StageMeter(self, stage, total)
        for item in items:
            self.check()
            yield item
            meter.advance()
        meter.finish()


class StageMeter:
    """Counts one stage and tells its rate and time left, at most ten times a second."""

    def __init__(self, progress: Progress, stage: str, total: int | None) -> None:
        self._progress = progress
        self._stage = stage
        self._total = total
        self._done = 0
        self._started = time.monotonic()
        self._told = 0.0
        self._tell()

    def advance(self, count: int = 1) -> None:
        """Count items that are done."""
        self._done += count
        if time.monotonic() - self._told >= SECONDS_BETWEEN_ADVANCES:
            self._tell()

    def finish(self) -> None:
        """Tell the last state, however short ago the one before was."""
        self._tell()

    def _tell(self) -> None:
        self._told = time.monotonic()
        seconds = max(self._told - self._started, 1e-9)
        rate = self._done / seconds
        left = (self._total - self._done) / rate if self._total is not None and self._done else None
        self._progress.tell(
            Advanced(stage=self._stage, done=self._done, total=self._total, rate=rate, seconds_left=left)
        )
