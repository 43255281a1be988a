"""Scoring by the probability, over the known categories, that the crop shows someone who fits."""

from collections.abc import Iterator, Sequence

import numpy as np

from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.candidates import all_places, effort_for, rescored
from engine.search.clause import Clause
from engine.search.completion import Completion
from engine.search.fitting_categories import fitting_categories
from engine.search.query import Query
from engine.search.scorer import PREFERENCE_WEIGHT, Rows, Scores
from engine.search.search_fit import SearchFit
from engine.search.surroundings import Surroundings, SurroundingsSource, read_surroundings

_LEAST = np.float32(1e-30)  # where no category fits


class Posterior:
    """log Σ over the categories that fit of softmax_c(σ cos(f, g_c)) (method.md §7, scorer 3).

    The categories are the known ones and those of them that were overwritten to fit, each of the latter lighter for
    every group overwritten. What must hold is one such sum; every preference is one of its own, and counts half.
    Exact for the best candidates of the completion; the others stand behind them in its order.

    Args:
        surroundings: reads what lies around crops.
    """

    name = "posterior"

    def __init__(self, surroundings: SurroundingsSource = read_surroundings) -> None:
        self._surroundings = surroundings

    def score(self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None) -> Scores:
        """Return the log-probability of each row, (n,) float32.

        Raises:
            ModelError: if the model was stored without its categories.
        """
        return rescored(
            all_places(searchable.count, rows),
            lambda: Completion().score(query, searchable, model, rows),
            lambda best: _exact(query, self._surroundings(searchable, best, model), model),
            effort_for(searchable).crops,
        )


def _exact(query: Query, surroundings: Surroundings, model: QueryModel) -> Scores:
    total = np.zeros(len(surroundings.crops), np.float32)
    for clauses, weight in parts_of(query):
        total += np.float32(weight) * log_share(clauses, surroundings, model)
    return total


def parts_of(query: Query) -> Iterator[tuple[Sequence[Clause], float]]:
    """Yield what counts as one, with its weight in a sum of logarithms: all that must hold, then every preference."""
    must = [clause for clause in query.clauses if not clause.preferred]
    if must:
        yield must, 1.0
    for clause in query.clauses:
        if clause.preferred:
            yield [clause], PREFERENCE_WEIGHT


def log_share(clauses: Sequence[Clause], surroundings: Surroundings, model: QueryModel) -> Scores:
    """Return the log-probability that all the clauses hold of n crops, (n,) float32.

    Args:
        clauses: what must hold.
        surroundings: the crops with the known categories around them.
        model: the query side, with its known categories.
    """
    assert model.known is not None  # or there were no surroundings
    fitting = fitting_categories(clauses, model.known, model.schema)
    fits = surroundings.sums(fitting.satisfying) + _LEAST
    if len(fitting.overwritten):
        embeddings, weight = model.encode_categories(fitting.overwritten), SearchFit.of(model.card).broken_weight
        for broken in np.unique(fitting.broken):
            fits += np.float32(weight**broken) * surroundings.sums_around(embeddings[fitting.broken == broken])
    misfits = surroundings.sums(~fitting.satisfying)
    return np.asarray(np.log(fits) - np.log(fits + misfits), np.float32)
