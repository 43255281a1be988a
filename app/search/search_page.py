"""The search page: description, results, detail."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.case.case_service import CaseService
from app.case.records import CaseFacts, Grouping, OpenedCase
from app.engine_words import say_in_language
from app.search.bookmarking import Bookmarking
from app.search.density import Density
from app.search.description import Description
from app.search.description_panel import DescriptionPanel
from app.search.detail_desk import DetailDesk
from app.search.detail_pane import DetailPane
from app.search.frame_panel import FramePanel
from app.search.frame_source import FrameSource
from app.search.handing_out import HandingOut
from app.search.history_desk import HistoryDesk
from app.search.looking import Looking
from app.search.page_fetching import PageFetching
from app.search.picture_example import PictureExample
from app.search.preview import Preview
from app.search.result_rows import PAGE
from app.search.results_item_model import ResultsItemModel
from app.search.results_pane import ResultsPane
from app.search.reviewing import Reviewing
from app.search.saved_desk import SavedDesk
from app.search.thumbnails import Thumbnails
from app.search.timeline_desk import TimelineDesk
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from engine.errors import QueryError
from engine.gallery.records import CropId, ReviewState
from engine.search.examples import NO_EXAMPLES, Examples
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.question import Question
from engine.search.ranking import RankedCrop, Ranking
from engine.search.sorting import Sorting

Asked = tuple[Query, Filters, Examples, bool, bool, Sorting]

MOST_STEPS = 1000  # that can be undone
SEARCH_DELAY_MS = 80  # of ticks that follow each other faster than this the first and the last are asked


class SearchPage(QWidget):
    """Every change of the description or the filters asks the case at once; the newest answer is shown."""

    import_wanted = Signal()
    embed_wanted = Signal()
    label_wanted = Signal(object)  # ids of crops
    results_shown = Signal()
    density_chosen = Signal(object)  # Density

    def __init__(
        self, theme: Theme, icons: Icons, service: CaseService, opened: OpenedCase, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme = theme
        self._icons = icons
        self._service = service
        assert opened.card is not None  # without a model there is no page
        self._card = card = opened.card
        self._asked: Asked | None = None  # what the results on show answer
        self._answered = 0  # its number
        self._delay = QTimer(self, singleShot=True)
        self._since_asked = QElapsedTimer()
        self._count = QTimer(self, singleShot=True, interval=0)  # of the chosen: not in the event that chooses them
        self._asking: tuple[Question, Grouping] | None = None  # what was asked last
        self.undo = QUndoStack(self)
        self.undo.setUndoLimit(MOST_STEPS)
        self.pictures = PictureExample(service.folder, self)
        dimming, radius = theme.share("backdrop"), theme.size("radius") - 1
        self.thumbnails = Thumbnails(service.folder, self.devicePixelRatioF(), dimming, self, radius=radius)
        self.frames = FrameSource(self)
        self.results = ResultsItemModel(card.schema, self)
        self.fetching = PageFetching(service, self.results, self)
        self._build()
        self._add_desks()
        self._connect()
        self._offer_changes(opened)
        self.thumbnails.start()
        self.header.show_query(Query(), NO_EXAMPLES)

    @property
    def is_answered(self) -> bool:
        """Return whether the results on show answer what is described now."""
        return not self._delay.isActive() and self._answered == self._service.newest_number > 0

    def ask_soon(self) -> None:
        """Ask for what is described now: at once after a rest, else when the user pauses."""
        is_rested = not self._since_asked.isValid() or self._since_asked.elapsed() > SEARCH_DELAY_MS
        if is_rested and not self._delay.isActive():
            self.ask()
        else:
            self._delay.start(SEARCH_DELAY_MS)

    def ask(self) -> None:
        """Ask for what is described now."""
        self._delay.stop()
        self._since_asked.start()
        try:
            question = self.question()
        except QueryError as error:
            self.header.show_problem(say_in_language(str(error)))
            return
        self.header.show_query(question.query, question.examples)
        grouping = Grouping(
            by_track=self.filter_bar.by_track,
            only_track=self.track_bar.track_id,
            sorting=self.header.sort_button.sorting,
        )
        self._asking = question, grouping
        self._service.search(question, PAGE, grouping)

    def question(self) -> Question:
        """Return what is asked now; raises QueryError where the ticks contradict each other."""
        filters = self.filter_bar.filters
        if self.new_hits_bar.only_button.isChecked():
            filters = replace(filters, crops=self.saved_desk.new_hits)
        return self.description_panel.description.question(filters)

    def show_facts(self, facts: CaseFacts) -> None:
        """Take what the case holds now."""
        self._centre.show_facts(facts)

    def show_importing(self, is_importing: bool) -> None:
        """Take whether an import runs."""
        self._centre.show_importing(is_importing)

    def close_case(self) -> None:
        """End what reads the case."""
        self._delay.stop()
        self._count.stop()
        self.looking.close()
        self.handing_out.close()
        self.bookmarking.close()
        self.saved_desk.close()
        self.undo.clear()  # or it tells of its end to buttons that have gone
        self.pictures.close()
        self.thumbnails.close()
        self.results_view.free_tiles()
        self.frames.close()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.description_panel = DescriptionPanel(self._theme, self._icons, self._card, self.undo)
        frame_panel = FramePanel(self._theme, self.frames, self.thumbnails)
        self.detail_pane = DetailPane(self._theme, self._icons, self._card, frame_panel)
        row.addWidget(self.description_panel)
        centre = self._centre = ResultsPane(self._theme, self._icons, self._card.schema, self.results, self.thumbnails)
        self.header, self.filter_bar, self.empty = centre.header, centre.filter_bar, centre.empty
        self.new_hits_bar, self.track_bar, self.chosen_bar = centre.new_hits_bar, centre.track_bar, centre.chosen_bar
        self.results_view = centre.view
        self.preview = Preview(self._theme, self._icons, self.detail_pane.frame_panel, centre.view)
        row.addWidget(centre, 1)
        row.addWidget(self.detail_pane)

    def _add_desks(self) -> None:
        panel = self.description_panel
        self.saved_desk = SavedDesk(
            self._theme,
            self._service,
            panel.saved_bar,
            self.undo,
            lambda: (panel.description, self.filter_bar.filters),
        )
        self.history_desk = HistoryDesk(
            self._theme, self._service, panel.history_button, self._card.schema, self.saved_desk
        )
        self.looking = Looking(self._service, self.fetching, self._pages_in_sight, self)
        self.detail_desk = DetailDesk(self._service, self.fetching, self.detail_pane, self)
        self.timeline_desk = TimelineDesk(
            self._service, self.fetching, self._centre.timeline_bar, self.filter_bar, self
        )
        self.bookmarking = Bookmarking(self._theme, self._service, self.undo, self.detail_pane.bookmark_row)
        self.handing_out = HandingOut(self._service, self.question, self)
        self.reviewing = Reviewing(self._service, self.undo, self)

    def _offer_changes(self, opened: OpenedCase) -> None:
        """Offer what changes the case, or say what stands in the way."""
        self._hindrance = hindrance = tr("This case was opened read-only.") if opened.is_read_only else ""
        blind = tr("Bookmarks are hidden during the blind review.") if opened.reviewer is not None else ""
        self.description_panel.saved_bar.offer_changes(hindrance)
        self.detail_pane.review_row.offer(hindrance)
        self.bookmarking.offer(hindrance or blind)
        self.chosen_bar.offer_reviews(hindrance)

    def _connect(self) -> None:
        self._delay.timeout.connect(self.ask)
        self.results_view.sight_changed.connect(self.looking.look)
        self.header.sort_button.chosen.connect(self.ask_soon)
        self.header.density_row.chosen.connect(self._take_density)
        self.description_panel.changed.connect(self._take_description)
        for pane in (self.results_view, self.detail_pane):
            pane.example_wanted.connect(lambda crop_id, like: self.description_panel.mark(crop_id, like=like))
            pane.review_wanted.connect(self._review)
        self._connect_choice()
        self.filter_bar.changed.connect(self._take_filters)
        self.results_view.track_wanted.connect(self._turn_track)
        self.results_view.label_wanted.connect(self.label_wanted)
        self.track_bar.closed.connect(self.ask_soon)
        self._connect_saved()
        self._connect_pictures()
        self.results_view.chosen.connect(self.detail_pane.show_result)
        self.empty.wanted.connect(self._do_next_step)
        self._service.ranked.connect(self._show_ranking)
        self._service.estimated.connect(self.header.show_selectivity)
        self._service.search_failed.connect(self.header.show_problem)
        self._service.counted.connect(self.show_facts)
        self._service.reviewed.connect(self._show_reviews)
        self._service.change_failed.connect(self.header.show_problem)

    def _connect_choice(self) -> None:
        view, bar = self.results_view, self.chosen_bar
        self._count.timeout.connect(lambda: bar.show_count(len(view.choosing.choice)))
        view.choosing.changed.connect(self._count.start)
        view.choosing.places_wanted.connect(self.fetching.ask_who)
        bar.review_wanted.connect(lambda state: self._review(view.chosen_crops, state))
        bar.clear_wanted.connect(view.choose_current)
        view.unfold_wanted.connect(self._unfold)
        for source, crops in ((view, lambda chosen: chosen), (bar, lambda: view.chosen_crops)):
            source.bookmark_wanted.connect(lambda *told, crops=crops: self.bookmarking.turn(crops(*told)))
            source.copy_wanted.connect(lambda *told, crops=crops: self.handing_out.copy(crops(*told)))
            source.sheet_wanted.connect(lambda *told, crops=crops: self.handing_out.ask_for_sheet(crops(*told)))
        self.handing_out.told.connect(self.header.show_problem)
        self.bookmarking.changed.connect(self.results.show_bookmarks)
        self.bookmarking.refused.connect(self.header.show_problem)
        self.reviewing.refused.connect(self.header.show_problem)

    def _connect_saved(self) -> None:
        self.saved_desk.opened.connect(self._ask_saved)
        self.saved_desk.changed.connect(self._show_new)
        self.saved_desk.failed.connect(self.header.show_problem)
        self.new_hits_bar.seen_wanted.connect(self.saved_desk.mark_seen)
        self.new_hits_bar.only_new_toggled.connect(self.ask_soon)

    def _connect_pictures(self) -> None:
        bar = self.description_panel.picture_bar
        bar.picture_chosen.connect(self._look_at)
        bar.cancel_wanted.connect(self.pictures.cancel)
        self.description_panel.picture_dropped.connect(self._look_at)
        self.pictures.busy_changed.connect(bar.show_busy)
        self.pictures.embedded.connect(self.description_panel.add_picture)
        self.pictures.failed.connect(bar.show_problem)

    def _look_at(self, picture: Path) -> None:
        self.description_panel.picture_bar.show_problem("")
        self.pictures.look_at(picture)

    def _review(self, crop_ids: Sequence[CropId], state: ReviewState) -> None:
        if self._hindrance:
            self.header.show_problem(self._hindrance)
        else:
            self.reviewing.review(crop_ids, state)

    def _show_reviews(self, states: Mapping[CropId, ReviewState]) -> None:
        """Show what was said of crops; where the ranking depends on reviews it is asked for again."""
        self.results.show_reviews(states)
        self.detail_pane.show_reviews(states)
        if self.description_panel.description.learns or self.filter_bar.filters.reviews is not None:
            self.ask_soon()

    def _show_new(self) -> None:
        """Mark the new hits of the saved search that is open."""
        new, was_only = self.saved_desk.new_hits, self.new_hits_bar.only_button.isChecked()
        self.results.show_new(new)
        self.new_hits_bar.show_new(len(new), can_mark=not self._hindrance)
        if was_only:
            self.ask_soon()

    def _ask_saved(self, description: Description, filters: Filters) -> None:
        self.preview.close_over()
        self.new_hits_bar.show_only(False)
        self.track_bar.close_track()
        self.description_panel.show_description(description)
        self.filter_bar.choose(filters)
        self.results_view.setFocus()

    def _unfold(self, ranked: RankedCrop) -> None:
        """Show the crops of a result's track below it."""
        track_id = ranked.crop.track_id
        if track_id is not None:
            self.fetching.ask_track(track_id, lambda track: self.results.unfold(ranked.crop.id, track))

    def _turn_track(self, ranked: RankedCrop) -> None:
        """Show the crops of a result's track alone, or all results again."""
        if self.track_bar.track_id is not None:
            self.track_bar.close_track()
        elif ranked.of_track > 1:
            self.track_bar.open_track(ranked)
            self.ask_soon()

    def _take_filters(self) -> None:
        self.saved_desk.show_asking()
        self.ask_soon()

    def _take_description(self, description: Description) -> None:
        self.detail_pane.show_examples(description.examples)
        self.saved_desk.show_asking()
        self.ask_soon()

    def _show_ranking(self, ranking: Ranking) -> None:
        by_track = ranking.tracks is not None
        asked = (ranking.query, ranking.filters, ranking.examples, ranking.learns, by_track, ranking.sorting)
        is_same_question = asked == self._asked
        self._asked, self._answered = asked, self._service.newest_number
        assert self._asking is not None  # or there were no answer
        self.fetching.begin(*self._asking, ranking)
        self.results_view.show_results(ranking.results, ranking.places, keep_place=is_same_question)
        self.header.show_ranking(ranking)
        if not is_same_question:
            self.looking.begin()
        self._centre.show_whether_empty()
        self.timeline_desk.refresh()
        self.results_shown.emit()

    def show_density(self, density: Density) -> None:
        """Show tiles of this size."""
        self.header.density_row.show_density(density)
        self.results_view.set_density(density)

    def _take_density(self, density: Density) -> None:
        self.results_view.set_density(density)
        self.density_chosen.emit(density)

    def _pages_in_sight(self) -> Iterable[int]:
        rows = self.results_view.rows_in_sight()
        return sorted({self.results.rows.locate(row)[0] // PAGE for row in rows})

    def _do_next_step(self) -> None:
        facts = self._centre.facts
        if facts is None or not facts.crops:
            self.import_wanted.emit()
        elif facts.embedded:
            self.filter_bar.reset()
        else:
            self.embed_wanted.emit()
