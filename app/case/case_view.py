"""The pages of an open case."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.case.case_service import CaseService
from app.case.records import CaseFacts, OpenedCase
from app.casebook.case_page import CasePage
from app.footage.footage_page import FootagePage
from app.labelling.label_page import LabelPage
from app.models.switched_bar import SwitchedBar
from app.search.carried_search import CarriedSearch
from app.search.search_page import SearchPage
from app.tab import Tab
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import say_number, tr, tr_count
from app.widgets.empty_state import EmptyState, EmptyText
from app.widgets.labels import button, label
from app.widgets.notice_bar import NoticeBar
from app.widgets.page_stack import PageStack
from engine.gallery.records import CropId


class CaseView(QWidget):
    """Search and footage of one case; without a usable model the search page says what is missing."""

    import_wanted = Signal()
    footage_dropped = Signal(list)  # Paths of folders and files
    place_wanted = Signal()  # of footage that is missing
    correction_wanted = Signal(object)  # CameraCoverage
    embed_wanted = Signal()
    job_ordered = Signal(object)  # JobOrder
    train_wanted = Signal()
    report_wanted = Signal()
    export_wanted = Signal()
    models_wanted = Signal()
    tab_wanted = Signal(object)  # Tab
    renamed = Signal(str)
    second_review_wanted = Signal()
    review_ended = Signal()
    gallery_said = Signal(str)  # how much of the gallery the model has seen

    def __init__(
        self, theme: Theme, icons: Icons, service: CaseService, opened: OpenedCase, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.opened = opened
        self._theme = theme
        self._icons = icons
        self._service = service
        self._facts: CaseFacts | None = None
        self.footage_page = FootagePage(theme, icons)
        self.label_page = LabelPage(theme, icons, service, opened)
        self.case_page = CasePage(theme, service, opened)
        self.search_page: SearchPage | None = None
        self._pages: dict[Tab, QWidget] = {
            Tab.SEARCH: self._page_of_model(),
            Tab.FOOTAGE: self.footage_page,
            Tab.LABEL: self.label_page,
            Tab.CASE: self.case_page,
        }
        self.switched_bar = SwitchedBar(theme)
        self._stack = PageStack()
        for page in self._pages.values():
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._holder_bar(theme))
        column.addWidget(self._reviewer_bar(theme))
        column.addWidget(self.switched_bar)
        column.addWidget(self._stack)
        self.footage_page.import_wanted.connect(self.import_wanted)
        self.label_page.import_wanted.connect(self.import_wanted)
        self.label_page.job_ordered.connect(self.job_ordered)
        self.label_page.train_wanted.connect(self.train_wanted)
        self.footage_page.footage_dropped.connect(self.footage_dropped)
        self.footage_page.place_wanted.connect(self.place_wanted)
        self.footage_page.correction_wanted.connect(self.correction_wanted)
        self.case_page.report_wanted.connect(self.report_wanted)
        self.case_page.export_wanted.connect(self.export_wanted)
        self.case_page.footage_wanted.connect(lambda: self.tab_wanted.emit(Tab.FOOTAGE))
        self.case_page.renamed.connect(self.renamed)
        self.case_page.second_review_wanted.connect(self.second_review_wanted)
        service.counted.connect(self._show_facts)
        service.covered.connect(self.footage_page.show_coverage)

    def show_tab(self, tab: Tab) -> None:
        """Show a page."""
        self._stack.bring(self._pages[tab])
        self._ask_for_what_is_shown()

    def show_busy(self, is_busy: bool) -> None:
        """Take whether a job runs; others can be ordered meanwhile, but none into a case that cannot be written."""
        self.footage_page.offer_import(tr("This case was opened read-only.") if self.opened.is_read_only else "")
        if self.search_page is not None:
            self.search_page.show_importing(is_busy)

    def refresh(self) -> None:
        """Ask again: the gallery has grown."""
        self._service.count()
        self._service.list_saved()
        self._ask_for_what_is_shown()
        if self.search_page is not None:
            self.search_page.ask()

    def switch_model(self, opened: OpenedCase) -> None:
        """Search with another model from now on: what is asked stays asked, and what it cannot be asked is said."""
        before, page = self._pages[Tab.SEARCH], self.search_page
        carried = None if page is None else CarriedSearch.of(page)
        had_focus, is_shown = before.isAncestorOf(self.focusWidget() or self), self._stack.currentWidget() is before
        if page is not None:
            page.close_case()
        self.opened = opened
        self._pages[Tab.SEARCH] = after = self._page_of_model()
        self._stack.insertWidget(0, after)
        if is_shown:
            self._stack.setCurrentWidget(after)
        before.hide()
        self._stack.removeWidget(before)
        before.deleteLater()
        self.label_page.switch_model(opened)
        self.switched_bar.hide()  # until it has something to tell of this model
        if self.search_page is not None and opened.card is not None:
            if self._facts is not None:
                self.search_page.show_facts(self._facts)
            left_out = carried.put_on(self.search_page, opened.card.model_id) if carried is not None else []
            self.switched_bar.tell(opened.card.name, left_out)
            self._service.list_saved()
            self.search_page.ask()
            if had_focus:
                self.search_page.results_view.setFocus()

    def close_case(self) -> None:
        """End what reads the case."""
        self.label_page.close_case()
        if self.search_page is not None:
            self.search_page.close_case()

    def _page_of_model(self) -> QWidget:
        """Return the page that searches with the model, or says why there is none."""
        if self.opened.card is None:
            self.search_page = None
            empty = EmptyState(self._theme, self._icons, _no_model(self.opened.model_problem))
            empty.wanted.connect(self.models_wanted)
            return empty
        self.search_page = page = SearchPage(self._theme, self._icons, self._service, self.opened)
        page.import_wanted.connect(self.import_wanted)
        page.embed_wanted.connect(self.embed_wanted)
        page.label_wanted.connect(self._label)
        self.case_page.bookmarks_changed.connect(page.bookmarking.read_again)
        return page

    def _label(self, crop_ids: Sequence[CropId]) -> None:
        """Have crops of the search labelled."""
        self.tab_wanted.emit(Tab.LABEL)
        self.label_page.open_crops(crop_ids)

    def _ask_for_what_is_shown(self) -> None:
        """Ask for coverage and log where they are looked at: they read every frame and line."""
        if self._stack.currentWidget() is self.footage_page:
            self._service.cover()
        elif self._stack.currentWidget() is self.case_page:
            self.case_page.refresh()
        elif self._stack.currentWidget() is self.label_page:
            self.label_page.refresh()

    def _holder_bar(self, theme: Theme) -> NoticeBar:
        """Return the line that says who else has the case open."""
        words = label(tr("Shown read-only: {who}").format(who=self.opened.holder), "warn", name="caseHolder")
        words.setWordWrap(True)
        bar = NoticeBar(theme, words, role="note")
        bar.setVisible(bool(self.opened.holder))
        return bar

    def _reviewer_bar(self, theme: Theme) -> NoticeBar:
        """Return the line that says who reviews blind, and ends it."""
        text = tr("Blind second review by {name}: only what {name} says is shown.")
        words = label(text.format(name=self.opened.reviewer or ""), "strong", name="blindReviewer")
        words.setWordWrap(True)
        end = button(tr("End the second review"), name="endReview")
        end.clicked.connect(self.review_ended)
        bar = NoticeBar(theme, words, end)
        bar.setVisible(self.opened.reviewer is not None)
        return bar

    def _show_facts(self, facts: CaseFacts) -> None:
        self._facts = facts
        self.footage_page.show_facts(facts)
        self.label_page.show_facts(facts)
        self.case_page.show_facts(facts)
        self.gallery_said.emit(_say_gallery(facts))


def _say_gallery(facts: CaseFacts) -> str:
    if facts.embedded < facts.crops:
        return tr("{n} of {all} crops searchable").format(n=say_number(facts.embedded), all=say_number(facts.crops))
    text = tr_count(facts.crops, "{n} crop, searchable", "{n} crops, all searchable")
    return text.format(n=say_number(facts.crops)) if facts.crops else ""


def _no_model(problem: str) -> EmptyText:
    return EmptyText(icon="model", title=tr("No model to search with"), line=problem, action=tr("Show the models"))
