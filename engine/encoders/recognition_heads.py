"""The recognition heads: what the image alone says of every attribute."""

import torch
from torch import Tensor, nn

from engine.attributes.schema import Schema


class RecognitionHeads(nn.Module):
    """One head per attribute group on the pooled feature, one logit per attribute.

    The paper's heads are softmax classifiers and are thrown away after pre-training (ASMR §3.3). Here a logit speaks
    for its attribute alone, because groups may hold several values or none, and the heads stay in the model.

    Args:
        features: F, the width of the pooled feature.
        schema: gives the groups.
    """

    def __init__(self, features: int, schema: Schema) -> None:
        super().__init__()
        self.heads = nn.ModuleDict({group.id: nn.Linear(features, len(group.attributes)) for group in schema.groups})
        for head in self.heads.values():
            nn.init.normal_(head.weight, std=0.01)  # type: ignore[arg-type]
            nn.init.zeros_(head.bias)  # type: ignore[arg-type]

    def forward(self, features: Tensor) -> Tensor:
        """Return (B, A) float32 logits, in the order of the category vector."""
        return torch.cat([head(features) for head in self.heads.values()], dim=1)
