"""One change of labels: made in the case's thread, and undone there by what stood there before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.case.trouble import TROUBLE, say_trouble
from engine.gallery.records import CropId, Said

if TYPE_CHECKING:
    from engine.gallery.gallery import Gallery

Change = Mapping[CropId, Mapping[str, Said | None]]  # None takes a word back


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stands in the case now, or why it was not kept."""

    change: Change
    problem: str = ""


@dataclass(slots=True, kw_only=True)
class LabelStep:
    """Words on crops.

    Attributes:
        change: what is said.
        labeller: who says so; None for who reviews the case alone, else the user of the machine.
        whole_tracks: whether each word is on all crops of the crop's track.
    """

    change: Change
    labeller: str | None
    whole_tracks: bool = False
    _before: Change = field(default_factory=dict)

    def make(self, gallery: "Gallery") -> Outcome:
        """Write it; call it in the case's thread."""
        try:
            change = self._on_tracks(gallery) if self.whole_tracks else self.change
            self._before = gallery.change_labels(change, labeller=self.labeller or gallery.reviewer)
        except TROUBLE as error:
            return Outcome({}, say_trouble(error))
        return Outcome(change)

    def undo(self, gallery: "Gallery") -> Outcome:
        """Write what stood there before; call it in the case's thread."""
        try:
            gallery.change_labels(self._before, labeller=self.labeller or gallery.reviewer)
        except TROUBLE as error:
            return Outcome({}, say_trouble(error))
        return Outcome(self._before)

    def _on_tracks(self, gallery: "Gallery") -> Change:
        spread: dict[CropId, dict[str, Said | None]] = {}
        for crop in gallery.crops(list(self.change)):
            mates = [crop.id] if crop.track_id is None else gallery.crops_of_track(crop.track_id)
            for crop_id in mates:
                spread.setdefault(crop_id, {}).update(self.change[crop.id])
        return spread
