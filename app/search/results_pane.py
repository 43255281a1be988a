"""The middle of the search page: what was asked, the filters, the results, and what can be done with them."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.case.records import CaseFacts
from app.search.chosen_bar import ChosenBar
from app.search.empty_words import say_empty
from app.search.filter_bar import FilterBar
from app.search.new_hits_bar import NewHitsBar
from app.search.results_header import ResultsHeader
from app.search.results_item_model import ResultsItemModel
from app.search.results_view import ResultsView
from app.search.thumbnails import Thumbnails
from app.search.timeline_bar import TimelineBar
from app.search.track_bar import TrackBar
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.widgets.empty_state import EmptyState
from engine.attributes.schema import Schema


class ResultsPane(QWidget):
    """Arranges; where there is no result it says why."""

    def __init__(
        self, theme: Theme, icons: Icons, schema: Schema, results: ResultsItemModel, thumbnails: Thumbnails
    ) -> None:
        super().__init__()
        self._theme = theme
        self._results = results
        self._facts: CaseFacts | None = None
        self._is_importing = False
        self.header = ResultsHeader(theme, schema)
        self.filter_bar = FilterBar(theme, icons)
        self.new_hits_bar = NewHitsBar(theme)
        self.track_bar = TrackBar(theme)
        self.view = ResultsView(theme, icons, results, thumbnails)
        self.empty = EmptyState(theme, icons, say_empty(None, is_importing=False))
        self.chosen_bar = ChosenBar(theme, icons)
        self.timeline_bar = TimelineBar(theme)
        self._build()

    @property
    def facts(self) -> CaseFacts | None:
        """Return what the case holds, once it has been counted."""
        return self._facts

    def show_facts(self, facts: CaseFacts) -> None:
        """Take what the case holds now: cameras and times to filter by, and what to say where nothing is found."""
        self._facts = facts
        self.filter_bar.offer(facts.cameras, facts.time_span, facts.tracks)
        self._show_empty_text()

    def show_importing(self, is_importing: bool) -> None:
        """Take whether an import runs, for what an empty page says."""
        self._is_importing = is_importing
        self._show_empty_text()

    def show_whether_empty(self) -> None:
        """Show the results, or why there are none."""
        self._stack.setCurrentWidget(self.view if self._results.rowCount() else self.empty)
        self._show_empty_text()

    def _build(self) -> None:
        padding, step = self._theme.size("centre_padding"), self._theme.size("step")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(padding, self._theme.size("pane_padding"), 0, 0)
        column.setSpacing(2 * step)
        column.addWidget(self._head(padding))
        column.addWidget(self._stack, 1)
        below = QVBoxLayout(spacing=2 * step)
        below.setContentsMargins(0, 0, padding, 2 * step)
        below.addWidget(self.chosen_bar)
        below.addWidget(self.timeline_bar)
        column.addLayout(below)

    def _head(self, padding: int) -> QWidget:
        """Return what stands above the results; hidden while there is no crop to speak of."""
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setSpacing(2 * self._theme.size("step"))
        top.setContentsMargins(0, 0, padding, 0)
        for part in (self.header, self.filter_bar, self.new_hits_bar, self.track_bar):
            top.addWidget(part)
        return self._top

    def _show_empty_text(self) -> None:
        # Results can be on show before the case has been counted again.
        has_crops = self._facts is None or bool(self._facts.embedded) or self._results.rowCount() > 0
        self._top.setVisible(has_crops)
        self.empty.say(say_empty(self._facts, is_importing=self._is_importing))
