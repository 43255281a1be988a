"""Softmax cross-entropy over cosines, made harder by a margin at the crop's own category."""

from abc import abstractmethod

from torch import Tensor
from torch.nn import functional

from engine.losses.cosine_alignment import CosineAlignment


class MarginSoftmax(CosineAlignment):
    """L = −1/B Σ_i log( e^{s ψ(θ_i)} / ( e^{s ψ(θ_i)} + Σ_{k ≠ y_i} e^{s cos θ_ik} ) ), ψ being the margin's form."""

    def of_cosines(self, cosines: Tensor, target: Tensor) -> Tensor:
        """Return the mean cross-entropy of (B, C) cosines."""
        own = cosines.gather(1, target[:, None])
        return functional.cross_entropy(self.scale * cosines.scatter(1, target[:, None], self.with_margin(own)), target)

    @abstractmethod
    def with_margin(self, cosines: Tensor) -> Tensor:
        """Return ψ, which stands in place of the cosines to the crops' own categories, (B, 1)."""
