"""When a video was begun, as its container says."""

import struct
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

SUFFIXES = frozenset({".mp4", ".m4v", ".mov", ".3gp"})
EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
EARLIEST = datetime(1971, 1, 1, tzinfo=UTC)  # what is older was never set
MOST_BOXES = 1_000
_HEAD = struct.Struct(">I4s")


def container_time(path: Path) -> datetime | None:
    """Return the creation time in UTC of an MP4 or QuickTime file; None where it has none or cannot be read.

    ISO/IEC 14496-12, 8.2.2: seconds since 1904 in `moov/mvhd`. Some recorders write local time there, against the
    standard; the camera's clock can be corrected for that.
    """
    if path.suffix.lower() not in SUFFIXES:
        return None
    try:
        with path.open("rb") as file:
            length = _enter(file, b"moov", path.stat().st_size)
            inner = None if length is None else _enter(file, b"mvhd", file.tell() + length)
            return None if inner is None else _creation_time(file)
    except (OSError, struct.error, OverflowError):
        return None  # what is wrong with the file is said where it is decoded


def _enter(file: BinaryIO, wanted: bytes, end: int) -> int | None:
    """Move to the content of the next box of this kind before `end`; return its length, None where there is none."""
    for _ in range(MOST_BOXES):
        start = file.tell()
        if start + _HEAD.size > end:
            return None
        size, kind = _HEAD.unpack(file.read(_HEAD.size))
        if size == 1:  # a 64-bit size follows
            (size,) = struct.unpack(">Q", file.read(8))
        size = end - start if size == 0 else size
        if size < file.tell() - start:
            return None
        if kind == wanted:
            return int(start + size - file.tell())
        file.seek(start + size)
    return None


def _creation_time(file: BinaryIO) -> datetime | None:
    version = file.read(4)[:1]
    (seconds,) = struct.unpack(">Q", file.read(8)) if version == b"\x01" else struct.unpack(">I", file.read(4))
    time = EPOCH + timedelta(seconds=seconds)
    return time if time >= EARLIEST else None
