"""The search page: description, results, detail."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.case.case_service import CaseService
from app.case.records import CaseFacts
from app.search.description import Description
from app.search.description_panel import DescriptionPanel
from app.search.detail_pane import DetailPane
from app.search.empty_words import say_empty
from app.search.filter_bar import FilterBar
from app.search.frame_source import FrameSource
from app.search.results_header import ResultsHeader
from app.search.results_item_model import ResultsItemModel
from app.search.results_view import ResultsView
from app.search.thumbnails import Thumbnails
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.widgets.empty_state import EmptyState
from engine.errors import QueryError
from engine.registry.card import ModelCard
from engine.search.examples import NO_EXAMPLES, Examples
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.ranking import Ranking

LIMIT = 200
LOOK_MS = 2000  # results that stand so long have been looked at, and go into the case's log
SEARCH_DELAY_MS = 80  # ticks that follow each other faster than this are one question


class SearchPage(QWidget):
    """Every change of the description or the filters asks the case at once; the newest answer is shown."""

    import_wanted = Signal()
    embed_wanted = Signal()
    results_shown = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, service: CaseService, card: ModelCard, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme = theme
        self._icons = icons
        self._service = service
        self._card = card
        self._facts: CaseFacts | None = None
        self._is_importing = False
        self._asked: tuple[Query, Filters, Examples] | None = None  # what the results on show answer
        self._answered = 0  # its number
        self._delay = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._looked_at: Ranking | None = None
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self.thumbnails = Thumbnails(service.folder, self.devicePixelRatioF(), theme.share("backdrop"), self)
        self.frames = FrameSource(self)
        self.results = ResultsItemModel(card.schema, self)
        self._build()
        self._connect()
        self.thumbnails.start()
        self.header.show_query(Query(), NO_EXAMPLES)

    @property
    def is_answered(self) -> bool:
        """Return whether the results on show answer what is described now."""
        return not self._delay.isActive() and self._answered == self._service.newest_number > 0

    def ask(self) -> None:
        """Ask for what is described now."""
        self._delay.stop()
        try:
            description = self.description_panel.description
            query = description.query()
            filters = self.filter_bar.filters
        except QueryError as error:
            self.header.show_problem(str(error))
            return
        self.header.show_query(query, description.examples)
        self._service.search(query, filters, description.examples, LIMIT)

    def show_facts(self, facts: CaseFacts) -> None:
        """Take what the case holds now: cameras and times to filter by, and what to say where nothing is found."""
        self._facts = facts
        self.filter_bar.offer(facts.cameras, facts.time_span)
        self._show_empty_text()

    def show_importing(self, is_importing: bool) -> None:
        """Take whether an import runs, for what an empty page says."""
        self._is_importing = is_importing
        self._show_empty_text()

    def close_case(self) -> None:
        """End what reads the case."""
        self._delay.stop()
        self._look.stop()
        self.thumbnails.close()
        self.frames.close()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.description_panel = DescriptionPanel(self._theme, self._icons, self._card.schema)
        self.detail_pane = DetailPane(self._theme, self._icons, self._card, self.frames)
        row.addWidget(self.description_panel)
        row.addWidget(self._centre(), 1)
        row.addWidget(self.detail_pane)

    def _centre(self) -> QWidget:
        centre = QWidget()
        padding = self._theme.size("centre_padding")
        column = QVBoxLayout(centre)
        column.setContentsMargins(padding, self._theme.size("pane_padding"), 0, 0)
        column.setSpacing(2 * self._theme.size("step"))
        self.header = ResultsHeader(self._theme, self._card.schema)
        self.filter_bar = FilterBar(self._theme, self._icons)
        self.results_view = ResultsView(self._theme, self._icons, self.results, self.thumbnails)
        self.empty = EmptyState(self._theme, self._icons, say_empty(self._facts, is_importing=self._is_importing))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.results_view)
        self._stack.addWidget(self.empty)
        column.addWidget(self._head(padding))
        column.addWidget(self._stack, 1)
        return centre

    def _head(self, padding: int) -> QWidget:
        """Return what stands above the results; hidden while there is no crop to speak of."""
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setSpacing(2 * self._theme.size("step"))
        top.setContentsMargins(0, 0, padding, 0)
        top.addWidget(self.header)
        top.addWidget(self.filter_bar)
        return self._top

    def _connect(self) -> None:
        self._delay.timeout.connect(self.ask)
        self._look.timeout.connect(self._log_look)
        self.description_panel.changed.connect(self._take_description)
        for pane in (self.results_view, self.detail_pane):
            pane.example_wanted.connect(lambda crop_id, like: self.description_panel.mark(crop_id, like=like))
        self.filter_bar.changed.connect(lambda _filters: self._delay.start())
        self.results_view.chosen.connect(self.detail_pane.show_result)
        self.detail_pane.findings_wanted.connect(self._service.describe)
        self.empty.wanted.connect(self._do_next_step)
        self._service.ranked.connect(self._show_ranking)
        self._service.estimated.connect(self.header.show_selectivity)
        self._service.search_failed.connect(self.header.show_problem)
        self._service.described.connect(self.detail_pane.show_findings)
        self._service.counted.connect(self.show_facts)

    def _take_description(self, description: Description) -> None:
        self.detail_pane.show_examples(description.examples)
        self._delay.start()

    def _show_ranking(self, ranking: Ranking) -> None:
        asked = (ranking.query, ranking.filters, ranking.examples)
        is_same_question = asked == self._asked
        self._asked, self._answered = asked, self._service.newest_number
        self.results_view.show_results(ranking.results, keep_place=is_same_question)
        self.header.show_ranking(ranking)
        if not is_same_question and not ranking.says_nothing:
            self._looked_at = ranking
            self._look.start()
        self._stack.setCurrentWidget(self.results_view if ranking.results else self.empty)
        self._show_empty_text()
        self.results_shown.emit()

    def _log_look(self) -> None:
        if self._looked_at is not None:
            self._service.log_search(self._looked_at)

    def _show_empty_text(self) -> None:
        self._top.setVisible(self._facts is None or bool(self._facts.embedded))
        self.empty.say(say_empty(self._facts, is_importing=self._is_importing))

    def _do_next_step(self) -> None:
        if self._facts is None or not self._facts.crops:
            self.import_wanted.emit()
        elif self._facts.embedded:
            self.filter_bar.reset()
        else:
            self.embed_wanted.emit()
