"""What work runs on: the device of the encoders, and the memory of this process."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import ConfigError

if TYPE_CHECKING:
    import torch

KIB, MIB = 1024, 1024 * 1024
STATM = Path("/proc/self/statm")  # Linux has it


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
