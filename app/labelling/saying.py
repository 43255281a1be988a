"""Saying what crops show: each word in the case at once, each step to be undone."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.case.case_service import CaseService
from app.labelling.label_book import LabelBook
from app.labelling.label_step import LabelStep, Outcome, Writing
from app.translate import say_number, tr_count
from engine.gallery.catalog.labels import LabelChange

SLOW_MS = 300  # a word that takes longer is said to be on its way


class Saying(QObject):
    """Turns words into steps, and tells what became of them.

    Args:
        service: the case.
        book: shows every word at once.
        undo: takes every step.
        parent: of both.
    """

    changed = Signal(object)  # ids of crops of which something else is said now
    kept = Signal()  # something more is in the case
    spread = Signal()  # more crops than were named have other words in the case now
    failed = Signal(str)  # why what was said is not in the case
    waits = Signal(bool)  # whether words have been on their way for long
    turned_to = Signal(object)  # ids of the crops that a step was undone or done again on

    def __init__(self, service: CaseService, book: LabelBook, undo: QUndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._book = book
        self._undo = undo
        self.labeller: str | None = None
        self.writing = 0  # steps that are on their way to the case
        self._refused: list[Writing] = []  # by the case, in the order they came to it
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(lambda: self.waits.emit(True))

    def say(self, change: LabelChange, *, whole_tracks: bool = False) -> None:
        """Say this of crops, or of the whole tracks they belong to."""
        self._undo.push(_Saying(self, LabelStep(change=change, labeller=self.labeller, whole_tracks=whole_tracks)))

    def try_again(self) -> None:
        """Write once more what was not kept, in the names of those who said it."""
        refused, self._refused = self._refused, []
        for writing in refused:
            self.carry_out(writing)

    def before(self, change: LabelChange) -> LabelChange:
        """Return what stands where a change is about to be made, as far as this window knows."""
        return {
            crop_id: {attribute: self._book.words(crop_id).get(attribute) for attribute in words}
            for crop_id, words in change.items()
        }

    def carry_out(self, writing: Writing) -> None:
        """Show a change, and have it made in the case."""
        self._book.begin(writing.shown, writing.step.labeller)
        self.writing += 1
        if not self._slow.isActive():
            self._slow.start()
        self.changed.emit(tuple(writing.shown))
        work, shown = writing.work, writing.shown
        self._service.ask_case(lambda gallery: work(gallery, shown), lambda outcome: self._take(outcome, writing))

    def _take(self, outcome: Outcome, writing: Writing) -> None:
        self.writing -= 1
        self._slow.stop()
        if self.writing:
            self._slow.start()
        else:
            self.waits.emit(False)
        shown, labeller = writing.shown, writing.step.labeller
        self._book.end(shown, labeller, is_kept=not outcome.problem)
        self._book.show(outcome.change, labeller)
        self._note_refused(writing, is_kept=not outcome.problem)
        self.changed.emit(tuple({**shown, **outcome.change}))
        if outcome.problem:
            self.failed.emit(outcome.problem)
        else:
            self.kept.emit()
        if outcome.change.keys() - shown.keys():
            self.spread.emit()

    def _note_refused(self, writing: Writing, *, is_kept: bool) -> None:
        """Keep what was refused; words that were kept take the place of what they said instead of before."""
        if not is_kept:
            self._refused.append(writing)
            return
        labeller, shown = writing.step.labeller, writing.shown
        left = (refused.without(shown) if refused.step.labeller == labeller else refused for refused in self._refused)
        self._refused = [refused for refused in left if refused.shown]


class _Saying(QUndoCommand):
    """Words in place of those that stood there."""

    def __init__(self, saying: Saying, step: LabelStep) -> None:
        text = tr_count(len(step.change), "labels of {n} crop", "labels of {n} crops")
        super().__init__(text.format(n=say_number(len(step.change))))
        self._saying, self._step = saying, step
        self._before = saying.before(step.change)
        self._is_first = True

    def undo(self) -> None:
        """Say what was said before."""
        self._saying.carry_out(Writing(self._step, self._step.undo, self._before))
        self._saying.turned_to.emit(tuple(self._before))

    def redo(self) -> None:
        """Say the new words."""
        self._saying.carry_out(Writing(self._step, self._step.make, self._step.change))
        if not self._is_first:
            self._saying.turned_to.emit(tuple(self._before))
        self._is_first = False
