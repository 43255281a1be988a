"""Bookmarks: set by key or button on one crop or many, kept in the case, taken back by undo."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.case.case_service import CaseService
from app.case.trouble import TROUBLE, say_trouble
from app.search.bookmark_row import BookmarkRow
from app.search.reason_dialog import ReasonDialog
from app.theme.theme import Theme
from app.translate import say_number, tr
from engine.gallery.records import BookmarkState, CropId

if TYPE_CHECKING:
    from app.case.case_desk import CaseDesk

MOST = 2000  # crops at once: nobody has looked at more


class Word(NamedTuple):
    """What was said last of a crop."""

    state: BookmarkState
    note: str = ""


NOTHING, MARKED = Word(BookmarkState.NONE), Word(BookmarkState.BOOKMARKED)
Words = Mapping[CropId, Word]


class Bookmarking(QObject):
    """Turns a wish into a step that can be undone; a crop that is part of the case stays so.

    Args:
        theme: of the dialog.
        service: the case.
        undo: takes every step.
        row: shows what was said of the chosen crop, and asks for more.
    """

    changed = Signal(object)  # frozenset of CropIds that are bookmarked or part of the case
    refused = Signal(str)

    def __init__(self, theme: Theme, service: CaseService, undo: QUndoStack, row: BookmarkRow) -> None:
        super().__init__(row)
        self._theme = theme
        self._service = service
        self._undo = undo
        self._row = row
        self._words: dict[CropId, Word] = {}
        self._hindrance = ""
        self._marks = 0  # how often something was marked
        self.dialog: ReasonDialog | None = None
        row.bookmark_wanted.connect(self.turn)
        row.add_wanted.connect(self.ask_for_reason)
        self.read_again()

    @property
    def crop_ids(self) -> frozenset[CropId]:
        """Return who is bookmarked or part of the case."""
        return frozenset(crop_id for crop_id, word in self._words.items() if word.state is not BookmarkState.NONE)

    def offer(self, hindrance: str) -> None:
        """Offer to bookmark, or say what stands in the way."""
        self._hindrance = hindrance
        self._row.offer(hindrance)

    def turn(self, crop_ids: Sequence[CropId]) -> None:
        """Bookmark crops; where all of them are, take the bookmarks away."""
        if self._hindrance:
            self.refused.emit(self._hindrance)
            return
        if len(crop_ids) > MOST:
            words = tr("{n} crops are chosen, and at most {most} can be bookmarked at once; choose fewer.")
            self.refused.emit(words.format(n=say_number(len(crop_ids)), most=say_number(MOST)))
            return
        before = {crop_id: self._word_of(crop_id) for crop_id in crop_ids}
        free = {crop_id: word for crop_id, word in before.items() if word.state is not BookmarkState.ADDED}
        if free:
            is_marked = all(word.state is BookmarkState.BOOKMARKED for word in free.values())
            marked = {id_: word if word.state is BookmarkState.BOOKMARKED else MARKED for id_, word in free.items()}
            after = dict.fromkeys(free, NOTHING) if is_marked else marked
            self._undo.push(_Marking(self, free, after))

    def ask_for_reason(self, crop_id: CropId) -> None:
        """Ask why a crop is added to the case, and add it; of one that is in it the reason can be changed."""
        dialog = self.dialog = ReasonDialog(self._theme, self._word_of(crop_id).note, self._row.window())
        dialog.accepted.connect(lambda: self.add(crop_id, dialog.reason))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def add(self, crop_id: CropId, reason: str) -> None:
        """Add a crop to the case for a reason."""
        before, after = self._word_of(crop_id), Word(BookmarkState.ADDED, reason)
        if not self._hindrance and after != before:
            self._undo.push(_Marking(self, {crop_id: before}, {crop_id: after}))

    def change(self, before: Words, after: Words) -> None:
        """Mark what still stands as it did before: of a crop that has been spoken of elsewhere since, that counts."""
        self.mark({crop_id: word for crop_id, word in after.items() if self._word_of(crop_id) == before[crop_id]})

    def mark(self, words: Words) -> None:
        """Have it kept; what stands already is not said again."""
        self._marks += 1
        changed = {crop_id: word for crop_id, word in words.items() if word != self._word_of(crop_id)}
        self._words.update(changed)
        self._tell()
        self._service.ask(lambda desk: _write(desk, changed), self._on_written)

    def read_again(self) -> None:
        """Take what the case has, for something was said elsewhere; what is said here in the meantime counts."""
        asked_at = self._marks
        self._service.ask(_read, lambda words: self._replace(words) if asked_at == self._marks else self.read_again())

    def close(self) -> None:
        """Ask for no reason any more."""
        if self.dialog is not None:
            self.dialog.reject()

    def _on_written(self, problem: str) -> None:
        if problem:
            self.refused.emit(problem)
            self.read_again()

    def _word_of(self, crop_id: CropId) -> Word:
        return self._words.get(crop_id, NOTHING)

    def _replace(self, words: Words) -> None:
        self._words = dict(words)
        self._tell()

    def _tell(self) -> None:
        self._row.show_words(self._words)
        self.changed.emit(self.crop_ids)

    def _forget_dialog(self) -> None:
        self.dialog = None


class _Marking(QUndoCommand):
    """Bookmarks in place of what was there before."""

    def __init__(self, bookmarking: Bookmarking, before: Words, after: Words) -> None:
        super().__init__(tr("bookmarks of {n} crops").format(n=say_number(len(after))))
        self._bookmarking, self._before, self._after = bookmarking, before, after

    def undo(self) -> None:
        """Mark as before."""
        self._bookmarking.change(self._after, self._before)

    def redo(self) -> None:
        """Mark anew."""
        self._bookmarking.change(self._before, self._after)


def _read(desk: "CaseDesk") -> dict[CropId, Word]:
    return {crop_id: Word(said.state, said.note) for crop_id, said in desk.gallery.bookmarks().items()}


def _write(desk: "CaseDesk", words: Words) -> str:
    """Keep what was said; return what stood in the way, or nothing."""
    from engine.casework.bookmarking import bookmark_crop

    try:
        for crop_id, word in words.items():
            bookmark_crop(desk.gallery, crop_id, word.state, word.note)
    except TROUBLE as error:
        return say_trouble(error)
    return ""
