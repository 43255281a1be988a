"""Reviews: said by key or button, kept in the case, taken back by undo."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.case.case_service import CaseService
from app.search.review_words import say_state
from app.translate import tr
from engine.gallery.records import CropId, ReviewState


class Reviewing(QObject):
    """Turns what the user says of a crop into a step that can be undone.

    Args:
        service: the case.
        undo: takes every step.
        state_of: tells what was said of a crop last.
    """

    def __init__(
        self, service: CaseService, undo: QUndoStack, state_of: Callable[[CropId], ReviewState], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._undo = undo
        self._state_of = state_of
        self._said: dict[CropId, ReviewState] = {}  # in this window, ahead of what the case has answered
        service.change_failed.connect(self._said.clear)

    def review(self, crop_id: CropId, state: ReviewState) -> None:
        """Say this of a crop; said again it is taken back."""
        before = self._said.get(crop_id, self._state_of(crop_id))
        after = ReviewState.UNREVIEWED if before is state else state
        self._undo.push(_Saying(self, crop_id, before, after))

    def say(self, crop_id: CropId, state: ReviewState) -> None:
        """Have it kept."""
        self._said[crop_id] = state
        self._service.review(crop_id, state)


class _Saying(QUndoCommand):
    """A word on a crop in place of another."""

    def __init__(self, reviewing: Reviewing, crop_id: CropId, before: ReviewState, after: ReviewState) -> None:
        said = tr("crop {n}: {state}").format(n=crop_id, state=say_state(after).lower())
        super().__init__(said)
        self._reviewing, self._crop_id, self._before, self._after = reviewing, crop_id, before, after

    def undo(self) -> None:
        """Say what was said before."""
        self._reviewing.say(self._crop_id, self._before)

    def redo(self) -> None:
        """Say the new word."""
        self._reviewing.say(self._crop_id, self._after)
