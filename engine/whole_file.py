"""Files that come into place whole, and folders that go whole, whenever the process is killed."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HIDDEN = "."  # how the names of drafts begin: no list shows them


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
    gone = folder.with_name(f"{HIDDEN}{folder.name}.{os.getpid()}.removed")
    folder.rename(gone)
    shutil.rmtree(gone)


def flush(path: Path) -> None:
    """Have the disk take a file's content, or the names in a folder."""
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folder, and keeps their names by itself
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
