"""Files that come into place whole, and folders that go whole, whenever the process is killed."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

HIDDEN = "."  # how the names of drafts begin: no list shows them
REMOVED = ".removed"  # how the names of folders end that are going
LEFT_S = 86_400  # a draft of yesterday is nobody's any more


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yield a path to write to; once the block is done, what was written is moved to `path`, over what was there.

    Raises:
        OSError: if it cannot be written.
    """
    draft = path.with_name(f"{HIDDEN}{path.name}.{os.getpid()}.making")
    try:
        yield draft
        flush(draft)
        draft.replace(path)
        flush(path.parent)
    except OSError as error:
        if error.filename is not None and Path(os.fsdecode(error.filename)) == draft:
            error.filename = str(path)  # nobody knows of the draft
        raise
    finally:
        draft.unlink(missing_ok=True)


def remove_whole(folder: Path) -> None:
    """Remove a folder so that nobody ever sees half of it."""
    gone = _put_away(folder)
    with suppress(FileNotFoundError):  # another process sweeps here
        shutil.rmtree(gone)


@contextmanager
def removed_whole(folder: Path) -> Iterator[None]:
    """Have a folder gone while the block runs, and for good after it; where the block fails it is in its place again.

    What cannot be removed is left for `sweep`.

    Raises:
        OSError: if it cannot be put away, and stays.
    """
    gone = _put_away(folder)
    try:
        yield
    except BaseException:
        gone.rename(folder)
        raise
    shutil.rmtree(gone, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove the folders that killed processes have left behind in a folder: half removed, or drafts of yesterday."""
    for left in folder.glob(f"{HIDDEN}*"):
        if left.is_dir() and (left.name.endswith(REMOVED) or time.time() - left.stat().st_mtime > LEFT_S):
            shutil.rmtree(left, ignore_errors=True)


def _put_away(folder: Path) -> Path:
    return folder.rename(folder.with_name(f"{HIDDEN}{folder.name}.{os.getpid()}{REMOVED}"))


def flush(path: Path) -> None:
    """Have the disk take a file's content, or the names in a folder."""
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folder, and keeps their names by itself
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
