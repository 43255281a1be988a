"""Which format a picture has, so that Qt need not try them all, in any thread.

QImageReader asks every plugin in turn where it is not told the format. The one of SVG connects a signal on the way,
which waits for a lock of Qt while Python's is held, and a thread that disconnects something at that moment waits the
other way round: both stand still for good. No picture of evidence is an SVG, and none is read as one. A reader over a
QBuffer that Python made does the same: it calls Python back while it holds the lock of the plugins. So what is in
memory is read by QImage.fromData.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QImageReader

HEAD_BYTES = 12
_BEGINNINGS = (
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),  # above four gigabytes
    (b"MM\0+", "tiff"),
    *((b"P%d" % digit, name) for digit, name in zip(range(1, 7), 2 * ("pbm", "pgm", "ppm"), strict=True)),
    (b"GIF8", "gif"),
)
UNKNOWN = "none"  # no plugin answers to it


def format_of(head: bytes) -> str:
    """Return the format of a picture that begins so; UNKNOWN where it is none that footage comes in."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    return next((name for beginning, name in _BEGINNINGS if head.startswith(beginning)), UNKNOWN)


def head_of(path: str) -> bytes | None:
    """Return how a file begins; None where it cannot be read, of which the reader says why."""
    try:
        with Path(path).open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError:
        return None


def set_format(reader: QImageReader, head: bytes | None) -> None:
    """Have a picture that begins so read as what it is, and as nothing else."""
    if head is not None:
        reader.setAutoDetectImageFormat(False)
        reader.setFormat(QByteArray(format_of(head).encode("ascii")))


def read_picture(data: bytes) -> QImage:
    """Return a picture from memory, null where it is none that footage comes in; any thread may ask."""
    name = format_of(data)
    return QImage() if name == UNKNOWN else QImage.fromData(data, name)
