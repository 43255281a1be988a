"""The window's side of the open case: asks, numbers its questions, and drops late answers."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal

from app.case.case_worker import CaseWorker
from app.case.records import Grouping
from app.first_calls import make_first_calls
from app.turns import Relay, Turns
from engine.gallery.records import CropId, ReviewState
from engine.search.question import Question
from engine.search.ranking import Ranking
from engine.search.saved_searches import SavedSearches
from engine.search.selectivity import Selectivity

if TYPE_CHECKING:  # brings FAISS and SQLite, which load beside the window
    from app.case.case_desk import CaseDesk
    from app.case.records import OpenedCase
    from engine.gallery.gallery import Gallery

EACH_CROP = Grouping()
Answer = TypeVar("Answer")


class CaseService(QObject):
    """Owns the case's thread from open to close."""

    opened = Signal(object)  # OpenedCase
    switched = Signal(object)  # OpenedCase: another model answers from now on; what was asked before is dropped
    refused = Signal(str)
    ranked = Signal(object)  # Ranking, never an outdated one
    estimated = Signal(object)  # Selectivity, of what was ranked last
    search_failed = Signal(str)
    counted = Signal(object)  # CaseFacts
    covered = Signal(object)  # Coverage
    reviewed = Signal(object)  # ReviewStates by CropId
    saved_listed = Signal(object)  # tuple of SavedFacts
    change_failed = Signal(str)  # why a review or a change of a saved search was not kept

    _open_asked = Signal()
    _search_asked = Signal(int, object, int, object)
    _count_asked = Signal()
    _cover_asked = Signal()
    _log_asked = Signal(object)
    _review_asked = Signal(object)
    _saved_asked = Signal()
    _change_asked = Signal(object)
    _asked = Signal(int, object)
    _case_asked = Signal(int, object)
    _close_asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None, reviewer: str | None = None) -> None:
        super().__init__(parent)
        make_first_calls()  # before there is a thread: some of those that come with a case draw
        self.folder = folder
        self._newest = 0
        self._questions = 0
        self._answers: dict[int, Callable[[Any], object]] = {}
        self._of_model: set[int] = set()  # questions that the model answers
        self._turns = Turns(self)  # in which answers come, one in each
        self._thread = QThread(self)
        self._thread.setObjectName("case")
        self._worker = CaseWorker(folder, self._is_newest, reviewer)
        self._worker.moveToThread(self._thread)
        self._connect()

    @property
    def newest_number(self) -> int:
        """Return the number of the search asked last, 0 before the first."""
        return self._newest

    def open(self) -> None:
        """Start the thread and open the case; `opened` or `refused` follows."""
        self._thread.start()
        self._open_asked.emit()

    def search(self, question: Question, limit: int, grouping: Grouping = EACH_CROP) -> int:
        """Ask for a ranking and return the question's number; it replaces every earlier one."""
        self._newest += 1
        self._search_asked.emit(self._newest, question, limit, grouping)
        return self._newest

    def count(self) -> None:
        """Ask what the case holds; `counted` follows."""
        self._count_asked.emit()

    def cover(self) -> None:
        """Ask what of the case was searched and what was not; `covered` follows."""
        self._cover_asked.emit()

    def review(self, states: Mapping[CropId, ReviewState]) -> None:
        """Have it noted what the user says of crops; `reviewed` or `change_failed` follows."""
        self._review_asked.emit(states)

    def ask(self, question: "Callable[[CaseDesk], Answer]", answer: Callable[[Answer], object]) -> None:
        """Have a question put to the open case in its thread.

        Args:
            question: reads or changes the case; it must not touch anything of the window.
            answer: takes what it returns, in the window's thread; never called where the case cannot be read, which
                `search_failed` tells, or where another model has become the case's meanwhile.
        """
        self._questions += 1
        self._answers[self._questions] = answer
        self._of_model.add(self._questions)
        self._asked.emit(self._questions, question)

    def ask_case(self, question: "Callable[[Gallery], Answer]", answer: Callable[[Answer], object]) -> None:
        """Have a question put to the case as `ask` does, without a model; `change_failed` tells where it cannot be."""
        self._questions += 1
        self._answers[self._questions] = answer
        self._case_asked.emit(self._questions, question)

    def list_saved(self) -> None:
        """Ask which searches are saved; `saved_listed` follows."""
        self._saved_asked.emit()

    def change_saved(self, change: Callable[[SavedSearches], object]) -> None:
        """Have the saved searches changed, in the case's thread; `saved_listed` follows, `change_failed` before it."""
        self._change_asked.emit(change)

    def log_search(self, ranking: Ranking) -> None:
        """Have it noted that these results were looked at."""
        self._log_asked.emit(ranking)

    def take_ranking(self, number: int, ranking: Ranking) -> None:
        """Pass an answer on, unless a newer question has been asked since."""
        if self._is_newest(number):
            self.ranked.emit(ranking)

    def take_estimate(self, number: int, selectivity: Selectivity) -> None:
        """Pass an estimate on, unless a newer question has been asked since."""
        if self._is_newest(number):
            self.estimated.emit(selectivity)

    def close(self) -> None:
        """Close the case and end its thread; waits for the question at hand."""
        self._newest += 1
        self._answers.clear()
        self._turns.clear()
        if self._thread.isRunning():
            self._close_asked.emit()
            self._thread.wait()

    def _is_newest(self, number: int) -> bool:
        return number == self._newest

    def _connect(self) -> None:
        worker = self._worker
        self._open_asked.connect(worker.open)
        self._search_asked.connect(worker.search)
        self._count_asked.connect(worker.count)
        self._cover_asked.connect(worker.cover)
        self._log_asked.connect(worker.log_search)
        self._review_asked.connect(worker.review)
        self._saved_asked.connect(worker.list_saved)
        self._change_asked.connect(worker.change_saved)
        self._asked.connect(worker.answer)
        self._case_asked.connect(worker.answer_case)
        self._close_asked.connect(worker.close)
        for told, take in (
            (worker.opened, self.opened.emit),
            (worker.switched, self._take_switch),
            (worker.refused, self.refused.emit),
            (worker.ranked, self.take_ranking),
            (worker.estimated, self.take_estimate),
            (worker.search_failed, self._take_failure),
            (worker.counted, self.counted.emit),
            (worker.covered, self.covered.emit),
            (worker.reviewed, self.reviewed.emit),
            (worker.saved_listed, self.saved_listed.emit),
            (worker.change_failed, self.change_failed.emit),
            (worker.answered, self._take_answer),
            (worker.unanswered, self._forget_question),
            (worker.trouble, self.search_failed.emit),
        ):
            told.connect(Relay(self._turns, take, self).pass_on)
        worker.closed.connect(
            self._thread.quit, Qt.ConnectionType.DirectConnection
        )  # `close` waits, so nobody would queue it

    def _take_switch(self, opened: "OpenedCase") -> None:
        self._newest += 1
        for number in self._of_model:  # who asked the model before goes with its page
            self._answers.pop(number, None)
        self._of_model.clear()
        self.switched.emit(opened)

    def _take_answer(self, number: int, answer: object) -> None:
        self._of_model.discard(number)
        take = self._answers.pop(number, None)
        if take is not None:  # the case is still open
            take(answer)

    def _forget_question(self, number: int) -> None:
        self._of_model.discard(number)
        self._answers.pop(number, None)

    def _take_failure(self, number: int, message: str) -> None:
        if self._is_newest(number):
            self.search_failed.emit(message)
