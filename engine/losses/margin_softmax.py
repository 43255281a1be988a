"""Softmax cross-entropy over cosines, made harder by a margin at the crop's own category."""

from abc import abstractmethod

import torch
from torch import Tensor
from torch.nn import functional

from engine.losses.cosine_alignment import CosineAlignment


class MarginSoftmax(CosineAlignment):
    """L = −1/B Σ_i log( e^{s ψ(θ_i)} / ( e^{s ψ(θ_i)} + Σ_{k ≠ y_i} e^{s cos θ_ik} ) ), ψ being the margin's form."""

    def of_cosines(self, cosines: Tensor, target: Tensor) -> Tensor:
        """Return the mean cross-entropy of (B, C) cosines."""
        own = cosines.gather(1, target[:, None])
        return functional.cross_entropy(self.scale * cosines.scatter(1, target[:, None], self.with_margin(own)), target)

    def of_any(self, cosines: Tensor, may_be: Tensor) -> Tensor:
        """Return the mean loss of crops that have one of several categories, nobody knows which.

        L = −1/B Σ_i log( Σ_{k ∈ P_i} e^{s ψ(θ_ik)} / ( Σ_{k ∈ P_i} e^{s ψ(θ_ik)} + Σ_{k ∉ P_i} e^{s cos θ_ik} ) )

        With one category each it is the loss above. A crop that may have all of them, or none, teaches nothing: 0.

        Args:
            cosines: (B, C).
            may_be: (B, C) bool, P.
        """
        logits = self.scale * torch.where(may_be, self.with_margin(cosines), cosines)
        teaches = may_be.any(dim=1) & ~may_be.all(dim=1)
        chosen, positive = logits[teaches], logits[teaches].masked_fill(~may_be[teaches], -torch.inf)
        return (chosen.logsumexp(dim=1) - positive.logsumexp(dim=1)).sum() / len(cosines)

    @abstractmethod
    def with_margin(self, cosines: Tensor) -> Tensor:
        """Return ψ of cosines of any shape, which stands in place of those to the crops' own categories."""
