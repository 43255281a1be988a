"""Labels of the demo's people by the truth of its footage, as somebody who looks at them would give them."""

from engine.demo.truth import Truth
from engine.gallery.gallery import Gallery

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


def label_by_truth(gallery: Gallery, truth: Truth, count: int) -> int:
    """Label so many crops, at even steps through the case; return how many there were.

    Args:
        gallery: of the demo's footage.
        truth: of the footage.
        count: of crops to label.
    """
    ids = gallery.crop_ids()
    labels = {}
    for record in gallery.crops(ids[:: max(1, len(ids) // (2 * count))]):
        frame = truth.by_file.get(f"{record.frame_path.parent.name}/{record.frame_path.name}")
        people = [] if frame is None else [person for person in frame.people if person.box.iou(record.box) >= SAME]
        if people and len(labels) < count:
            held = truth.attributes_of[people[0].track]
            labels[record.id] = {name: name in held for name in ASKED if name not in people[0].hidden}
    gallery.save_labels(labels, labeller="ann")
    return len(labels)
