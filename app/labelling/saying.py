"""Saying what crops show: each word in the case at once, each step to be undone."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.case.case_service import CaseService
from app.labelling.label_book import LabelBook
from app.labelling.label_step import Change, LabelStep, Outcome
from app.translate import say_number, tr_count

if TYPE_CHECKING:
    from engine.gallery.gallery import Gallery


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
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(lambda: self.waits.emit(True))

    def say(self, change: Change, *, whole_tracks: bool = False) -> None:
        """Say this of crops, or of the whole tracks they belong to."""
        self._undo.push(_Saying(self, LabelStep(change=change, labeller=self.labeller, whole_tracks=whole_tracks)))

    def try_again(self) -> None:
        """Write once more what was not kept."""
        unkept = {crop_id: dict(words) for crop_id, words in self._book.unkept.items()}
        if unkept:
            step = LabelStep(change=unkept, labeller=self.labeller)
            self.carry_out(step.make, unkept)

    def before(self, change: Change) -> Change:
        """Return what stands where a change is about to be made, as far as this window knows."""
        return {
            crop_id: {attribute: self._book.words(crop_id).get(attribute) for attribute in words}
            for crop_id, words in change.items()
        }

    def carry_out(self, work: "Callable[[Gallery], Outcome]", shown: Change) -> None:
        """Show a change, and have it made in the case."""
        self._book.begin(shown)
        self.writing += 1
        if not self._slow.isActive():
            self._slow.start()
        self.changed.emit(tuple(shown))
        self._service.ask_case(work, lambda outcome: self._take(outcome, shown))

    def _take(self, outcome: Outcome, shown: Change) -> None:
        self.writing -= 1
        self._slow.stop()
        if self.writing:
            self._slow.start()
        else:
            self.waits.emit(False)
        self._book.end(shown, is_kept=not outcome.problem)
        self._book.show(outcome.change)
        self.changed.emit(tuple({**shown, **outcome.change}))
        if outcome.problem:
            self.failed.emit(outcome.problem)
        else:
            self.kept.emit()
        if outcome.change.keys() - shown.keys():
            self.spread.emit()


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
        self._saying.carry_out(self._step.undo, self._before)
        self._saying.turned_to.emit(tuple(self._before))

    def redo(self) -> None:
        """Say the new words."""
        self._saying.carry_out(self._step.make, self._step.change)
        if not self._is_first:
            self._saying.turned_to.emit(tuple(self._before))
        self._is_first = False
