"""The Proxy NCA loss."""

import torch
from torch import Tensor
from torch.nn import functional

from engine.errors import ConfigError, ShapeError
from engine.losses.cosine_alignment import CosineAlignment


class ProxyNca(CosineAlignment):
    """Pull each crop nearer to its own category's embedding than to the others, in squared distance.

    L = −1/B Σ_i log( e^{−s d(x_i, p_i)} / Σ_{p_k ≠ p_i} e^{−s d(x_i, p_k)} ),   d(x, p) = ‖x − p‖² = 2 − 2 cos(x, p)

    (Movshovitz-Attias, Toshev, Leung, Ioffe and Singh 2017, Algorithm 1, with s = 1, all vectors of unit length.) As in
    the paper the sum leaves the crop's own category out, so the loss may be below 0. The category's embedding stands
    for the proxy.

    Args:
        scale: s; the paper has none, which is 1.
        margin: there is none; anything but 0 is refused.
    """

    def __init__(self, scale: float = 1.0, margin: float = 0.0) -> None:
        super().__init__(scale)
        if margin != 0.0:
            raise ConfigError("margin", margin, "must be 0, for Proxy NCA has no margin")

    def of_cosines(self, cosines: Tensor, target: Tensor) -> Tensor:
        """Return the mean over the batch; the 2 of each distance cancels out.

        Raises:
            ShapeError: if there is one category alone.
        """
        if cosines.shape[1] < 2:
            raise ShapeError("Proxy NCA tells a category from others: two categories or more are needed.")
        nearness = 2 * self.scale * cosines
        own = functional.one_hot(target, cosines.shape[1]).bool()
        others = nearness.masked_fill(own, -torch.inf).logsumexp(dim=1)
        return (others - nearness.gather(1, target[:, None])[:, 0]).mean()
