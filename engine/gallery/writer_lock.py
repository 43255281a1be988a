"""Who holds a case: the locks of a job that writes, of one that prepares a model, and of the window that shows it."""

import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from engine.errors import CaseInUseError
from engine.gallery.catalog.audit import who


class CaseLock:
    """A lock of the operating system on a file of the case; a process that dies lets go of it, however it dies.

    Who holds it stands in a file beside, for the one who has to wait.

    Args:
        folder: the case.
    """

    stem: str  # of the two files
    sentence: str  # for the one who has to wait; {holder} is who holds it

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._holder_file = folder / f"{self.stem}.json"
        self._lock: Any = None
        self._depth = 0

    def acquire(self) -> None:
        """Take the lock; the same object may take it again.

        Raises:
            CaseInUseError: if somebody else holds it.
        """
        # Loading filelock takes 30 ms, which the window, a reader, would pay for nothing.
        from filelock import FileLock, Timeout

        if self._lock is None:
            self._lock = FileLock(self._folder / f"{self.stem}.lock", thread_local=False)
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise CaseInUseError(self._folder, self._sentence()) from error
        self._depth += 1
        if self._depth == 1:
            self._write_holder()

    def release(self) -> None:
        """Let go once; the last time frees the lock."""
        self._depth -= 1
        if self._depth == 0:
            self._holder_file.unlink(missing_ok=True)
        self._lock.release()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock while the block runs; raises CaseInUseError as `acquire` does."""
        self.acquire()
        try:
            yield
        finally:
            self.release()

    def _write_holder(self) -> None:
        draft = self._holder_file.with_suffix(".making")
        try:
            draft.write_text(json.dumps({"pid": os.getpid(), "host": platform.node(), "who": who()}), encoding="utf-8")
            draft.replace(self._holder_file)
        except OSError:  # the lock holds without a name; of a full disk the first write to the case tells
            return

    def _sentence(self) -> str:
        try:
            holder = json.loads(self._holder_file.read_text(encoding="utf-8"))
            name = f"{holder['who']} (process {holder['pid']} on {holder['host']})"
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            name = "another process"  # it has just come or is just going
        return self.sentence.format(holder=name)


class WriterLock(CaseLock):
    """Held by a job for as long as it runs: one writer at a time."""

    stem = "writer"
    sentence = "{holder} is writing to the case; wait until its job has ended, or cancel it there."


class WindowLock(CaseLock):
    """Held by the window that has the case open: one window at a time works on a case."""

    stem = "window"
    sentence = "{holder} has the case open; close it there to work on it here."


class PreparingLock(CaseLock):
    """Held by the job that prepares another model for the case: one model at a time; imports may run meanwhile."""

    stem = "preparing"
    sentence = "{holder} is preparing a model for the case; wait until it is done, or cancel it there."
