"""SphereFace: the angle multiplied."""

import math

import torch
from torch import Tensor

from engine.errors import ConfigError
from engine.losses.margin_softmax import MarginSoftmax

LARGEST_MARGIN = 8  # the paper goes to 4; the polynomial's gradient grows with m²


class SphereFace(MarginSoftmax):
    """Pull each crop so near to its own category's embedding that m times the angle is still below all the others.

    L = −1/B Σ_i log( e^{s ψ(θ_i)} / ( e^{s ψ(θ_i)} + Σ_{k ≠ y_i} e^{s cos θ_ik} ) )
    ψ(θ) = (−1)^k cos(mθ) − 2k,   θ ∈ [kπ/m, (k+1)π/m],   k ∈ [0, m − 1]

    (Liu, Wen, Yu, Li, Raj and Song 2017, Eq. 7.) In the paper the feature's length ‖x‖ stands where s does; embeddings
    are of unit length here, so s is a constant. The slow decrease of a share of plain softmax, by which the authors
    start their training, is left out. cos(mθ) is the Chebyshev polynomial T_m of cos θ, whose gradient is finite at
    cos θ = ±1, where that of the arc cosine is not.

    Args:
        scale: s; the paper has none, 30 is our choice.
        margin: m, a whole number that multiplies the angle to the crop's own category; 4 in the paper.
    """

    def __init__(self, scale: float = 30.0, margin: float = 4.0) -> None:
        super().__init__(scale)
        if not (1 <= margin <= LARGEST_MARGIN and float(margin).is_integer()):
            problem = f"must be a whole number from 1 to {LARGEST_MARGIN}, for SphereFace multiplies the angle by it"
            raise ConfigError("margin", margin, problem)
        self.margin = int(margin)

    def with_margin(self, cosines: Tensor) -> Tensor:
        """Return ψ(θ), which falls from 1 at θ = 0 to 1 − 2m at θ = π."""
        bounds = [math.cos(k * math.pi / self.margin) for k in range(1, self.margin)]
        passed = sum((cosines < bound for bound in bounds), start=torch.zeros_like(cosines))  # k
        return (1 - 2 * (passed % 2)) * self._cosine_of_multiple(cosines) - 2 * passed

    def _cosine_of_multiple(self, cosines: Tensor) -> Tensor:
        """Return cos(mθ) by T_n = 2x T_{n−1} − T_{n−2}."""
        before, polynomial = torch.ones_like(cosines), cosines
        for _ in range(1, self.margin):
            before, polynomial = polynomial, 2 * cosines * polynomial - before
        return polynomial
