"""One thing in each turn of the window's event loop, so that it paints and hears keys in between."""

from collections import deque
from collections.abc import Callable, MutableMapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from app.window_first import window_first

FREED_AT_ONCE = 50  # pictures, in a turn


class Turns(QObject):
    """Does what it is given, in that order; where much comes at once the window is not held up by all of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._do_next)

    def do(self, what: Callable[[], object]) -> None:
        """Do this in a turn of its own."""
        self._waiting.append(what)
        self._timer.start()

    def let_go(self, things: MutableMapping[Any, Any], at_once: int = FREED_AT_ONCE) -> None:
        """Empty a mapping, so many of its things in a turn: freeing all of them takes longer than a paint may wait."""
        for _ in range(0, len(things), at_once):
            self.do(partial(_empty, things, at_once))

    def clear(self) -> None:
        """Do nothing of what waits."""
        self._waiting.clear()
        self._timer.stop()

    def _do_next(self) -> None:
        what = self._waiting.popleft()
        if not self._waiting:
            self._timer.stop()
        with window_first:
            what()


def _empty(things: MutableMapping[Any, Any], count: int) -> None:
    for _ in range(min(count, len(things))):
        things.popitem()


class Relay(QObject):
    """Passes on what another thread tells, in a turn of its own.

    Args:
        turns: in which it is passed on.
        take: is called with what the signal carries, in the window's thread.
        parent: of this.
    """

    def __init__(self, turns: Turns, take: Callable[..., object], parent: QObject) -> None:
        super().__init__(parent)
        self._turns = turns
        self._take = take

    def pass_on(self, *told: object) -> None:
        """Take what a signal carries; connect the signal to this."""
        self._turns.do(partial(self._take, *told))
