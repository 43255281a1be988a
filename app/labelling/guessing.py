"""What the model would label, asked in the case's thread."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from engine.attributes.schema import Schema
from engine.casework.label_guesses import guess_labels
from engine.gallery.records import CropId

if TYPE_CHECKING:
    from app.case.case_desk import CaseDesk


def guess_all(desk: "CaseDesk", crop_ids: Sequence[CropId], asked: Schema) -> dict[CropId, dict[str, bool]]:
    """Return the guesses on each crop; one that the model has not seen has none."""
    guesses = {}
    for crop_id in crop_ids:
        findings = desk.find_all(crop_id)
        guesses[crop_id] = {} if findings is None else guess_labels(asked, findings.evidence)
    return guesses
