"""What can be decided about a new model."""

from enum import Enum


class Decision(Enum):
    """What becomes of it."""

    ACTIVATE = "activate"  # the case is searched with it from now on
    KEEP = "keep"
    DISCARD = "discard"
