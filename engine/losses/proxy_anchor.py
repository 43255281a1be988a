"""The Proxy Anchor loss."""

import torch
from torch import Tensor
from torch.nn import functional

from engine.errors import ConfigError
from engine.losses.cosine_alignment import CosineAlignment


class ProxyAnchor(CosineAlignment):
    """Let each category pull its own crops of the batch and push the others, the hardest most.

    L = 1/|P⁺| Σ_{p ∈ P⁺} log( 1 + Σ_{x ∈ X_p⁺} e^{−α (s(x,p) − δ)} )
      + 1/|P|  Σ_{p ∈ P}  log( 1 + Σ_{x ∈ X_p⁻} e^{α (s(x,p) + δ)} )

    (Kim, Kim, Cho and Kwak 2020, Eq. 4.) P are all categories, P⁺ those with a crop in the batch, X_p⁺ the batch's
    crops of category p and X_p⁻ the others. The category's embedding stands for the proxy.
    The sums go over the whole batch, so the mean of this loss over parts of a batch is another loss.

    Args:
        scale: α; 32 in the paper.
        margin: δ, of the cosine; 0.1 in the paper.
    """

    def __init__(self, scale: float = 32.0, margin: float = 0.1) -> None:
        super().__init__(scale)
        if not 0.0 <= margin < 1.0:
            raise ConfigError("margin", margin, "must be at least 0 and below 1, for Proxy Anchor shifts the cosine")
        self.margin = margin

    def of_cosines(self, cosines: Tensor, target: Tensor) -> Tensor:
        """Return the pull, mean over the categories in the batch, plus the push, mean over all categories."""
        own = functional.one_hot(target, cosines.shape[1]).bool()
        pull = _log_one_plus_sum(-self.scale * (cosines - self.margin), own)
        push = _log_one_plus_sum(self.scale * (cosines + self.margin), ~own)
        return pull.sum() / own.any(dim=0).sum() + push.mean()


def _log_one_plus_sum(exponents: Tensor, counted: Tensor) -> Tensor:
    """Return log(1 + Σ e^x) over the counted rows of each column, (C,); 0 where none is."""
    one = exponents.new_zeros(1, exponents.shape[1])
    return torch.cat([one, exponents.masked_fill(~counted, -torch.inf)]).logsumexp(dim=0)
