"""The category encoder g: a person category to a unit embedding."""

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
    """

    def __init__(self, attributes: int) -> None:
        super().__init__()
        self.mlp = embedding_mlp(attributes, EMBEDDING_WIDTH)

    def forward(self, categories: Tensor) -> Tensor:
        """Return (C, D) float32 unit embeddings of (C, A) category vectors."""
        return functional.normalize(self.mlp(categories.float()), dim=1)
