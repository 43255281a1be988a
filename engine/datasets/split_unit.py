"""What is kept together when data without a published split is parted."""

from enum import Enum


class SplitUnit(Enum):
    """Pictures of one unit stand in one part, so that what is measured was not learned by heart."""

    PERSON = "person"
    TRACK = "track"
    CAMERA = "camera"
