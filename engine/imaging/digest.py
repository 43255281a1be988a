"""The SHA-256 of a file, by which an original is recognised."""

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from engine.errors import FileError, MissingPathError

CHUNK_BYTES = 4_194_304


def sha256_of(path: Path, between_chunks: Callable[[], None] | None = None) -> str:
    """Return the SHA-256 of a file's content as 64 hexadecimal digits; the file is only read.

    Args:
        path: the file.
        between_chunks: called every few megabytes, so that a long file can be given up.

    Raises:
        MissingPathError: if there is no such file.
        FileError: if it cannot be read.
    """
    digest = hashlib.sha256()
    try:
        with open(path, "rb", opener=_open_at_once) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise FileError(path, "is no file any more, but a folder, pipe or device; put the file back.")
            while chunk := file.read(CHUNK_BYTES):
                digest.update(chunk)
                if between_chunks is not None:
                    between_chunks()
    except FileNotFoundError as error:
        raise MissingPathError(path) from error
    except OSError as error:
        raise FileError(path, f"cannot be read ({error.strerror}); check the drive and your rights to it.") from error
    return digest.hexdigest()


def _open_at_once(path: str, flags: int) -> int:
    """Open without waiting for somebody to write into a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
