"""From a description to the best crops of a case."""

from dataclasses import dataclass, replace
from typing import cast

import numpy as np
from numpy.typing import NDArray

from engine.errors import ConfigError
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, ReviewState
from engine.gallery.searchable import Searchable
from engine.giving_way import give_way
from engine.registry.query_model import QueryModel
from engine.search.best_crops import with_best_crops
from engine.search.evidence import find_evidence
from engine.search.examples import NO_EXAMPLES, Examples, with_examples
from engine.search.filters import Filters
from engine.search.largest import Numbers, best_places
from engine.search.query import Query
from engine.search.question import Question
from engine.search.ranking import RankedCrop, Ranking
from engine.search.scorer import Rows, Scorer, Scores, ShortlistingScorer
from engine.search.scorers import default_scorer
from engine.search.selectivity import Selectivity, estimate_selectivity
from engine.search.sorting import Sorting
from engine.search.track_scores import best_tracks, count_tracks, pool_best_crop, pool_better_half

LIMIT = 200
REMEMBERED = 2000  # places of the last ranking that are kept, so that its next pages are only looked up
SURE = 500  # and at least so many, where only the best of them are told apart
BY_MATCH = Sorting()
BY_TIME = "time"  # how crops are ordered where nothing is asked
NO_FILTERS = Filters()


