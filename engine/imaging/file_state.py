"""Whether a file or folder is still what it was when it was first looked at."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileState:
    """What differs once a file has been written to, or another thing lies at its path.

    Attributes:
        place: device and number of the file or folder; None where there is none, or none that can be looked at.
        size: in bytes.
        changed_ns: nanoseconds of the last change.
    """

    place: tuple[int, int] | None
    size: int = 0
    changed_ns: int = 0

    def is_there(self, before: "FileState | None") -> bool:
        """Return whether there is something, and the same file or folder as before, whatever has been written to it."""
        return self.place is not None and before is not None and self.place == before.place


def file_state(path: Path) -> FileState:
    """Return the present state of a file or folder."""
    try:
        status = path.stat()
    except OSError:
        return FileState(None)
    return FileState((status.st_dev, status.st_ino), status.st_size, status.st_mtime_ns)
