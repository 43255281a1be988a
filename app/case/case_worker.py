"""The open case in a thread of its own: every question to gallery and model is answered here."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.case.trouble import TROUBLE, say_trouble
from app.engine_words import say_in_language
from engine.errors import CaseInUseError, ModelError, ReadOnlyCaseError

if TYPE_CHECKING:
    from app.case.case_desk import CaseDesk
    from app.case.counting import CaseCounter
    from app.case.records import Grouping, OpenedCase
    from engine.casework.coverage import Coverage
    from engine.gallery.catalog.case_models import ModelSwitch
    from engine.gallery.gallery import Gallery
    from engine.gallery.records import CropId, ReviewState
    from engine.gallery.writer_lock import WindowLock
    from engine.registry.query_model import QueryModel
    from engine.search.question import Question
    from engine.search.ranking import Ranking
    from engine.search.saved_searches import SavedSearches


class CaseWorker(QObject):
    """Answers, one question after another; a question that a newer one has replaced is passed over.

    The engine is imported here and not above, so that FAISS and SQLite load beside the window, not before it.

    Args:
        folder: the case.
        is_wanted: tells, by its number, whether a search is still the newest.
        reviewer: who reviews without seeing what others said; None where nobody does.
    """

    opened = Signal(object)  # OpenedCase
    switched = Signal(object)  # OpenedCase: another model answers from now on
    refused = Signal(str)
    ranked = Signal(int, object)  # number, Ranking
    estimated = Signal(int, object)  # number, Selectivity
    search_failed = Signal(int, str)
    counted = Signal(object)  # CaseFacts
    covered = Signal(object)  # Coverage
    reviewed = Signal(object)  # ReviewStates by CropId
    saved_listed = Signal(object)  # tuple of SavedFacts
    change_failed = Signal(str)
    answered = Signal(int, object)  # number of the question, what was answered
    unanswered = Signal(int)
    trouble = Signal(str)
    closed = Signal()

    def __init__(self, folder: Path, is_wanted: Callable[[int], bool], reviewer: str | None = None) -> None:
        super().__init__()
        self._folder = folder
        self._is_wanted = is_wanted
        self._reviewer = reviewer
        self._gallery: Gallery | None = None
        self._model: QueryModel | None = None
        self._desk: CaseDesk | None = None
        self._counter: CaseCounter | None = None
        self._lock: WindowLock | None = None
        self._holder = ""
        self._switch: ModelSwitch | None = None  # by which the model came
        self._covered: tuple[int, Coverage] | None = None  # revision and coverage

    @Slot()
    def open(self) -> None:
        """Open gallery and model."""
        try:
            gallery, self._holder = self._open_gallery()
        except TROUBLE as error:
            self.refused.emit(say_trouble(error))
            return
        self._gallery = gallery
        gallery.reviewer = self._reviewer
        self.opened.emit(self._with_model(gallery))

    @Slot(int, object, int, object)
    def search(self, number: int, question: "Question", limit: int, grouping: "Grouping") -> None:
        """Rank the gallery, unless a newer search waits."""
        if self._desk is None or not self._is_wanted(number):
            return
        try:
            ranking = self._desk.rank(question, grouping, limit=limit)
        except TROUBLE as error:
            self.search_failed.emit(number, say_trouble(error))
            return
        self.ranked.emit(number, ranking)
        if not question.query.is_empty and self._is_wanted(number):
            self._estimate(self._desk, number, ranking)

    def _estimate(self, desk: "CaseDesk", number: int, ranking: "Ranking") -> None:
        try:
            selectivity = desk.searcher.estimate(ranking.query, ranking.filters)
        except TROUBLE as error:
            self.trouble.emit(say_trouble(error))
            return
        self.estimated.emit(number, selectivity)

    @Slot(int, object)
    def answer(self, number: int, question: "Callable[[CaseDesk], object]") -> None:
        """Answer a question that is a function of the open case."""
        if self._desk is None:
            self.unanswered.emit(number)
            return
        try:
            answer = question(self._desk)
        except TROUBLE as error:
            self.unanswered.emit(number)
            self.trouble.emit(say_trouble(error))
            return
        self.answered.emit(number, answer)

    @Slot(int, object)
    def answer_case(self, number: int, question: "Callable[[Gallery], object]") -> None:
        """Answer a question that needs no model."""
        if self._gallery is None:
            self.unanswered.emit(number)
            return
        try:
            answer = question(self._gallery)
        except TROUBLE as error:
            self.unanswered.emit(number)
            self.change_failed.emit(say_trouble(error))
            return
        self.answered.emit(number, answer)

    @Slot()
    def count(self) -> None:
        """Tell what the case holds; where another model has become the case's, tell that first and go over to it."""
        if self._counter is None or self._gallery is None:
            return
        try:
            if self._gallery.last_switch() != self._switch:
                self.switched.emit(self._with_model(self._gallery))
            self.counted.emit(self._counter.count())
        except TROUBLE as error:
            self.trouble.emit(say_trouble(error))

    @Slot()
    def cover(self) -> None:
        """Tell what of the case was searched and what was not; counted again only when the catalog has changed."""
        from engine.casework.coverage import read_coverage

        if self._gallery is None:
            return
        try:
            revision = self._gallery.revision()
            if self._covered is None or self._covered[0] != revision:
                model_id = None if self._model is None else self._model.id
                self._covered = revision, read_coverage(self._gallery, model_id)
        except TROUBLE as error:
            self.trouble.emit(say_trouble(error))
            return
        self.covered.emit(self._covered[1])

    @Slot(object)
    def review(self, states: "Mapping[CropId, ReviewState]") -> None:
        """Note what the user says of crops."""
        from engine.search.reviewing import review_crops

        if self._gallery is None:
            return
        try:
            review_crops(self._gallery, states)
        except TROUBLE as error:
            self.change_failed.emit(say_trouble(error))
            return
        self.reviewed.emit(states)

    @Slot()
    def list_saved(self) -> None:
        """Tell which searches are saved, and what is new for them."""
        from app.case.records import SavedFacts

        if self._gallery is None:
            return
        try:
            listed = tuple(
                SavedFacts(query=saved, new=frozenset(self._gallery.new_hits(saved.name) if saved.new else ()))
                for saved in self._gallery.saved_queries()
            )
        except TROUBLE as error:
            self.trouble.emit(say_trouble(error))
            return
        self.saved_listed.emit(listed)

    @Slot(object)
    def change_saved(self, change: "Callable[[SavedSearches], object]") -> None:
        """Change the saved searches, and tell how they stand."""
        from engine.search.saved_searches import SavedSearches

        if self._gallery is None or self._model is None:
            return
        try:
            change(SavedSearches(self._gallery, self._model))
        except TROUBLE as error:
            self.change_failed.emit(say_trouble(error))
        self.list_saved()

    @Slot(object)
    def log_search(self, ranking: "Ranking") -> None:
        """Note in the case's log what was asked, and who was shown."""
        if self._gallery is None or self._gallery.read_only:
            return
        try:
            self._gallery.log("search", ranking.facts())
        except TROUBLE as error:
            self.trouble.emit(say_trouble(error))

    @Slot()
    def close(self) -> None:
        """Close the gallery; its connection belongs to this thread."""
        if self._gallery is not None:
            self._gallery.close()
        if self._lock is not None:
            self._lock.release()
        self._gallery = self._desk = self._counter = self._lock = None
        self.closed.emit()

    def _with_model(self, gallery: "Gallery") -> "OpenedCase":
        """Take the case's model, and return the case as it stands with it."""
        from app.case.counting import CaseCounter
        from app.case.records import OpenedCase
        from app.models.card_words import card_in_language

        problem = self._load_model(gallery)
        self._counter = CaseCounter(gallery, self._model.id if self._model is not None else None)
        return OpenedCase(
            folder=self._folder,
            title=gallery.info().name,
            is_read_only=gallery.read_only,
            card=card_in_language(self._model.card) if self._model is not None else None,
            model_problem=problem,
            holder=self._holder,
            reviewer=self._reviewer,
        )

    def _load_model(self, gallery: "Gallery") -> str:
        """Load the model's query side, and return what is wrong where that cannot be done."""
        from app.case.case_desk import CaseDesk
        from engine.registry.query_model import QueryModel
        from engine.registry.store import default_store
        from engine.search.active_model import active_model

        if self._model is not None:
            gallery.forget_model(self._model.id)
        self._model, self._desk, self._covered = None, None, None
        self._switch = gallery.last_switch()
        try:
            self._model = QueryModel.load(active_model(gallery, default_store()))
        except ModelError as error:
            return say_trouble(error)
        self._desk = CaseDesk.of(gallery, self._model)
        return ""

    def _open_gallery(self) -> "tuple[Gallery, str]":
        """Open the case, read-only where it cannot be written or another window has it; return who that is too."""
        from engine.gallery.gallery import Gallery
        from engine.gallery.writer_lock import WindowLock

        try:
            gallery = Gallery.open(self._folder)
        except ReadOnlyCaseError:
            return Gallery.open(self._folder, read_only=True), ""
        lock = WindowLock(self._folder)
        try:
            lock.acquire()
        except CaseInUseError as error:
            gallery.close()
            return Gallery.open(self._folder, read_only=True), say_in_language(error.reason)
        except BaseException:
            gallery.close()
            raise
        self._lock = lock
        return gallery, ""
