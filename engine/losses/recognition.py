"""The recognition loss: every attribute by itself or its group by softmax, rare ones weighted."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.errors import ShapeError


def rarity_weights(positives: Tensor, total: int | Tensor, *, largest: float = 8.0) -> Tensor:
    """Return (A,) weights for the positives: the square root of the odds against, between 1 and `largest`.

    Args:
        positives: (A,) how many of the crops have the attribute.
        total: how many crops there are; (A,) where of each attribute it is known of so many.
        largest: no weight is above it.
    """
    positives = positives.float().clamp_min(1.0)
    return ((total - positives).clamp_min(1.0) / positives).sqrt().clamp(1.0, largest)


class Recognition(nn.Module):
    """Cross-entropy of every attribute, the true ones weighted by rarity (method.md §3); mean over all (B, A).

    An attribute by itself has binary cross-entropy, −v_k y_k log σ(z_k) − (1 − y_k) log(1 − σ(z_k)). The attributes of
    a group that shares a softmax have −v_k log softmax(z)_k together, k being the one that holds (ASMR §3.3). Where
    not exactly one is known to hold, as of a crop labelled with none or two, nothing is learned of that group, for a
    softmax cannot say it. One that is known to hold settles the group, whatever is known of the others.

    Args:
        positive_weights: (A,) v, from `rarity_weights`.
        softmax_groups: where such groups stand in the category vector (`RecognitionHeads.softmax_groups`).
    """

    positive_weights: Tensor

    def __init__(self, positive_weights: Tensor, softmax_groups: Sequence[slice] = ()) -> None:
        super().__init__()
        self.register_buffer("positive_weights", positive_weights)
        self.softmax_groups = tuple(softmax_groups)

    def forward(self, logits: Tensor, categories: Tensor, known: Tensor | None = None) -> Tensor:
        """Return the mean loss, () float32, of (B, A) logits against (B, A) bits.

        Args:
            logits: (B, A), of the recognition heads.
            categories: (B, A) bits.
            known: (B, A) bits; where 0 the crop does not show the attribute, and nothing is learned from it.

        Raises:
            ShapeError: if the shapes differ, or there is no crop.
        """
        if logits.shape != categories.shape or len(logits) == 0 or (known is not None and known.shape != logits.shape):
            raise ShapeError(f"Logits {tuple(logits.shape)} and bits {tuple(categories.shape)} do not fit.")
        logits = logits if logits.dtype == torch.float64 else logits.float()
        bits = categories.to(logits.dtype)
        each = functional.binary_cross_entropy_with_logits(
            logits, bits, pos_weight=self.positive_weights, reduction="none"
        )
        if known is not None:
            bits, each = bits * known.to(logits.dtype), each * known.to(logits.dtype)
        for group in self.softmax_groups:
            each[:, group] = _softmax_cross_entropy(logits[:, group], bits[:, group]) * self.positive_weights[group]
        return each.mean()


def _softmax_cross_entropy(logits: Tensor, bits: Tensor) -> Tensor:
    """Return (B, n), −log softmax of the one that holds in its place and 0 elsewhere; all 0 where not one holds."""
    one_holds = bits.sum(dim=1, keepdim=True) == 1
    return -functional.log_softmax(logits, dim=1) * (bits * one_holds)
