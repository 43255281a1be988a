"""What somebody who looks at the demo's people would say of them, by the truth of its footage."""

from dataclasses import dataclass

from engine.attributes.schema import AttributeId
from engine.demo.truth import Truth
from engine.gallery.records import CropRecord

ASKED = (
    "upperBodyRed",
    "upperBodyBlue",
    "upperBodyBlack",
    "lowerBodyBlack",
    "lowerBodyJeans",
    "carryingBackpack",
    "accessoryHat",
    "personalMale",
)
SAME = 0.5  # IoU of a crop's box and a person's


@dataclass(frozen=True, slots=True)
class Seen:
    """Who is in a crop."""

    held: frozenset[AttributeId]
    hidden: frozenset[AttributeId]  # of these, what cannot be told from this crop


def seen_at(crop: CropRecord, truth: Truth) -> Seen | None:
    """Return who is in a crop; None where it shows nobody."""
    frame = truth.by_file.get(f"{crop.frame_path.parent.name}/{crop.frame_path.name}")
    people = [] if frame is None else [person for person in frame.people if person.box.iou(crop.box) >= SAME]
    return Seen(truth.attributes_of[people[0].track], people[0].hidden) if people else None
