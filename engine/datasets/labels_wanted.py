"""How much more of which attribute to label.

The rule: of each attribute 30 pictures that have it and 30 that lack it, over all parts. With a fifth held out for
validation and another for the test, about 18 of each are then learned from, and 6 of each measured on: the least with
which a balanced accuracy moves by less than ten points for one picture.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.attributes.schema import AttributeId
from engine.datasets.label_counts import PartCounts

WANTED = 30  # pictures that have an attribute, and as many that lack it


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelsWanted:
    """What is still to be labelled of one attribute that is asked for.

    Attributes:
        attribute: its id.
        yes: pictures more that have it.
        no: pictures more that lack it.
    """

    attribute: AttributeId
    yes: int
    no: int


def labels_wanted(parts: Mapping[str, PartCounts]) -> tuple[LabelsWanted, ...]:
    """Return the attributes of which more is wanted, in the order of the schema; those never labelled are left out."""
    found = []
    for counts in zip(*(part.attributes for part in parts.values()), strict=True):
        holds, known = sum(count.holds for count in counts), sum(count.known for count in counts)
        more = LabelsWanted(
            attribute=counts[0].attribute, yes=max(0, WANTED - holds), no=max(0, WANTED - (known - holds))
        )
        if known and (more.yes or more.no):
            found.append(more)
    return tuple(found)
