"""Scoring by the category posterior and the recognition heads together."""

import numpy as np

from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.candidates import all_places, effort_for, in_one_thread, rescored
from engine.search.complete import complete_scores, first_scores
from engine.search.complete_shortlist import AbsenceSums, complete_shortlist
from engine.search.heads import Heads, log_probability
from engine.search.largest import best_places
from engine.search.posterior import log_share, parts_of
from engine.search.query import Query
from engine.search.scorer import Rows, Scores
from engine.search.search_fit import SearchFit
from engine.search.surroundings import SurroundingsSource, read_surroundings


class Fused:
    """log(α · P of the posterior + β · P of the heads) (method.md §7, scorer 5, as a linear opinion pool).

    A sum of probabilities, not of their logarithms: on footage of other cameras the posterior is sure of wrong things,
    and a sum of logarithms lets either of the two forbid what the other is sure of (docs/benchmarks.md). What must hold
    is one such sum; every preference is one of its own, and counts half.

    The heads look at every crop; the best candidates are scored exactly, the others stand behind them. A complete
    description has one category, and takes `complete_scores`. Where a model was stored without its categories, the
    heads say all.

    Args:
        surroundings: reads what lies around crops.
    """

    name = "fused"

    def __init__(self, surroundings: SurroundingsSource = read_surroundings) -> None:
        self._surroundings = surroundings
        self._absence = AbsenceSums()

    def score(self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None) -> Scores:
        """Return the pooled log-probability of each row, (n,) float32."""
        with in_one_thread(effort_for(searchable)):
            return self._score(query, searchable, model, rows)

    def _score(self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None) -> Scores:
        places, count = all_places(searchable.count, rows), effort_for(searchable).crops
        if query.is_complete:
            return rescored(
                places,
                lambda: first_scores(query, searchable, model, rows),
                lambda best: complete_scores(query, searchable, model, best),
                count,
            )
        if model.known is None:
            return Heads().score(query, searchable, model, rows)
        return rescored(
            places,
            lambda: Heads().score(query, searchable, model, rows),
            lambda best: self._pooled(query, searchable, model, best),
            count,
        )

    def shortlist(
        self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None, count: int
    ) -> Rows | None:
        """Return the crops that are scored exactly, or can be; None where all are, or more are wanted."""
        exact = effort_for(searchable).crops
        if query.is_complete:
            return complete_shortlist(query, searchable, model, rows, max(count, exact), self._absence)
        if count > exact or exact == searchable.count or model.known is None:
            return None
        best = np.sort(best_places(Heads().score(query, searchable, model, rows), exact))
        return best if rows is None else rows[best]

    def _pooled(self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows) -> Scores:
        fit, surroundings = SearchFit.of(model.card), self._surroundings(searchable, rows, model)
        log_alpha, log_beta = np.log(np.array([fit.posterior_weight, fit.heads_weight], np.float32))
        total = np.zeros(len(rows), np.float32)
        for clauses, weight in parts_of(query):
            posterior = log_alpha + log_share(clauses, surroundings, model)
            heads = log_beta + log_probability(clauses, searchable, model.schema, rows)
            total += np.float32(weight) * np.logaddexp(posterior, heads)
        return total