class Searcher:
    """Ranks the crops of one case with one model; it stays in the gallery's thread.

    The same description, filters, model and gallery give the same ranking: equal scores stand by crop id.

    Args:
        gallery: the case.
        model: the query side of the model that embedded it.
    """

    def __init__(self, gallery: Gallery, model: QueryModel) -> None:
        self._gallery = gallery
        self._model = model
        self._last: _Order | None = None

    def search(
        self,
        query: Query,
        filters: Filters = NO_FILTERS,
        examples: Examples = NO_EXAMPLES,
        *,
        limit: int = LIMIT,
        offset: int = 0,
        scorer: Scorer | None = None,
        learns: bool = False,
        by_track: bool = False,
        sorting: Sorting = BY_MATCH,
    ) -> Ranking:
        """Return the best crops, best first. Where nothing is described they stand by time, all scores 0.

        Args:
            query: the description.
            filters: which crops to consider; they are left out before anything is scored.
            examples: who the person looks like, and who not; they count beside the ticks.
            limit: how many crops to return at most.
            offset: how many of the best to leave out before: the next page has the sum of limit and offset.
            scorer: how to score; None takes posterior and heads fused.
            learns: whether confirmed and rejected crops count as examples.
            by_track: whether the crops of a track share one place, by the score of the track. Its best crop is shown:
                the best scored, or where nothing is described the best to see.
            sorting: another order than the best first; each result keeps its rank by match.

        Raises:
            ConfigError: if the limit is below one, or the offset below zero.
            ModelError: if the scorer needs what the model was stored without.
            QueryError: if the scorer cannot take such a description, or an example is not among the searchable crops.
        """
        page = _page(limit, offset)
        searchable = self._gallery.searchable(self._model.id)
        counted = self._counted(examples, searchable, learns=learns)
        asked = _Asked(query, filters, counted, scorer or default_scorer(), by_track)
        return self._ranking(asked, searchable, page, sorting, examples=examples if learns else None)

    def ask(
        self,
        question: Question,
        *,
        limit: int = LIMIT,
        offset: int = 0,
        by_track: bool = False,
        sorting: Sorting = BY_MATCH,
    ) -> Ranking:
        """Return the best crops for a whole question; as `search`."""
        return self.search(
            question.query,
            question.filters,
            question.examples,
            limit=limit,
            offset=offset,
            scorer=question.named_scorer,
            learns=question.learns,
            by_track=by_track,
            sorting=sorting,
        )

    def crop_ids(
        self, question: Question, places: range, *, by_track: bool = False, sorting: Sorting = BY_MATCH
    ) -> list[CropId]:
        """Return who stands in these places, from 0, best first, without their records; otherwise as `search`."""
        searchable = self._gallery.searchable(self._model.id)
        examples = self._counted(question.examples, searchable, learns=question.learns)
        scorer = question.named_scorer or default_scorer()
        asked = _Asked(question.query, question.filters, examples, scorer, by_track)
        order, _ = self._sorted(asked, searchable, sorting, max(places.stop, 1))
        rows = self._shown(order, slice(places.start, places.stop))
        return cast(list[CropId], searchable.crop_ids[rows].tolist())  # at once, for there may be very many

    def estimate(self, query: Query, filters: Filters = NO_FILTERS) -> Selectivity:
        """Return how many crops are expected to fit the description, and what leaving each clause out would bring."""
        searchable = self._gallery.searchable(self._model.id)
        return estimate_selectivity(query, searchable, self._model.schema, filters.rows(searchable))

    def _counted(self, examples: Examples, searchable: Searchable, *, learns: bool) -> Examples:
        return examples.with_reviews(self._gallery.review_states(), searchable) if learns else examples

    def _ranking(
        self, asked: "_Asked", searchable: Searchable, page: slice, sorting: Sorting, *, examples: Examples | None
    ) -> Ranking:
        """Return one page; where reviews counted too, `examples` are those that were asked for."""
        order, ranks = self._sorted(asked, searchable, sorting, page.stop)
        return Ranking(
            query=asked.query,
            filters=asked.filters,
            schema=self._model.schema,
            examples=asked.examples if examples is None else examples,
            learns=examples is not None,
            counted=asked.examples,
            scorer=BY_TIME if asked.says_nothing else asked.asking_scorer.name,
            model_id=self._model.id,
            revision=searchable.revision,
            tracks=order.ranked if asked.by_track else None,
            considered=order.considered,
            searchable=searchable.count,
            total=self._gallery.counts().crops,
            results=self._results(asked, searchable, order, ranks[page], page) if len(order.rows[page]) else (),
            offset=page.start,
            sorting=sorting,
        )

    def _sorted(
        self, asked: "_Asked", searchable: Searchable, sorting: Sorting, count: int
    ) -> tuple["_Order", NDArray[np.int64]]:
        """Return the rows as they are to stand, and the rank (n,) of each by match, from 1."""
        if sorting.is_by_match:
            order = self._order(asked, searchable, count)
            return order, np.arange(1, 1 + len(order.rows))
        order = self._order(asked, searchable, sorting.among or max(searchable.count, 1))
        rows = order.rows[: sorting.among]
        places = sorting.places(searchable, rows, self._gallery.review_states())
        stands = replace(order, rows=rows[places], scores=order.scores[places], sizes=order.sizes[places])
        return stands, places + 1

    def _order(self, asked: "_Asked", searchable: Searchable, count: int) -> "_Order":
        """Return the best rows, `count` of them or more where there are so many; the last answer serves again."""
        last = self._last
        if last is not None and last.is_of(asked, searchable):
            if last.reaches(count):
                return last
            count = min(2 * count, max(searchable.count, 1))  # who turns pages wants more of them
        among = asked.filters.rows(searchable)
        considered = searchable.count if among is None else len(among)
        rows, scores, wanted = self._scored(asked, searchable, among, count)
        ranked, sizes = considered, None
        if asked.by_track:
            tracks = searchable.track_ids if rows is None else searchable.track_ids[rows]
            found = best_tracks(scores, tracks, count, pool_best_crop if asked.says_nothing else pool_better_half)
            rows = found.best if rows is None else rows[found.best]
            scores, sizes, wanted, ranked = found.scores, found.sizes, count, count_tracks(tracks)
        best = best_places(scores, wanted)
        self._last = _Order(
            asked=asked,
            searchable=searchable,
            considered=considered,
            among=among,
            ranked=ranked,
            rows=best if rows is None else rows[best],
            scores=np.zeros(len(best), np.float32) if asked.says_nothing else scores[best].astype(np.float32),
            sizes=np.ones(len(best), np.int64) if sizes is None else sizes[best],
        )
        return self._last

    def _scored(
        self, asked: "_Asked", searchable: Searchable, rows: Rows | None, count: int
    ) -> tuple[Rows | None, Numbers, int]:
        """Return the rows (n,) among which the best stand, None for all N, their scores, and how many best are sure."""
        query, scorer, wanted = asked.query, asked.asking_scorer, max(count, REMEMBERED)
        if asked.says_nothing or not searchable.count:  # where nothing is embedded there are no columns to read
            return rows, _earliness(searchable, rows), wanted
        if isinstance(scorer, ShortlistingScorer) and not asked.by_track:  # a track's place hangs on all its crops
            sure = max(count, SURE)
            shortlist = scorer.shortlist(query, searchable, self._model, rows, sure)
            if shortlist is not None:  # the best of it are the best of all, as many as were asked for
                return shortlist, scorer.score(query, searchable, self._model, shortlist), sure
        return rows, scorer.score(query, searchable, self._model, rows), wanted

    def _shown(self, order: "_Order", places: slice) -> Rows:
        """Return the rows that are shown in these places of an order."""
        rows = order.rows[places]
        if order.asked.says_nothing and order.asked.by_track:
            return with_best_crops(self._gallery, order.searchable, rows, order.among)
        return rows

    def _results(
        self, asked: "_Asked", searchable: Searchable, order: "_Order", ranks: NDArray[np.int64], page: slice
    ) -> tuple[RankedCrop, ...]:
        """Return one page of the rows, as they stand, with their records and evidence; `ranks` (n,) are the page's."""
        query, rows = asked.query, self._shown(order, page)
        crops = self._gallery.crops([CropId(int(crop_id)) for crop_id in searchable.crop_ids[rows]])
        findings = find_evidence(query, searchable, self._model, rows, [crop.quality for crop in crops])
        reviews = self._gallery.review_states([crop.id for crop in crops])
        places = zip(ranks, order.scores[page], order.sizes[page], crops, findings, strict=True)
        results = []
        for rank, score, size, crop, found in places:
            give_way()
            results.append(
                RankedCrop(
                    rank=int(rank),
                    score=float(score),
                    band=found.band,
                    crop=crop,
                    evidence=found.evidence,
                    clauses=found.clauses,
                    review=reviews.get(crop.id, ReviewState.UNREVIEWED),
                    of_track=int(size),
                )
            )
        return tuple(results)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an order of crops answers."""

    query: Query
    filters: Filters
    examples: Examples
    scorer: Scorer  # of the ticks
    by_track: bool

    @property
    def says_nothing(self) -> bool:
        """Whether the crops stand by time."""
        return self.query.is_empty and self.examples.is_empty

    @property
    def asking_scorer(self) -> Scorer:
        """The scorer of ticks and examples together."""
        return with_examples(self.scorer, self.examples)


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class _Order:
    """The best rows for what was asked, with their scores, among those that were considered."""

    asked: _Asked
    searchable: Searchable
    considered: int  # crops
    among: Rows | None  # which crops these are, None for all
    ranked: int  # places there are: crops, or tracks
    rows: Rows
    scores: Scores
    sizes: NDArray[np.int64]  # how many crops share each place

    def is_of(self, asked: _Asked, searchable: Searchable) -> bool:
        """Return whether it is still an answer to this; reviews change without the revision."""
        return self.searchable is searchable and self.asked == asked and asked.filters.reviews is None

    def reaches(self, count: int) -> bool:
        """Return whether it has so many places, or all there are."""
        return len(self.rows) >= min(count, self.ranked)


def _page(limit: int, offset: int) -> slice:
    if limit < 1:
        raise ConfigError("limit", limit, "must be at least 1")
    if offset < 0:
        raise ConfigError("offset", offset, "must be at least 0")
    return slice(offset, offset + limit)


def _earliness(searchable: Searchable, rows: Rows | None) -> NDArray[np.float64]:
    """Return what is larger the earlier a crop was seen, (n,); unknown times are the latest."""
    times = searchable.times if rows is None else searchable.times[rows]
    return np.where(np.isnan(times), -np.inf, -times)
