"""What work runs on: the device of the encoders, and the memory of this process."""

import ctypes
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import ConfigError

if TYPE_CHECKING:
    import torch

KIB, MIB = 1024, 1024 * 1024
STATM = Path("/proc/self/statm")  # Linux has it
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8  # of GNU's malloc.h
MOST_MAPPED_ALONE = 32 * MIB  # GNU's allocator takes no higher threshold
NEVER_TRIMMED = 1024 * MIB


def best_device() -> "torch.device":
    """Return what BOLO_DEVICE names, cpu or cuda; else CUDA where it works, else the CPU.

    Imports torch: call it in jobs only.

    Raises:
        ConfigError: if CUDA is named and does not work.
    """
    import torch

    wanted = os.environ.get("BOLO_DEVICE", "auto")
    if wanted == "cpu":
        return torch.device("cpu")
    if wanted == "cuda" and not torch.cuda.is_available():
        raise ConfigError("device", wanted, "does not work on this machine; choose “automatic” in the settings")
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def peak_memory_mb() -> float | None:
    """Return the most memory that this process has held, in MiB; None on Windows, which does not tell."""
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (MIB if sys.platform == "darwin" else KIB), 1)


def resident_memory_mb() -> float | None:
    """Return how much memory this process holds now, in MiB; None where the system does not tell."""
    if not STATM.exists():
        return None
    pages = int(STATM.read_text().split()[1])
    return round(pages * os.sysconf("SC_PAGE_SIZE") / MIB, 1)


def keep_freed_memory() -> None:
    """Have the allocator keep what is freed for what comes next, where it can be asked, until the process ends.

    What passes between a network's layers is then mapped once and not anew for every batch, and what the process holds
    does not swing with how its threads happen to meet.
    """
    if sys.platform == "linux":
        set_option = getattr(ctypes.CDLL(None), "mallopt", None)  # GNU's has it
        if set_option is not None:
            set_option(M_ARENA_MAX, 1)  # threads share: a thread's own arena gives back what is free all the same
            set_option(M_MMAP_THRESHOLD, MOST_MAPPED_ALONE)
            set_option(M_TRIM_THRESHOLD, NEVER_TRIMMED)
