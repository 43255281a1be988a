"""Keeps Python's garbage collector in the window's thread.

Python frees reference cycles in whatever thread happens to allocate next. A closed page is such a cycle; freed by the
case's thread it takes Qt's widgets down there, which crashes Qt or hangs it. So nothing is collected by itself any
more, and a timer of the window's thread does it, by Python's own thresholds, when the window rests. The oldest
generation waits until it has rested for a while: looking through what a few pages of results are made of takes 60 ms,
more beside an import, and finds nothing.
"""

import gc
import time

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 500
RESTING = 0.1  # the window rests where its thread was at work for no more of the interval
LONG_REST = 6  # intervals of it in a row, before the oldest generation is looked through
MOST_YOUNGER = 100  # collections of the younger ones; after so many any rest will do: nine minutes without a pause
MOST_WAITING = 200_000  # objects: with more the garbage is collected, rest or no rest


class Collecting(QObject):
    """Collects garbage in the thread it was made in, as long as it lives; belongs to the application."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._worked_s = time.thread_time()
        self._rested = 0  # intervals in a row
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation whose threshold is passed, and with it the younger ones, if it is time."""
        worked_s = time.thread_time() - self._worked_s
        self._worked_s += worked_s
        counts, thresholds = gc.get_count(), gc.get_threshold()
        rests = 1000 * worked_s <= RESTING * INTERVAL_MS
        self._rested = self._rested + 1 if rests else 0
        if not rests and counts[0] < MOST_WAITING:
            return
        rests_long = self._rested >= LONG_REST or counts[2] > MOST_YOUNGER
        for generation in (2, 1, 0) if rests_long else (1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return


def keep_what_stays() -> None:
    """Take what lives now, modules above all, out of later collections: looking through it all takes 50 ms.

    Call it before a case's pages are made, for what is taken out is never freed.
    """
    gc.collect()
    gc.freeze()
