"""Bookmarks: set by key or button on one crop or many, kept in the case, taken back by undo."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.case.case_service import CaseService
from app.translate import say_number, tr
from engine.gallery.records import BookmarkState, CropId

if TYPE_CHECKING:
    from app.case.case_desk import CaseDesk

MOST = 2000  # crops at once: nobody has looked at more

States = Mapping[CropId, BookmarkState]


class Bookmarking(QObject):
    """Turns a wish into a step that can be undone; a crop that is part of the case stays so.

    Args:
        service: the case.
        undo: takes every step.
    """

    changed = Signal(object)  # frozenset of CropIds that are bookmarked or part of the case
    refused = Signal(str)

    def __init__(self, service: CaseService, undo: QUndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._undo = undo
        self._states: dict[CropId, BookmarkState] = {}
        service.ask(_read, self._take)

    @property
    def crop_ids(self) -> frozenset[CropId]:
        """Return who is bookmarked or part of the case."""
        return frozenset(crop_id for crop_id, state in self._states.items() if state is not BookmarkState.NONE)

    def turn(self, crop_ids: Sequence[CropId]) -> None:
        """Bookmark crops; where all of them are, take the bookmarks away."""
        if len(crop_ids) > MOST:
            words = tr("{n} crops are chosen, and at most {most} can be bookmarked at once; choose fewer.")
            self.refused.emit(words.format(n=say_number(len(crop_ids)), most=say_number(MOST)))
            return
        free = [crop_id for crop_id in crop_ids if self._state_of(crop_id) is not BookmarkState.ADDED]
        if free:
            before = {crop_id: self._state_of(crop_id) for crop_id in free}
            is_marked = all(state is BookmarkState.BOOKMARKED for state in before.values())
            after = dict.fromkeys(free, BookmarkState.NONE if is_marked else BookmarkState.BOOKMARKED)
            self._undo.push(_Marking(self, before, after))

    def mark(self, states: States) -> None:
        """Have it kept; what stands already is not said again."""
        changed = {crop_id: state for crop_id, state in states.items() if state is not self._state_of(crop_id)}
        self._states.update(changed)
        self.changed.emit(self.crop_ids)
        self._service.ask(lambda desk: _write(desk, changed), lambda _nothing: None)

    def take_said(self, crop_id: CropId, state: BookmarkState) -> None:
        """Take what was said of a crop elsewhere in the window, and is kept already."""
        self._states[crop_id] = state
        self.changed.emit(self.crop_ids)

    def _state_of(self, crop_id: CropId) -> BookmarkState:
        return self._states.get(crop_id, BookmarkState.NONE)

    def _take(self, states: States) -> None:
        self._states = {**states, **self._states}
        self.changed.emit(self.crop_ids)


class _Marking(QUndoCommand):
    """Bookmarks in place of what was there before."""

    def __init__(self, bookmarking: Bookmarking, before: States, after: States) -> None:
        super().__init__(tr("bookmarks of {n} crops").format(n=say_number(len(after))))
        self._bookmarking, self._before, self._after = bookmarking, before, after

    def undo(self) -> None:
        """Mark as before."""
        self._bookmarking.mark(self._before)

    def redo(self) -> None:
        """Mark anew."""
        self._bookmarking.mark(self._after)


def _read(desk: "CaseDesk") -> dict[CropId, BookmarkState]:
    return {crop_id: bookmark.state for crop_id, bookmark in desk.gallery.bookmarks().items()}


def _write(desk: "CaseDesk", states: States) -> None:
    from engine.casework.bookmarking import bookmark_crop

    for crop_id, state in states.items():
        bookmark_crop(desk.gallery, crop_id, state)
