"""The category encoder g: a person category to a unit embedding."""

import itertools

from torch import Tensor, nn
from torch.nn import functional

EMBEDDING_WIDTH = 128  # D
HIDDEN_WIDTHS = (512, 128)  # method.md §2


def embedding_mlp(inputs: int, outputs: int) -> nn.Sequential:
    """Return inputs→512→128→outputs with ReLU between, Kaiming normal (fan-out), zero bias (method.md §2)."""
    widths = (inputs, *HIDDEN_WIDTHS, outputs)
    layers: list[nn.Module] = []
    for before, after in itertools.pairwise(widths):
        if layers:
            layers.append(nn.ReLU())
        linear = nn.Linear(before, after)
        nn.init.kaiming_normal_(linear.weight, mode="fan_out", nonlinearity="relu")
        nn.init.zeros_(linear.bias)
        layers.append(linear)
    return nn.Sequential(*layers)


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
