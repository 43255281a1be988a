"""Computing in half precision while learning, and the scaling of the loss that float16 needs."""

from contextlib import AbstractContextManager, nullcontext

import torch
from torch import Tensor, nn

from engine.errors import ConfigError
from engine.training.recipe import Precision


class Autocast:
    """What the image encoder computes in on a device. The losses stay in float32 throughout.

    Args:
        precision: what the recipe asks for.
        device: where the model is.

    Raises:
        ConfigError: if float16 is asked for on the CPU.
    """

    def __init__(self, precision: Precision, device: torch.device) -> None:
        if precision is Precision.FP16 and device.type != "cuda":
            raise ConfigError("precision", precision.value, "works on CUDA alone; use bf16, or full")
        self._device = device
        self.dtype = _dtype(precision, device)
        scaled = self.dtype is torch.float16
        self.scaler = torch.amp.GradScaler(device.type) if scaled else None

    def forward(self) -> AbstractContextManager[object]:
        """Return the context of the image encoder's forward pass."""
        if self.dtype is None:
            return nullcontext()
        return torch.autocast(self._device.type, dtype=self.dtype)

    def backward(self, loss: Tensor) -> None:
        """Add the loss's gradients."""
        torch.autograd.backward(loss if self.scaler is None else self.scaler.scale(loss))

    def step(self, optimiser: torch.optim.Optimizer, network: nn.Module, clip_norm: float) -> bool:
        """Clip the gradients and take the step; return whether all was finite.

        A gradient that float16 could not hold is no error: the scaler leaves the step out and scales less.
        """
        if self.scaler is not None:
            self.scaler.unscale_(optimiser)
        norm = nn.utils.clip_grad_norm_(network.parameters(), clip_norm or torch.inf)
        if self.scaler is not None:
            self.scaler.step(optimiser)
            self.scaler.update()
            return True
        if not torch.isfinite(norm):
            return False
        optimiser.step()
        return True


def _dtype(precision: Precision, device: torch.device) -> torch.dtype | None:
    if precision is Precision.MIXED and device.type == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported(including_emulation=False) else torch.float16
    return {Precision.BF16: torch.bfloat16, Precision.FP16: torch.float16}.get(precision)
