"""How long each stage of a job took."""

import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


class StageClock:
    """Adds up seconds by stage, over all threads: stages that overlap may take more than the job."""

    def __init__(self, stages: Iterable[str] = ()) -> None:
        self._seconds: dict[str, float] = defaultdict(float)
        self._seconds.update(dict.fromkeys(stages, 0.0))
        self._items: dict[str, int] = defaultdict(int)
        self._lock = threading.Lock()

    @contextmanager
    def measure(self, stage: str, items: int = 1) -> Iterator[None]:
        """Count the time until the block ends, and what it works on, towards a stage."""
        started = time.perf_counter()
        try:
            yield
        finally:
            seconds = time.perf_counter() - started
            with self._lock:
                self._seconds[stage] += seconds
                self._items[stage] += items

    def measure_items(self, items: Iterable[T], stage: str) -> Iterator[T]:
        """Yield the items, counting the time it takes to make each towards a stage."""
        iterator = iter(items)
        while True:
            with self.measure(stage):
                item = next(iterator, _END)
            if isinstance(item, _End):
                return
            yield item

    def seconds(self) -> dict[str, float]:
        """Return the seconds so far, by stage, to the millisecond."""
        return {stage: round(seconds, 3) for stage, seconds in self._seconds.items()}

    def items(self, stage: str) -> int:
        """Return how many items a stage is done with."""
        return self._items.get(stage, 0)


class _End:
    """What comes after the last item."""


_END = _End()
