"""How long the window's thread is kept from its events: a timer that ought to beat every few milliseconds."""

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

INTERVAL_MS = 4


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


class Heartbeat(QObject):
    """Beats as often as it can, up to every four milliseconds; what a beat is late, events had to wait."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=INTERVAL_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = 0.0
        self._last_own = 0.0
        self._late_ms: list[float] = []
        self._own_ms: list[float] = []
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
        late, own = sorted(self._late_ms), sorted(self._own_ms)
        return Pulse(
            beats=len(late),
            p50_ms=statistics.median(late),
            p99_ms=_p99(late),
            longest_ms=late[-1],
            over_50_ms=sum(ms > 50 for ms in late),
            own_p99_ms=_p99(own),
            own_longest_ms=own[-1],
        )

    def _beat(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        self._late_ms.append(max(0.0, 1000 * (now - self._last) - INTERVAL_MS))
        self._own_ms.append(1000 * (own - self._last_own))
        self._last, self._last_own = now, own
        self.longest[self.doing] = max(self._own_ms[-1], self.longest.get(self.doing, 0.0))


def _p99(ascending: Sequence[float]) -> float:
    return ascending[int(0.99 * (len(ascending) - 1))]
