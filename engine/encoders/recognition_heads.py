"""The recognition heads: what the image alone says of every attribute."""

from collections.abc import Callable

import torch
from torch import Tensor, nn

from engine.attributes.schema import Schema
from engine.encoders.head_kind import HeadKind
from engine.encoders.mlp import make_mlp
from engine.encoders.softmax_groups import SoftmaxGroups, find_softmax_groups


class RecognitionHeads(nn.Module):
    """One head per attribute group on the pooled feature, one logit per attribute.

    The paper's heads are softmax classifiers and are thrown away after pre-training (ASMR §3.3). Here they stay in the
    model, and the default ones are linear with logits that speak for one attribute alone, because groups may hold
    several values or none. The paper's heads are softmax classifiers in the exclusive groups of two values or more; in
    the others they are multi-label, one logit for itself per attribute. The paper prints four layers and no widths;
    those of the code, which has three, are taken, the last one twice.

    Args:
        features: F, the width of the pooled feature.
        schema: gives the groups.
        kind: of all heads.
    """

    softmax_groups: SoftmaxGroups  # which logits share a softmax; the loss and the calibration must know

    def __init__(self, features: int, schema: Schema, kind: HeadKind = HeadKind.LINEAR) -> None:
        super().__init__()
        make = _HEADS[kind]
        self.kind = kind
        self.softmax_groups = () if kind is HeadKind.LINEAR else find_softmax_groups(schema)
        self.heads = nn.ModuleDict({group.id: make(features, len(group.attributes)) for group in schema.groups})

    def forward(self, features: Tensor) -> Tensor:
        """Return (B, A) float32 logits, in the order of the category vector; `attribute_logits` frees the softmaxes."""
        return torch.cat([head(features) for head in self.heads.values()], dim=1)


def _linear(features: int, values: int) -> nn.Module:
    head = nn.Linear(features, values)
    nn.init.normal_(head.weight, std=0.01)
    nn.init.zeros_(head.bias)
    return head


def _paper(features: int, values: int) -> nn.Module:
    return make_mlp(features, 512, 128, 128, values)


def _published(features: int, values: int) -> nn.Module:
    return make_mlp(features, 512, 128, values).append(nn.BatchNorm1d(values))


_HEADS: dict[HeadKind, Callable[[int, int], nn.Module]] = {
    HeadKind.LINEAR: _linear,
    HeadKind.PAPER: _paper,
    HeadKind.PUBLISHED: _published,
}
