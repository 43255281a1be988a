"""Which device the encoders run on."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch


def best_device() -> "torch.device":
    """Return CUDA where it works, else the CPU. Imports torch: call it in jobs only."""
    import torch

    return torch.device("cuda" if torch.cuda.is_available() else "cpu")
