"""What recognition heads can be made of, by the names that recipes and cards use; without torch, for the window."""

from enum import Enum


class HeadKind(Enum):
    """What a head is made of, and whether the values of an exclusive group share a softmax."""

    LINEAR = "linear"  # one layer, every logit by itself
    PAPER = "paper"  # four layers, softmax where the group is exclusive
    PUBLISHED = "published"  # the same with three layers and BatchNorm, as in the authors' code
