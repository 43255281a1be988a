"""The image encoder f: a crop to a unit embedding, and the pooled feature that the recognition heads read."""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.encoders.backbone import Backbone
from engine.encoders.category_encoder import EMBEDDING_WIDTH, embedding_mlp


class Encoded(NamedTuple):
    """What the image encoder makes of a batch."""

    features: Tensor  # (B, F) float32, pooled, as the recognition heads want them
    embeddings: Tensor  # (B, D) float32, unit length


class ImageEncoder(nn.Module):
    """CNN → global average pooling → MLP F→512→128→128 with ReLU between → ℓ2 norm (ASMR §3; method.md §2).

    Args:
        backbone: gives the pooled feature; its normalisation is applied here, so pixels enter as they are.
        dropout: probability of dropping a pooled feature in training; the paper has 0.
    """

    mean: Tensor
    std: Tensor

    def __init__(self, backbone: Backbone, *, dropout: float = 0.0) -> None:
        super().__init__()
        self.backbone = backbone.network
        self.width = backbone.width
        self.dropout = nn.Dropout(dropout)
        self.mlp = embedding_mlp(backbone.width, EMBEDDING_WIDTH)
        normalisation = backbone.normalisation
        self.register_buffer("mean", torch.tensor(normalisation.mean).view(1, 3, 1, 1), persistent=False)
        self.register_buffer("std", torch.tensor(normalisation.std).view(1, 3, 1, 1), persistent=False)

    def forward(self, pixels: Tensor) -> Encoded:
        """Encode a batch.

        Args:
            pixels: (B, 3, H, W) uint8 or float32 in [0, 255].
        """
        normalised = (pixels.float() - self.mean) / self.std
        features = self.dropout(self.backbone(normalised.contiguous(memory_format=torch.channels_last)).float())
        return Encoded(features, functional.normalize(self.mlp(features), dim=1))
