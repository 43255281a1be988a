"""From a description to the best crops of a case."""

import numpy as np

from engine.errors import ConfigError
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId
from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.evidence import find_evidence
from engine.search.examples import NO_EXAMPLES, ByExample, Examples
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.ranking import RankedCrop, Ranking
from engine.search.scorer import Rows, Scorer, Scores
from engine.search.scorers import default_scorer
from engine.search.selectivity import Selectivity, estimate_selectivity

LIMIT = 200
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

    def search(
        self,
        query: Query,
        filters: Filters = NO_FILTERS,
        examples: Examples = NO_EXAMPLES,
        *,
        limit: int = LIMIT,
        scorer: Scorer | None = None,
    ) -> Ranking:
        """Return the best crops, best first. Where nothing is described they stand by time, all scores 0.

        Args:
            query: the description.
            filters: which crops to consider; they are left out before anything is scored.
            examples: who the person looks like, and who not; they count beside the ticks.
            limit: how many crops to return at most.
            scorer: how to score; None takes the heads, or for a complete description heads and cosine fused.

        Raises:
            ConfigError: if the limit is below one.
            ModelError: if the scorer needs what the model was stored without.
            QueryError: if the scorer cannot take such a description, or an example is not among the searchable crops.
        """
        if limit < 1:
            raise ConfigError("limit", limit, "must be at least 1")
        searchable = self._gallery.searchable(self._model.id)
        rows = filters.rows(searchable)
        scorer = scorer or default_scorer(query)
        scorer = scorer if examples.is_empty else ByExample(scorer, examples)
        says_nothing = query.is_empty and examples.is_empty
        if says_nothing or not searchable.count:  # where nothing is embedded there are no columns to read either
            best = _earliest(searchable, rows, limit)
            scores = np.zeros(len(best), dtype=np.float32)
        else:
            best, scores = _best(scorer.score(query, searchable, self._model, rows), rows, limit)
        return Ranking(
            query=query,
            filters=filters,
            schema=self._model.schema,
            examples=examples,
            scorer=BY_TIME if says_nothing else scorer.name,
            model_id=self._model.id,
            revision=searchable.revision,
            considered=searchable.count if rows is None else len(rows),
            searchable=searchable.count,
            total=self._gallery.counts().crops,
            results=self._results(query, searchable, best, scores) if len(best) else (),
        )

    def estimate(self, query: Query, filters: Filters = NO_FILTERS) -> Selectivity:
        """Return how many crops are expected to fit the description, and what leaving each clause out would bring."""
        searchable = self._gallery.searchable(self._model.id)
        return estimate_selectivity(query, searchable, self._model.schema, filters.rows(searchable))

    def _results(self, query: Query, searchable: Searchable, rows: Rows, scores: Scores) -> tuple[RankedCrop, ...]:
        """Return the rows, best first, with their records and evidence."""
        crops = self._gallery.crops([CropId(int(crop_id)) for crop_id in searchable.crop_ids[rows]])
        findings = find_evidence(query, searchable, self._model, rows, [crop.quality for crop in crops])
        return tuple(
            RankedCrop(
                rank=rank,
                score=float(score),
                band=found.band,
                crop=crop,
                evidence=found.evidence,
                clauses=found.clauses,
            )
            for rank, (score, crop, found) in enumerate(zip(scores, crops, findings, strict=True), start=1)
        )


def _best(scores: Scores, rows: Rows | None, limit: int) -> tuple[Rows, Scores]:
    """Return the rows of the largest scores and those scores, largest first, equal ones by crop id."""
    places = np.arange(len(scores))
    if len(scores) > limit:
        places = np.flatnonzero(scores >= np.partition(scores, -limit)[-limit])  # all that tie with the last too
    places = places[np.argsort(-scores[places], kind="stable")][:limit]  # rows ascend by crop id, and stable keeps that
    return places if rows is None else rows[places], scores[places]


def _earliest(searchable: Searchable, rows: Rows | None, limit: int) -> Rows:
    """Return the rows of the earliest crops, those of unknown time last, equal ones by crop id."""
    chosen = np.arange(searchable.count) if rows is None else rows
    return chosen[np.argsort(searchable.times[chosen], kind="stable")][:limit]
