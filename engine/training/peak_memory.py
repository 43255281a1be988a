"""The most memory that a training held."""

import torch

from engine import device as host

MEGABYTE = 1024 * 1024


def peak_memory_mb(device: torch.device) -> float | None:
    """Return the most memory held, in MiB: the graphics card's where it trains, else this process's.

    None where the system does not tell, which is so on Windows without a graphics card.
    """
    if device.type == "cuda":
        return round(torch.cuda.max_memory_allocated() / MEGABYTE, 1)
    return host.peak_memory_mb()
