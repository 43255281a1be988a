"""The backbones that there are, by the names that recipes and cards use; without torch, for the window."""

from enum import Enum


class BackboneKind(Enum):
    """The backbones that Bolo offers (method.md §2)."""

    EFFICIENTNET_LITE0 = "efficientnet_lite0"
    MOBILENET_V3 = "mobilenet_v3_large"
    RESNET18 = "resnet18"
    RESNET34 = "resnet34"
    RESNET50 = "resnet50"


class Weights(Enum):
    """Where a backbone starts from."""

    IMAGENET = "imagenet"
    RANDOM = "random"
