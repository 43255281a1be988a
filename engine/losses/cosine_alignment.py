"""What all losses that align crops with categories have in common: they see nothing but cosines."""

import math
from abc import ABC, abstractmethod

from torch import Tensor, nn

from engine.errors import ConfigError, ShapeError
from engine.losses.pairwise_cosines import pairwise_cosines


class CosineAlignment(nn.Module, ABC):
    """A loss of the cosines between the crops of a batch and all categories.

    The categories' embeddings are what the category encoder gives, so they are arguments, not parameters as the proxies
    and class weights of the papers are, and gradients go into both sides.

    Args:
        scale: multiplies the cosines; larger is sharper.
    """

    def __init__(self, scale: float) -> None:
        super().__init__()
        if not 0 < scale < math.inf:
            raise ConfigError("scale", scale, "must be above 0")
        self.scale = scale

    def forward(self, crops: Tensor, categories: Tensor, target: Tensor) -> Tensor:
        """Return the loss, () float32, or float64 where the embeddings are.

        Args:
            crops: (B, D), of any length and floating type; normalised here.
            categories: (C, D), one row per training category; normalised here.
            target: (B,) int64 in [0, C), each crop's category.

        Raises:
            ShapeError: if D or B differs, or the batch is empty.
        """
        if crops.shape[1:] != categories.shape[1:] or len(crops) == 0:
            raise ShapeError(f"Crops {tuple(crops.shape)} and categories {tuple(categories.shape)} do not fit.")
        if target.shape != crops.shape[:1]:
            raise ShapeError(f"{len(crops)} crops need as many targets, not {tuple(target.shape)}.")
        return self.of_cosines(pairwise_cosines(crops, categories), target)

    @abstractmethod
    def of_cosines(self, cosines: Tensor, target: Tensor) -> Tensor:
        """Return the loss of (B, C) cosines."""
