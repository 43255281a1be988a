"""What is done with saved searches: saved, opened, changed, removed; every step can be undone."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QWidget

from app.case.case_service import CaseService
from app.case.records import SavedFacts
from app.engine_words import say_in_language
from app.search.description import Description
from app.search.saved_bar import SavedBar
from app.search.saved_name_dialog import SavedNameDialog
from app.search.wording import say
from app.theme.theme import Theme
from app.translate import tr
from engine.errors import EngineError
from engine.gallery.records import CropId, RemovedQuery
from engine.search.filters import Filters
from engine.search.question import Question
from engine.search.saved_searches import SavedSearches

Asking = tuple[Description, Filters]


class SavedDesk(QObject):
    """Knows the case's saved searches and which of them is open.

    Args:
        theme: of the dialogs.
        service: the case.
        bar: shows what is saved.
        undo: takes every step.
        asking: tells what is asked now.
    """

    opened = Signal(object, object)  # Description, Filters: to be asked from now on
    changed = Signal()  # which search is open, or what is new for it
    failed = Signal(str)

    def __init__(
        self, theme: Theme, service: CaseService, bar: SavedBar, undo: QUndoStack, asking: Callable[[], Asking]
    ) -> None:
        super().__init__(bar)
        self._theme = theme
        self._service = service
        self._bar = bar
        self._undo = undo
        self._asking = asking
        self._saved: tuple[SavedFacts, ...] = ()
        self._open_id: int | None = None
        self._is_opening = False  # description and filters follow each other: between them nothing is asked
        self._awaited: str | None = None  # the name of one that is being saved, to be the open one
        self.name_dialog: SavedNameDialog | None = None
        self._connect()

    @property
    def open_search(self) -> SavedFacts | None:
        """Return the saved search that is open."""
        return next((saved for saved in self._saved if saved.query.id == self._open_id), None)

    @property
    def new_hits(self) -> frozenset[CropId]:
        """Return the new hits of the saved search that is open."""
        return self.open_search.new if self.open_search is not None else frozenset()

    def close(self) -> None:
        """Ask for no name any more."""
        if self.name_dialog is not None:
            self.name_dialog.reject()

    def show_asking(self) -> None:
        """Take that something else may be asked by now."""
        if self._is_opening:
            return
        description, filters = self._asking()
        is_edited = self._is_edited()
        if is_edited and description.is_empty and filters.is_off:
            self._open(None)
        else:
            self._bar.show_edited(is_edited)

    def open(self, query_id: int) -> None:
        """Ask what a saved search asks; can be undone."""
        saved = next((saved for saved in self._saved if saved.query.id == query_id), None)
        if saved is None:
            return
        try:
            question = Question.read(saved.query.asks, self._asking()[0].schema)
        except EngineError as error:
            self.failed.emit(say_in_language(str(error)))
            return
        self._ask_instead(question, query_id, saved.query.name)

    def ask_again(self, question: Question) -> None:
        """Ask what was asked before; can be undone."""
        self._ask_instead(question, None, say(question.query.clauses, self._asking()[0].schema))

    def ask_for_name(self) -> None:
        """Ask for a name to save under."""
        question = self._question()
        if question is None:
            return
        words = say(question.query.clauses, self._asking()[0].schema)
        taken = {saved.query.name.casefold() for saved in self._saved}
        name = "" if words.casefold() in taken or question.query.is_empty else words
        self._ask(tr("Save the search"), name, but=None, take=lambda chosen: self._save(chosen, question))

    def ask_for_new_name(self) -> None:
        """Ask for another name of the search that is open."""
        saved = self.open_search
        if saved is not None:
            name = saved.query.name
            self._ask(tr("Rename the search"), name, but=name, take=lambda chosen: self._rename(name, chosen))

    def remove(self) -> None:
        """Remove the search that is open; what it asks stays asked."""
        if self.open_search is not None:
            name = self.open_search.query.name
            removed: list[RemovedQuery] = []  # filled in the case's thread, and read there
            self._push(
                tr("removing “{name}”").format(name=name),
                lambda searches: removed.append(searches.remove(name)),
                lambda searches: _restore(searches, removed),
            )

    def mark_seen(self) -> None:
        """Mark the new hits of the search that is open as seen."""
        saved = self.open_search
        if saved is not None and saved.new:
            name, crops = saved.query.name, sorted(saved.new)
            self._push(
                tr("marking the hits of “{name}” as seen").format(name=name),
                lambda searches: searches.mark(name, crops, seen=True),
                lambda searches: searches.mark(name, crops, seen=False),
            )

    def keep_changes(self) -> None:
        """Let the search that is open ask what is asked now."""
        saved, question = self.open_search, self._question()
        if saved is not None and question is not None:
            name, before = saved.query.name, Question.read(saved.query.asks, self._asking()[0].schema)
            self._push(
                tr("changing “{name}”").format(name=name),
                lambda searches: searches.change(name, question),
                lambda searches: searches.change(name, before),
            )

    def show_opened(self, asking: Asking, query_id: int | None) -> None:
        """Ask this, as that saved search does."""
        self._is_opening = True
        self.opened.emit(*asking)
        self._is_opening = False
        self._open(query_id)

    def _ask_instead(self, question: Question, query_id: int | None, name: str) -> None:
        try:
            after = (Description.of(question, self._asking()[0].schema), question.filters)
        except EngineError as error:
            self.failed.emit(say_in_language(str(error)))
            return
        self._undo.push(_Opening(self, (self._asking(), self._open_id), (after, query_id), name))

    def _save(self, name: str, question: Question) -> None:
        self._awaited = name
        self._push(
            tr("saving “{name}”").format(name=name),
            lambda searches: searches.save(name, question),
            lambda searches: searches.remove(name),
        )

    def _rename(self, name: str, new_name: str) -> None:
        if new_name != name:
            self._push(
                tr("renaming “{name}”").format(name=name),
                lambda searches: searches.rename(name, new_name),
                lambda searches: searches.rename(new_name, name),
            )

    def _push(self, words: str, do: "Change", undo: "Change") -> None:
        self._undo.push(_Changing(self._service, words, do, undo))

    def _ask(self, title: str, name: str, *, but: str | None, take: Callable[[str], None]) -> None:
        taken = [saved.query.name for saved in self._saved if saved.query.name != but]
        window: QWidget = self._bar.window()
        dialog = self.name_dialog = SavedNameDialog(self._theme, title, name, taken, window)
        dialog.accepted.connect(lambda: take(dialog.name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        self.name_dialog = None

    def _question(self) -> Question | None:
        """Return what is asked now; None, with a word on why, where the ticks contradict each other."""
        description, filters = self._asking()
        try:
            return description.question(filters)
        except EngineError as error:
            self.failed.emit(say_in_language(str(error)))
            return None

    def _is_edited(self) -> bool:
        """Return whether something else is asked than the open search asks; what cannot be asked is something else."""
        if self.open_search is None:
            return False
        description, filters = self._asking()
        try:
            saved = Question.read(self.open_search.query.asks, description.schema)
            return not _ask_alike(saved, description.question(filters))
        except EngineError:
            return True

    def _take_saved(self, saved: tuple[SavedFacts, ...]) -> None:
        self._saved = saved
        names = {one.query.name: one.query.id for one in saved}
        if self._awaited in names:
            self._open_id = names[self._awaited]
            self._awaited = None
        self._open(self._open_id)

    def _open(self, query_id: int | None) -> None:
        self._open_id = query_id
        self._bar.show_saved(self._saved, self.open_search)
        self._bar.show_edited(self._is_edited())
        self.changed.emit()

    def _connect(self) -> None:
        self._service.saved_listed.connect(self._take_saved)
        self._bar.open_wanted.connect(self.open)
        self._bar.save_wanted.connect(self.ask_for_name)
        self._bar.change_wanted.connect(self.keep_changes)
        self._bar.rename_wanted.connect(self.ask_for_new_name)
        self._bar.remove_wanted.connect(self.remove)
        self._bar.seen_wanted.connect(self.mark_seen)


Change = Callable[[SavedSearches], object]


class _Opening(QUndoCommand):
    """From what was asked to what a saved search asks."""

    def __init__(
        self, desk: SavedDesk, before: tuple[Asking, int | None], after: tuple[Asking, int | None], name: str
    ) -> None:
        super().__init__(tr("opening “{name}”").format(name=name))
        self._desk, self._before, self._after = desk, before, after

    def undo(self) -> None:
        """Ask what was asked before."""
        self._desk.show_opened(*self._before)

    def redo(self) -> None:
        """Ask what the saved search asks."""
        self._desk.show_opened(*self._after)


class _Changing(QUndoCommand):
    """A change of the saved searches, made in the case's thread."""

    def __init__(self, service: CaseService, words: str, do: Change, undo: Change) -> None:
        super().__init__(words)
        self._service, self._do, self._take_back = service, do, undo

    def undo(self) -> None:
        """Take the change back."""
        self._service.change_saved(self._take_back)

    def redo(self) -> None:
        """Make the change."""
        self._service.change_saved(self._do)


def _ask_alike(first: Question, second: Question) -> bool:
    """Return whether both ask the same, in whatever order their clauses stand."""
    ordered = replace(second, query=first.query)
    return first == ordered and frozenset(first.query.clauses) == frozenset(second.query.clauses)


def _restore(searches: SavedSearches, removed: list[RemovedQuery]) -> None:
    """Put back what was removed, if it was."""
    while removed:
        searches.restore(removed.pop())
