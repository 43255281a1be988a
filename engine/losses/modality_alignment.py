"""The modality alignment loss of ASMR, Eq. 2."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.errors import ConfigError, ShapeError

SMALLEST_SINE_SQUARED = 1e-7  # the gradient of √x has no end at 0


class ModalityAlignment(nn.Module):
    """Pull each crop to its own category's embedding, by an angular margin closer than to all the others.

    L_MA = −1/B Σ_i log( e^{σ cos(a(f_i, g_i)+γ)} / ( e^{σ cos(a(f_i, g_i)+γ)} + Σ_{g_k ≠ g_i} e^{σ cos a(f_i, g_k)} ) )

    (Jeong, Park and Kwak 2021, Eq. 2.) Where a + γ passes π, cos θ − γ sin(π − γ) takes its place, which keeps the loss
    monotone in the angle; the paper does not print it, the authors' code has it.

    Args:
        scale: σ, multiplies the cosine before the softmax.
        margin: γ, radians added to the angle to the crop's own category.
    """

    def __init__(self, scale: float, margin: float) -> None:
        super().__init__()
        if not 0.0 <= margin < math.pi / 2:
            raise ConfigError("margin", margin, "must be at least 0 and below π/2")
        if scale <= 0:
            raise ConfigError("scale", scale, "must be above 0")
        self.scale = scale
        self.margin = margin

    def forward(self, crops: Tensor, categories: Tensor, target: Tensor) -> Tensor:
        """Return the mean loss, () float32.

        Args:
            crops: (B, D) float32, of any length; normalised here.
            categories: (C, D) float32, one row per training category; normalised here.
            target: (B,) int64 in [0, C), each crop's category.

        Raises:
            ShapeError: if D differs, or the batch is empty.
        """
        if crops.shape[1:] != categories.shape[1:] or len(crops) == 0:
            raise ShapeError(f"Crops {tuple(crops.shape)} and categories {tuple(categories.shape)} do not fit.")
        crops, categories = crops.float(), categories.float()
        cosine = functional.normalize(crops, dim=1) @ functional.normalize(categories, dim=1).T
        own = cosine.gather(1, target[:, None])
        logits = cosine.scatter(1, target[:, None], self._with_margin(own))
        return functional.cross_entropy(self.scale * logits, target)

    def _with_margin(self, cosine: Tensor) -> Tensor:
        """Return cos(a + γ), or its monotone extension where a + γ > π."""
        sine = (1 - cosine**2).clamp_min(SMALLEST_SINE_SQUARED).sqrt()
        shifted = cosine * math.cos(self.margin) - sine * math.sin(self.margin)
        extended = cosine - self.margin * math.sin(math.pi - self.margin)
        return torch.where(cosine > math.cos(math.pi - self.margin), shifted, extended)
