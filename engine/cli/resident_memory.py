"""How much memory this process holds, where the system tells."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

MAPPING = re.compile(r"^[0-9a-f]+-[0-9a-f]+ .{4} ")  # the first line of each mapping in smaps
KIB = 1024
SMAPS = Path("/proc/self/smaps")


def resident_bytes() -> int | None:
    """Return how much of this process is in memory, mapped files with it; None where the system does not tell."""
    return mapped_bytes("")


def mapped_bytes(name: str) -> int | None:
    """Return how much of the mapped files whose path ends so is in memory; None where the system does not tell."""
    if not SMAPS.exists():
        return None
    total, is_counted = 0, False
    for line in SMAPS.read_text(errors="replace").splitlines():
        if MAPPING.match(line):
            is_counted = line.endswith(name)
        elif is_counted and line.startswith("Rss:"):
            total += int(line.split()[1]) * KIB
    return total


def forget_files(paths: Iterable[Path]) -> None:
    """Ask the system to drop these files from its cache, where it can be asked."""
    if not hasattr(os, "posix_fadvise"):
        return
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)
