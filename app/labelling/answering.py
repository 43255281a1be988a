"""What is said of the crops at hand, by key or click: of one, of several, of whole tracks; a model's guesses too."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from app.case.case_service import CaseService
from app.labelling.answers import confirm_guesses, say_rest_no, say_unsure, say_value, words_in_common
from app.labelling.guessing import guess_all
from app.labelling.label_desk import LabelDesk
from app.translate import tr
from engine.attributes.schema import AttributeId, Group, Schema
from engine.gallery.catalog.labels import LabelChange, WordChange, Words
from engine.gallery.records import CropId, Said


class Answering(QObject):
    """Says things of targets.

    Args:
        service: the case.
        desk: takes what is said.
        targets: tells of whom.
        parent: of this.
    """

    answered = Signal(object)  # Group of which something was said
    told = Signal(str)  # why nothing was said
    whole_tracks_turned = Signal(bool)

    def __init__(
        self, service: CaseService, desk: LabelDesk, targets: Callable[[], Sequence[CropId]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._desk = desk
        self._targets = targets
        self.whole_tracks = False
        self.hindrance = ""  # why nothing can be said

    def say_value(self, group: Group, attribute_id: AttributeId) -> None:
        """Say a value of all targets."""
        targets = self._known_targets()
        common = words_in_common([self._desk.book.words(crop_id) for crop_id in targets])
        asked_of = self._whole(group) if group.exclusive else group
        change = say_value(asked_of, attribute_id, common)
        self._say(group, dict.fromkeys(targets, change))

    def say_rest_no(self, group: Group) -> None:
        """Say of all targets that nothing else in the group holds."""
        self._say_of_each(group, say_rest_no)

    def say_unsure(self, group: Group) -> None:
        """Say of all targets that the rest of the group cannot be told."""
        self._say_of_each(group, say_unsure)

    def confirm(self) -> bool:
        """Make the model's guesses on the targets the labeller's words; return whether there were any."""
        groups, book = self._desk.groups, self._desk.book
        found = {crop_id: confirm_guesses(groups, book.words(crop_id)) for crop_id in self._known_targets()}
        change = {crop_id: words for crop_id, words in found.items() if words}
        if change and self._may_say():
            self._desk.saying.say(change)
        return bool(change)

    def guess(self) -> None:
        """Fill in what the model thinks, where nothing was said."""
        targets = self._known_targets()
        if targets and self._may_say() and self._desk.has_model:
            asked = Schema("asked", "", tuple(self._desk.groups))
            self._service.ask(lambda desk: guess_all(desk, targets, asked), self._take_guesses)

    def say_to_track(self) -> None:
        """Say of the targets' whole tracks what was said of the targets."""
        book = self._desk.book
        asked = [attribute.id for group in self._desk.groups for attribute in group.attributes]
        change = {crop_id: _own(book.words(crop_id), asked) for crop_id in self._known_targets()}
        if any(change.values()) and self._may_say():
            self._desk.saying.say({id_: words for id_, words in change.items() if words}, whole_tracks=True)

    def turn_whole_tracks(self, is_on: bool) -> None:
        """Say what is said of whole tracks, or of single crops again."""
        self.whole_tracks = is_on
        self.whole_tracks_turned.emit(is_on)

    def _say_of_each(self, group: Group, words_for: Callable[[Group, Words], WordChange]) -> None:
        book = self._desk.book
        self._say(group, {id_: words_for(group, book.words(id_)) for id_ in self._known_targets()})

    def _say(self, group: Group, change: LabelChange) -> None:
        said = {crop_id: words for crop_id, words in change.items() if words}
        if said and self._may_say():
            if self.whole_tracks:
                self._desk.drop_tracks_of(list(said))
            self._desk.saying.say(said, whole_tracks=self.whole_tracks)
            self.answered.emit(group)

    def _take_guesses(self, guesses: Mapping[CropId, Mapping[str, bool]]) -> None:
        """Say what was guessed of those of whom it is known what stands there: meanwhile somebody else may label."""
        book = self._desk.book
        known = {crop_id: words for crop_id, words in guesses.items() if book.knows(crop_id)}
        change: dict[CropId, dict[str, Said | None]] = {}
        for crop_id, words in known.items():
            said = book.words(crop_id)
            new: dict[str, Said | None] = {
                name: Said(value, is_guess=True) for name, value in words.items() if name not in said
            }
            if new:
                change[crop_id] = new
        if change:
            self._desk.saying.say(change)
        elif known:
            self.told.emit(tr("The model cannot tell more of these crops, or has not looked at them yet."))

    def _known_targets(self) -> Sequence[CropId]:
        """Return the targets of which it is known what stands there already."""
        return [crop_id for crop_id in self._targets() if self._desk.book.knows(crop_id)]

    def _whole(self, group: Group) -> Group:
        """Return the group with what is retired of it."""
        assert self._desk.kept is not None
        return self._desk.kept.schema.group(group.id)

    def _may_say(self) -> bool:
        if self.hindrance:
            self.told.emit(self.hindrance)
        return not self.hindrance


def _own(words: Words, asked: Sequence[str]) -> dict[str, Said | None]:
    return {name: words[name] for name in asked if name in words and not words[name].is_guess}
