"""The recognition loss: every attribute by itself, rare ones weighted."""

from torch import Tensor, nn
from torch.nn import functional

from engine.errors import ShapeError


def rarity_weights(positives: Tensor, total: int, *, largest: float = 8.0) -> Tensor:
    """Return (A,) weights for the positives: the square root of the odds against, between 1 and `largest`.

    Args:
        positives: (A,) how many of the crops have the attribute.
        total: how many crops there are.
        largest: no weight is above it.
    """
    positives = positives.float().clamp_min(1.0)
    return ((total - positives).clamp_min(1.0) / positives).sqrt().clamp(1.0, largest)


class Recognition(nn.Module):
    """Binary cross-entropy summed over attributes, mean over the batch; positives weighted by rarity (method.md §3).

    Args:
        positive_weights: (A,) from `rarity_weights`.
    """

    positive_weights: Tensor

    def __init__(self, positive_weights: Tensor) -> None:
        super().__init__()
        self.register_buffer("positive_weights", positive_weights)

    def forward(self, logits: Tensor, categories: Tensor, known: Tensor | None = None) -> Tensor:
        """Return the mean loss, () float32, of (B, A) logits against (B, A) bits.

        Args:
            logits: (B, A).
            categories: (B, A) bits.
            known: (B, A) bits; where 0 the crop does not show the attribute, and nothing is learned from it.

        Raises:
            ShapeError: if the shapes differ, or there is no crop.
        """
        if logits.shape != categories.shape or len(logits) == 0 or (known is not None and known.shape != logits.shape):
            raise ShapeError(f"Logits {tuple(logits.shape)} and bits {tuple(categories.shape)} do not fit.")
        each = functional.binary_cross_entropy_with_logits(
            logits.float(), categories.float(), pos_weight=self.positive_weights, reduction="none"
        )
        return each.mean() if known is None else (each * known.float()).mean()
