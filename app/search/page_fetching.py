"""Fetches the pages of a ranking that are looked at: one at a time, the latest wish first."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject

from app.case.case_service import CaseService
from app.case.records import Grouping
from app.search.result_rows import PAGE, PAGES_KEPT
from app.search.results_item_model import ResultsItemModel
from app.turns import Turns
from engine.gallery.records import CropId, TrackId
from engine.search.question import Question
from engine.search.ranking import RankedCrop, Ranking
from engine.search.timeline import Timeline

WISHES_KEPT = 3  # who scrolls past pages does not want them any more


class PageFetching(QObject):
    """Hands pages to the item model; an answer to an older question is dropped."""

    def __init__(self, service: CaseService, results: ResultsItemModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._results = results
        self._asked: tuple[Question, Grouping] | None = None
        self._round = 0
        self._on_its_way: int | None = None
        self._wishes: OrderedDict[int, None] = OrderedDict()
        self._freeing = Turns(self)
        self.rankings: dict[int, Ranking] = {}  # of the question on show, by page: the latest that were fetched
        results.page_wanted.connect(self.want)
        service.search_failed.connect(self._give_up)

    @property
    def is_idle(self) -> bool:
        """Return whether no page is on its way."""
        return self._on_its_way is None and not self._wishes

    def begin(self, question: Question, grouping: Grouping, first: Ranking) -> None:
        """Fetch pages of this question from now on."""
        self._asked = question, grouping
        self._round += 1
        self._on_its_way = None
        self._wishes.clear()
        self._freeing.let_go(self.rankings, 1)  # eight pages at once would hold up the first paint of the new results
        self.rankings = {0: first}

    def want(self, page: int) -> None:
        """Take the wish for a page."""
        if page == self._on_its_way:
            return
        self._wishes[page] = None
        self._wishes.move_to_end(page)
        while len(self._wishes) > WISHES_KEPT:
            self._wishes.popitem(last=False)
        self._fetch()

    def ask_who(self, places: range, answer: Callable[[dict[CropId, None]], object]) -> None:
        """Have it told who stands in these places of the ranking on show; the keys stand in that order."""
        if self._asked is not None:
            question, grouping = self._asked
            self._service.ask(lambda desk: dict.fromkeys(desk.crop_ids(question, grouping, places)), answer)

    def ask_track(self, track_id: TrackId, answer: Callable[[tuple[RankedCrop, ...]], object]) -> None:
        """Have it told how the crops of a track stand to the question on show, best first."""
        if self._asked is not None:
            question = self._asked[0]
            self._service.ask(lambda desk: desk.track(question, track_id), answer)

    def ask_timeline(self, parts: int, answer: Callable[[Timeline | None], object]) -> None:
        """Have it told how what is on show lies in time."""
        if self._asked is not None:
            question, grouping = self._asked
            self._service.ask(lambda desk: desk.timeline(question, grouping, parts), answer)

    def _fetch(self) -> None:
        if self._asked is None or self._on_its_way is not None or not self._wishes:
            return
        page, _ = self._wishes.popitem()
        self._on_its_way = page
        (question, grouping), of_round = self._asked, self._round
        self._service.ask(
            lambda desk: desk.rank(question, grouping, limit=PAGE, offset=page * PAGE),
            lambda ranking: self._take(of_round, page, ranking),
        )

    def _take(self, of_round: int, page: int, ranking: Ranking) -> None:
        if of_round != self._round:
            return
        self._on_its_way = None
        self.rankings[page] = ranking
        while len(self.rankings) > PAGES_KEPT:
            self.rankings.pop(next(iter(self.rankings)))
        self._results.take_page(page, ranking.results)
        self._fetch()

    def _give_up(self) -> None:
        """Take the next wish: the page on its way does not come."""
        self._on_its_way = None
        self._wishes.clear()
