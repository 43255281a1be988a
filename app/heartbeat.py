"""How long the window's thread is kept from its events: a timer that ought to beat every few milliseconds."""

import math
import time
from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

INTERVAL_MS = 4
STEPS = 10  # of a millisecond that are told apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """What a heartbeat saw, in milliseconds that events waited.

    Attributes:
        beats: how many.
        p50_ms: of half of the beats no more.
        p99_ms: of 99 in 100.
        longest_ms: of all.
        over_50_ms: how many waited longer than 50 ms.
        own_p99_ms: what the thread itself computed between two beats, 99 times in 100 no more; the rest of the waiting
            is the machine's, which has other programs to run.
        own_longest_ms: and ever.
    """

    beats: int
    p50_ms: float
    p99_ms: float
    longest_ms: float
    over_50_ms: int
    own_p99_ms: float
    own_longest_ms: float


class Lengths:
    """How often something took how long, to a tenth of a millisecond: no larger after an hour than after a minute."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()  # by length in steps

    def add(self, ms: float) -> None:
        """Count one more, rounded up."""
        self._counts[math.ceil(STEPS * ms)] += 1

    @property
    def count(self) -> int:
        """Return how many there were."""
        return self._counts.total()

    @property
    def longest_ms(self) -> float:
        """Return the longest; there has to be one."""
        return max(self._counts) / STEPS

    def reached_by(self, share: float) -> float:
        """Return, in milliseconds, what such a share of them took no longer than; there has to be one."""
        left = int(share * (self.count - 1))
        for length in sorted(self._counts):
            left -= self._counts[length]
            if left < 0:
                return length / STEPS
        return self.longest_ms

    def count_over(self, ms: float) -> int:
        """Return how many took longer."""
        return sum(count for length, count in self._counts.items() if length > STEPS * ms)


class Heartbeat(QObject):
    """Beats as often as it can, up to every four milliseconds; what a beat is late, events had to wait."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=INTERVAL_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = 0.0
        self._last_own = 0.0
        self._late = Lengths()
        self._own = Lengths()
        self.doing = ""
        self.longest: dict[str, float] = {}  # that the thread itself computed, by what was being done

    def start(self) -> None:
        """Begin to beat."""
        self._last, self._last_own = time.perf_counter(), time.thread_time()
        self._timer.start()

    def pause(self) -> None:
        """Beat no more until it is started again."""
        self._timer.stop()

    def stop(self) -> Pulse:
        """End, and return what was seen."""
        self._timer.stop()
        return Pulse(
            beats=self._late.count,
            p50_ms=self._late.reached_by(0.5),
            p99_ms=self._late.reached_by(0.99),
            longest_ms=self._late.longest_ms,
            over_50_ms=self._late.count_over(50),
            own_p99_ms=self._own.reached_by(0.99),
            own_longest_ms=self._own.longest_ms,
        )

    def _beat(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        own_ms = 1000 * (own - self._last_own)
        self._late.add(max(0.0, 1000 * (now - self._last) - INTERVAL_MS))
        self._own.add(own_ms)
        self._last, self._last_own = now, own
        self.longest[self.doing] = max(own_ms, self.longest.get(self.doing, 0.0))
