"""Reviews: said by key or button of one crop or of many, kept in the case, taken back by undo."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.case.case_service import CaseService
from app.search.review_words import say_state
from app.translate import say_number, tr
from engine.gallery.records import CropId, ReviewState

MOST = 2000  # crops at once: nobody has looked at more

States = Mapping[CropId, ReviewState]


class Reviewing(QObject):
    """Turns what the user says of crops into a step that can be undone.

    Args:
        service: the case.
        undo: takes every step.
    """

    refused = Signal(str)

    def __init__(self, service: CaseService, undo: QUndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._undo = undo
        self._kept: dict[CropId, ReviewState] = {}  # as the case has them
        self._said: dict[CropId, ReviewState] = {}  # in this window, ahead of what the case has answered
        service.reviewed.connect(self._take)
        service.change_failed.connect(self._said.clear)
        service.ask(lambda desk: desk.gallery.review_states(), self._take)

    def review(self, crop_ids: Sequence[CropId], state: ReviewState) -> None:
        """Say this of crops; said again of all of them it is taken back."""
        if len(crop_ids) > MOST:
            words = tr("{n} crops are chosen, and at most {most} can be reviewed at once; choose fewer.")
            self.refused.emit(words.format(n=say_number(len(crop_ids)), most=say_number(MOST)))
            return
        before = {crop_id: self.state_of(crop_id) for crop_id in crop_ids}
        is_said = all(said is state for said in before.values())
        after = dict.fromkeys(crop_ids, ReviewState.UNREVIEWED if is_said else state)
        self._undo.push(_Saying(self, before, after))

    def state_of(self, crop_id: CropId) -> ReviewState:
        """Return what was said of a crop last."""
        return self._said.get(crop_id, self._kept.get(crop_id, ReviewState.UNREVIEWED))

    def say(self, states: States) -> None:
        """Have it kept."""
        self._said.update(states)
        self._service.review(states)

    def _take(self, states: States) -> None:
        self._kept.update(states)


class _Saying(QUndoCommand):
    """A word on crops in place of what was said of each."""

    def __init__(self, reviewing: Reviewing, before: States, after: States) -> None:
        crop_id, state = next(iter(after.items()))
        if len(after) == 1:
            said = tr("crop {n}: {state}").format(n=crop_id, state=say_state(state).lower())
        else:
            said = tr("{n} crops: {state}").format(n=say_number(len(after)), state=say_state(state).lower())
        super().__init__(said)
        self._reviewing, self._before, self._after = reviewing, before, after

    def undo(self) -> None:
        """Say what was said before."""
        self._reviewing.say(self._before)

    def redo(self) -> None:
        """Say the new word."""
        self._reviewing.say(self._after)
