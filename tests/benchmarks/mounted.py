"""File systems mounted for a measurement; Linux, and the rights of root."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def mount(*arguments: object) -> None:
    """Mount, or say that it cannot be done here."""
    done = subprocess.run(["mount", *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"nothing can be mounted here, so this cannot be measured: {done.stderr.strip()}")


def unmount(point: Path) -> None:
    """Take a file system away, though files on it are open, as a drive that is pulled out."""
    subprocess.run(["umount", "-l", point], check=True)


@contextmanager
def small_disk(point: Path, size_kib: int) -> Iterator[Path]:
    """Yield the root of a disk of this size in memory; it goes afterwards."""
    point.mkdir()
    mount("-t", "tmpfs", "-o", f"size={size_kib}k", "bolo-small-disk", point)
    try:
        yield point
    finally:
        unmount(point)
