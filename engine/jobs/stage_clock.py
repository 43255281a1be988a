"""How long each stage of a job took."""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


class StageClock:
    """Adds up seconds by stage; a stage belongs to one thread."""

    def __init__(self, stages: Iterable[str] = ()) -> None:
        self._seconds: dict[str, float] = defaultdict(float)
        self._seconds.update(dict.fromkeys(stages, 0.0))

    @contextmanager
    def measure(self, stage: str) -> Iterator[None]:
        """Count the time until the block ends towards a stage."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self._seconds[stage] += time.perf_counter() - started

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


class _End:
    """What comes after the last item."""


_END = _End()
