"""Files derived from the catalog, which carry the stamp of the embeddings they were made from.

The stamp stands behind the content, in the same file, so that both come into place in one step. FAISS and NumPy read
what they know of and leave the rest.
"""

import os
import struct
from collections.abc import Callable
from pathlib import Path

from engine.gallery.catalog.embeddings import EmbeddingStamp

TRAILER = struct.Struct("<8sqqq")  # mark, length of the content, count, last id
SMALLEST_PART_WORTH_SAVING = 32  # a file that lacks less than 1/32 is extended in memory
MARK = b"BOLOIDX1"


def read_stamp(path: Path) -> EmbeddingStamp | None:
    """Return the stamp of a derived file; None where it is missing, cut short or not ours."""
    try:
        with path.open("rb") as file:
            length = file.seek(0, os.SEEK_END) - TRAILER.size
            if length < 0:
                return None
            file.seek(length)
            mark, stated, count, last_id = TRAILER.unpack(file.read(TRAILER.size))
    except OSError:
        return None
    return EmbeddingStamp(count, last_id) if mark == MARK and stated == length else None


def write_stamped(path: Path, write: Callable[[Path], None], stamp: EmbeddingStamp) -> bool:
    """Write a derived file beside its place and move it in; return whether it could be written.

    Where it cannot (a full disk, a case on a disc, Windows with the old file in use), what is in memory serves on.

    Args:
        path: the file's place.
        write: writes the content to the path that it is given.
        stamp: what the content was made from.
    """
    draft = path.with_name(f"{path.name}.{os.getpid()}.making")
    try:
        path.parent.mkdir(exist_ok=True)
        write(draft)
        with draft.open("ab") as file:
            file.write(TRAILER.pack(MARK, file.tell(), stamp.count, stamp.last_id))
        draft.replace(path)
    except OSError:
        return False
    finally:
        _remove(draft)
    return True


def is_worth_saving(stamp: EmbeddingStamp, saved: EmbeddingStamp) -> bool:
    """Return whether a derived file is so far behind that writing it anew saves more than it takes.

    While a job embeds batch after batch, a window that searches would otherwise write hundreds of megabytes each time.
    """
    return stamp.count != 0 and abs(stamp.count - saved.count) * SMALLEST_PART_WORTH_SAVING >= stamp.count


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # a folder that cannot be written holds no draft either
