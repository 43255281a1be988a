"""What the page reads of the case, in the case's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.attributes.schema import Group
from engine.casework.label_schema import LabelSchema, read_case_schema
from engine.gallery.records import CropId, CropRecord, LabelCount, Said

if TYPE_CHECKING:
    from engine.casework.label_order import LabelQuestion, LabelQueue
    from engine.gallery.gallery import Gallery

MOST_OF_TRACK = 60  # crops of a track are shown; more of them are labelled with it all the same


@dataclass(frozen=True, slots=True)
class Asked:
    """What can be asked, and in whose name."""

    kept: LabelSchema
    labeller: str


@dataclass(frozen=True, slots=True)
class CropSheet:
    """A crop, and those of its track, by the time they were found."""

    crop: CropRecord
    track: tuple[CropId, ...]
    of_track: int


@dataclass(frozen=True, slots=True)
class Sheets:
    """Some crops, and what a labeller said of them and their tracks."""

    sheets: Mapping[CropId, CropSheet]
    said: Mapping[CropId, Mapping[str, Said]]

    @property
    def crop_ids(self) -> frozenset[CropId]:
        """Return everybody of whom it is known what was said."""
        return frozenset(id_ for sheet in self.sheets.values() for id_ in (sheet.crop.id, *sheet.track))


@dataclass(frozen=True, slots=True)
class LabelProgress:
    """How far a labeller is, and how many labels of each attribute there are."""

    labelled: int
    counts: Mapping[str, LabelCount]


def read_asked(gallery: "Gallery", labeller: str | None) -> Asked:
    """Return the attributes of the case, in the engine's language, and the labeller's name."""
    from engine.gallery.catalog.audit import who
    from engine.registry.store import default_store

    return Asked(read_case_schema(gallery, default_store()), labeller or gallery.reviewer or who())


def read_queue(gallery: "Gallery", question: "LabelQuestion") -> "LabelQueue":
    """Return who comes next."""
    from engine.casework.label_order import find_next

    return find_next(gallery, replace(question, labeller=question.labeller or gallery.reviewer))


def read_sheets(gallery: "Gallery", crop_ids: Sequence[CropId], labeller: str | None) -> Sheets:
    """Return crops with their tracks."""
    sheets = {crop.id: _sheet(gallery, crop) for crop in gallery.crops(crop_ids)}
    shown = Sheets(sheets, {}).crop_ids
    return Sheets(sheets, gallery.said_by(sorted(shown), labeller=labeller or gallery.reviewer))


def read_progress(gallery: "Gallery", groups: Sequence[Group], labeller: str | None) -> LabelProgress:
    """Return how far a labeller is with these groups."""
    answered = gallery.answered_crops(groups, labeller=labeller or gallery.reviewer)
    return LabelProgress(len(answered), gallery.label_counts())


def _sheet(gallery: "Gallery", crop: CropRecord) -> CropSheet:
    if crop.track_id is None:
        return CropSheet(crop, (), 0)
    track = gallery.crops_of_track(crop.track_id)
    return CropSheet(crop, _around(track, crop.id), len(track))


def _around(track: Sequence[CropId], crop_id: CropId) -> tuple[CropId, ...]:
    """Return as many crops of a track as are shown, this one among them."""
    first = min(max(0, track.index(crop_id) - MOST_OF_TRACK // 2), max(0, len(track) - MOST_OF_TRACK))
    return tuple(track[first : first + MOST_OF_TRACK])
