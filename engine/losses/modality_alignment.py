"""The modality alignment loss of ASMR, Eq. 2."""

import math

import torch
from torch import Tensor

from engine.errors import ConfigError
from engine.losses.margin_softmax import MarginSoftmax

SMALLEST_SINE_SQUARED = 1e-7  # the gradient of √x has no end at 0


class ModalityAlignment(MarginSoftmax):
    """Pull each crop to its own category's embedding, by an angular margin closer than to all the others.

    L_MA = −1/B Σ_i log( e^{σ cos(a(f_i, g_i)+γ)} / ( e^{σ cos(a(f_i, g_i)+γ)} + Σ_{g_k ≠ g_i} e^{σ cos a(f_i, g_k)} ) )

    (Jeong, Park and Kwak 2021, Eq. 2.) Where a + γ passes π, cos θ − γ sin(π − γ) takes its place, which keeps the loss
    monotone in the angle; the paper does not print it, the authors' code has it.

    Args:
        scale: σ, multiplies the cosine before the softmax; 32 is the paper's on PETA.
        margin: γ, radians added to the angle to the crop's own category; 0.1 is the paper's on PETA.
    """

    def __init__(self, scale: float = 32.0, margin: float = 0.1) -> None:
        super().__init__(scale)
        if not 0.0 <= margin < math.pi / 2:
            raise ConfigError("margin", margin, "must be at least 0 and below π/2")
        self.margin = margin

    def with_margin(self, cosines: Tensor) -> Tensor:
        """Return cos(a + γ), or its monotone extension where a + γ > π."""
        sine = (1 - cosines**2).clamp_min(SMALLEST_SINE_SQUARED).sqrt()
        shifted = cosines * math.cos(self.margin) - sine * math.sin(self.margin)
        extended = cosines - self.margin * math.sin(math.pi - self.margin)
        return torch.where(cosines > math.cos(math.pi - self.margin), shifted, extended)
