"""While the window paints or takes an answer, the threads beside it wait."""

import threading
from types import TracebackType

from engine.giving_way import let_go_first

LONGEST_S = 0.05  # that a thread waits at once: who scrolls without a pause is to see something new all the same


class WindowFirst:
    """A block of the window's thread that others wait for; blocks may lie in each other.

    Python hands its lock to whoever waits whenever the window calls Qt, and has to wake the window to get it back.
    Where an import keeps the processor busy that takes four milliseconds, a dozen times in one paint.
    """

    def __init__(self) -> None:
        self._window = threading.get_ident()
        self._depth = 0
        self._is_free = threading.Event()
        self._is_free.set()
        let_go_first(self.wait)

    def __enter__(self) -> None:
        """Begin a block."""
        self._depth += 1
        if self._depth == 1:
            self._is_free.clear()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End a block."""
        self._depth -= 1
        if not self._depth:
            self._is_free.set()

    def wait(self) -> None:
        """Wait, in another thread, until the window has done what it is at."""
        if not self._is_free.is_set() and threading.get_ident() != self._window:
            self._is_free.wait(LONGEST_S)


window_first = WindowFirst()
