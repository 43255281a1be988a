"""How far the labellers of a case agree, read in the case's thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.casework.labelling import Disagreement, LabellerAgreement, find_agreement, find_disagreements, read_opinions
from engine.gallery.records import CropId, CropRecord

if TYPE_CHECKING:
    from engine.gallery.gallery import Gallery

MOST = 500  # disagreements of a pair are listed


@dataclass(frozen=True, slots=True)
class Compared:
    """Two labellers, and where they contradict each other."""

    agreement: LabellerAgreement
    disagreements: tuple[Disagreement, ...]  # the first of them


@dataclass(frozen=True, slots=True)
class Agreement:
    """Every two labellers who looked at the same crops."""

    pairs: tuple[Compared, ...]
    crops: Mapping[CropId, CropRecord]  # of those that are listed


def read_agreement(gallery: "Gallery") -> Agreement:
    """Compare the labellers."""
    said = read_opinions(gallery.labels())
    pairs = tuple(
        Compared(pair, find_disagreements(said, pair.one, pair.other)[:MOST]) for pair in find_agreement(said)
    )
    crop_ids = sorted({found.crop_id for pair in pairs for found in pair.disagreements})
    return Agreement(pairs, {crop.id: crop for crop in gallery.crops(crop_ids)} if crop_ids else {})
