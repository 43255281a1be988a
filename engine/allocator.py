"""What the allocator of this process does with memory that is freed; only GNU's can be asked."""

import ctypes
import sys
from collections.abc import Callable

MIB = 1024 * 1024
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8  # of GNU's malloc.h
MOST_MAPPED_ALONE = 32 * MIB  # GNU's allocator takes no higher threshold
NEVER_TRIMMED = 1024 * MIB


def keep_freed_memory() -> None:
    """Have the allocator keep what is freed for what comes next, where it can be asked, until it is told to trim.

    What passes between a network's layers is then mapped once and not anew for every batch, and what the process holds
    does not swing with how its threads happen to meet.
    """
    set_option = _of_gnus_allocator("mallopt")
    if set_option is not None:
        set_option(M_ARENA_MAX, 1)  # threads share: a thread's own arena gives back what is free all the same
        set_option(M_MMAP_THRESHOLD, MOST_MAPPED_ALONE)
        set_option(M_TRIM_THRESHOLD, NEVER_TRIMMED)


def trim_memory() -> None:
    """Let the allocator give back what is free, where it can be asked."""
    trim = _of_gnus_allocator("malloc_trim")
    if trim is not None:
        trim(0)


def _of_gnus_allocator(name: str) -> Callable[..., int] | None:
    """Return one of its functions; None where another allocator is used."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
