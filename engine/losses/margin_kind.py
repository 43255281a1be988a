"""The variants of the semantic margin, by the names that recipes use; without torch, for the window."""

from enum import Enum


class MarginKind(Enum):
    """How δ of Eq. 5 weighs the attributes in which two categories differ."""

    FULL = "full"  # a learned w for each attribute
    NO_DELTA = "no_delta"  # δ = 0: the embeddings are only held together
    UNIFORM = "uniform"  # w = 1, not learned
    NORMALISED = "normalised"  # w learned, √A · w / ‖w‖ used
    PER_GROUP = "per_group"  # a learned w for each attribute group; 1 apart where the group's value differs
