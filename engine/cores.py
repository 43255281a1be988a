"""How many processor cores work may use; light, for the window tells it too."""

import os


def usable_cores() -> int:
    """Return how many cores this process may use; BOLO_THREADS, above 0, says so too."""
    affinity = getattr(os, "sched_getaffinity", None)  # Linux has it
    there = len(affinity(0)) if affinity is not None else os.cpu_count() or 1
    wanted = os.environ.get("BOLO_THREADS", "")
    return min(int(wanted), there) if wanted.isdecimal() and int(wanted) > 0 else there
