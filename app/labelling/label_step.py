"""One change of labels: made in the case's thread, and undone there by what stood there before."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.case.trouble import TROUBLE, say_trouble
from engine.gallery.catalog.labels import LabelChange
from engine.gallery.records import CropId, Said

if TYPE_CHECKING:
    from engine.gallery.gallery import Gallery


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stands in the case now, or why it was not kept."""

    change: LabelChange
    problem: str = ""


@dataclass(slots=True, kw_only=True)
class LabelStep:
    """Words on crops.

    Attributes:
        change: what is said.
        labeller: who says so; None for who reviews the case alone, else the user of the machine.
        whole_tracks: whether each word is on all crops of the crop's track.
    """

    change: LabelChange
    labeller: str | None
    whole_tracks: bool = False
    _before: LabelChange = field(default_factory=dict)

    def make(self, gallery: "Gallery", words: LabelChange) -> Outcome:
        """Write the step, or what is left of it; call it in the case's thread."""
        try:
            change = self._on_tracks(gallery, words) if self.whole_tracks else words
            self._before = gallery.change_labels(change, labeller=self.labeller or gallery.reviewer)
        except TROUBLE as error:
            return Outcome({}, say_trouble(error))
        return Outcome(change)

    def undo(self, gallery: "Gallery", words: LabelChange) -> Outcome:
        """Write what stood there before, but for the step's words that are not among these; in the case's thread."""
        before = without(self._before, without(self.change, words))
        try:
            gallery.change_labels(before, labeller=self.labeller or gallery.reviewer)
        except TROUBLE as error:
            return Outcome({}, say_trouble(error))
        return Outcome(before)

    def _on_tracks(self, gallery: "Gallery", words: LabelChange) -> LabelChange:
        spread: dict[CropId, dict[str, Said | None]] = {}
        for crop in gallery.crops(list(words)):
            mates = [crop.id] if crop.track_id is None else gallery.crops_of_track(crop.track_id)
            for crop_id in mates:
                spread.setdefault(crop_id, {}).update(words[crop.id])
        return spread


@dataclass(frozen=True, slots=True)
class Writing:
    """A step on its way to the case, or back.

    Attributes:
        step: whose words they are.
        work: the step's `make` or `undo`.
        shown: the words that the window shows meanwhile.
    """

    step: LabelStep
    work: "Callable[[Gallery, LabelChange], Outcome]"
    shown: LabelChange

    def without(self, change: LabelChange) -> "Writing":
        """Return what is left of it where other words have taken the place of some."""
        return replace(self, shown=without(self.shown, change))


def without(change: LabelChange, other: LabelChange) -> LabelChange:
    """Return the words of a change on which another does not touch."""
    left = {
        crop_id: {attribute: word for attribute, word in words.items() if attribute not in other.get(crop_id, {})}
        for crop_id, words in change.items()
    }
    return {crop_id: words for crop_id, words in left.items() if words}
