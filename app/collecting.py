"""Keeps Python's garbage collector in the window's thread.

Python frees reference cycles in whatever thread happens to allocate next. A closed page is such a cycle; freed by the
case's thread it takes Qt's widgets down there, which crashes Qt or hangs it. So nothing is collected by itself any
more, and a timer of the window's thread does it, by Python's own thresholds.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 500


class Collecting(QObject):
    """Collects garbage in the thread it was made in, as long as it lives; belongs to the application."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation whose threshold is passed, and with it the younger ones."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return


def keep_what_stays() -> None:
    """Take what lives now, modules above all, out of later collections: looking through it all takes 50 ms.

    Call it before a case's pages are made, for what is taken out is never freed.
    """
    gc.collect()
    gc.freeze()
