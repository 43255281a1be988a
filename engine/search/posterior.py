"""Scoring by the probability, over the known categories, that the crop shows someone who fits."""

from collections.abc import Sequence

import numpy as np

from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.candidates import all_places, rescored
from engine.search.category_cosine import Embedding
from engine.search.category_mass import Mass, MassSource, mass_of, read_mass
from engine.search.clause import Clause
from engine.search.completion import Completion
from engine.search.fitting_categories import FittingCategories, fitting_categories
from engine.search.query import Query
from engine.search.scorer import PREFERENCE_WEIGHT, Rows, Scores
from engine.search.search_fit import SearchFit

_LEAST = np.float32(1e-30)  # where no category fits


class Posterior:
    """log Σ over the categories that fit of softmax_c(σ cos(f, g_c)) (method.md §7, scorer 3).

    The categories are the known ones and those of them that were overwritten to fit, each of the latter lighter for
    every group overwritten. What must hold is one such sum; every preference is one of its own, and counts half.
    Exact for the best candidates of the completion; the others stand behind them in its order.

    Args:
        mass: reads the crops' nearness to the known categories.
    """

    name = "posterior"

    def __init__(self, mass: MassSource = read_mass) -> None:
        self._mass = mass

    def score(self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None) -> Scores:
        """Return the log-probability of each row, (n,) float32.

        Raises:
            ModelError: if the model was stored without its categories.
        """
        return rescored(
            all_places(searchable.count, rows),
            lambda: Completion().score(query, searchable, model, rows),
            lambda best: self.exact(query, searchable, model, best),
        )

    def exact(self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows) -> Scores:
        """Return the log-probability that the description holds of each row, (n,) float32."""
        crops, mass = self._mass(searchable, rows, model)
        return log_posterior(query, crops, mass, model)


def log_posterior(query: Query, crops: Embedding, mass: Mass, model: QueryModel) -> Scores:
    """Return the log-probability that the description holds of crops (n, D) of known mass (n, C), (n,) float32."""
    must = [clause for clause in query.clauses if not clause.preferred]
    wishes = [clause for clause in query.clauses if clause.preferred]
    total = _log_share(must, crops, mass, model) if must else np.zeros(len(crops), np.float32)
    for wish in wishes:
        total = total + np.float32(PREFERENCE_WEIGHT) * _log_share([wish], crops, mass, model)
    return total


def _log_share(clauses: Sequence[Clause], crops: Embedding, mass: Mass, model: QueryModel) -> Scores:
    """Return log of the share of the mass (n, C) on categories that satisfy the clauses, (n,)."""
    known = model.known
    assert known is not None  # or there were no mass
    fitting = fitting_categories(clauses, known, model.schema)
    fits = mass @ fitting.satisfying.astype(np.float32) + _overwritten_mass(fitting, crops, model) + _LEAST
    misfits = mass @ (~fitting.satisfying).astype(np.float32)
    return np.asarray(np.log(fits) - np.log(fits + misfits), np.float32)


def _overwritten_mass(fitting: FittingCategories, crops: Embedding, model: QueryModel) -> Scores:
    if not len(fitting.overwritten):
        return np.zeros(len(crops), np.float32)
    fit = SearchFit.of(model.card)
    weights = (fit.broken_weight**fitting.broken).astype(np.float32)
    return mass_of(crops, model.encode_categories(fitting.overwritten), fit.sharpness) @ weights
