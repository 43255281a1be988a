"""The lock on a training's folder: one process at a time works on it, or discards it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import TrainingError

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK_FILE = "training.lock"


def training_lock(folder: Path) -> "BaseFileLock":
    """Return the lock, not taken yet; any thread may let go of it. To take it makes the folder where there is none."""
    from filelock import FileLock  # 30 ms, which the window pays only when it discards something

    return FileLock(folder / LOCK_FILE, thread_local=False)


@contextmanager
def held_still(folder: Path) -> "Iterator[BaseFileLock]":
    """Keep runs of a training away while the block runs; yield the lock.

    Raises:
        TrainingError: if a run has not ended yet.
    """
    from filelock import Timeout

    lock = training_lock(folder)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise TrainingError(f"The training “{folder.name}” is still ending; try again in a moment.") from error
    try:
        yield lock
    finally:
        lock.release()
