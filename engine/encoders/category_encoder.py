"""The category encoder g: a person category to a unit embedding."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.encoders.mlp import make_mlp

EMBEDDING_WIDTH = 128  # D
HIDDEN_WIDTHS = (512, 128)  # method.md §2


def embedding_mlp(inputs: int, outputs: int) -> nn.Sequential:
    """Return inputs→512→128→outputs (method.md §2)."""
    return make_mlp(inputs, *HIDDEN_WIDTHS, outputs)


class CategoryEncoder(nn.Module):
    """MLP A→512→128→128 with ReLU between → ℓ2 norm (ASMR §3; method.md §2).

    Args:
        attributes: A, the bits of a category vector.
        groups: G, how many attribute groups may be hidden from it; each adds one bit to what it reads, 1 where the
            group is hidden (method.md §7). 0 is the paper's.
    """

    def __init__(self, attributes: int, groups: int = 0) -> None:
        super().__init__()
        self.groups = groups
        self.mlp = embedding_mlp(attributes + groups, EMBEDDING_WIDTH)

    def forward(self, categories: Tensor, hidden: Tensor | None = None) -> Tensor:
        """Return (C, D) float32 unit embeddings of category vectors.

        Args:
            categories: (C, A), 0 in hidden groups.
            hidden: (C, G) bits, 1 where a group is hidden; None hides none.
        """
        bits = categories.float()
        if self.groups:
            shown = bits.new_zeros(len(bits), self.groups)
            bits = torch.cat([bits, shown if hidden is None else hidden.float()], dim=1)
        return functional.normalize(self.mlp(bits), dim=1)
