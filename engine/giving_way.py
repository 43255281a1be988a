"""Lets the thread that somebody is waiting for go first.

A window asks its questions in a thread beside its own, and both need Python's lock. Where a question makes a page of
records, row by row, the window's painting would lose the lock at every call of Qt; so such loops ask before each row.
"""

from collections.abc import Callable

_wait: Callable[[], object] | None = None


def let_go_first(wait: Callable[[], object] | None) -> None:
    """Have `give_way` call this in whatever thread it is called; None where nobody goes first."""
    global _wait
    _wait = wait


def give_way() -> None:
    """Wait while a thread that goes first is at work; call it between two short pieces of long work."""
    if _wait is not None:
        _wait()
