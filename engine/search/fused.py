"""Scoring by the category posterior and the recognition heads together."""

import numpy as np

from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.candidates import all_places, rescored
from engine.search.category_mass import MassSource, read_mass
from engine.search.complete import complete_scores
from engine.search.heads import Heads
from engine.search.posterior import Posterior
from engine.search.query import Query
from engine.search.scorer import Rows, Scores
from engine.search.search_fit import SearchFit


class Fused:
    """α · posterior + β · heads, both logarithms of a probability (method.md §7, scorer 5).

    The heads look at every crop; the best candidates are scored exactly, the others stand behind them. A complete
    description has one category, and α_cos · cosine stands in the posterior's stead (`complete_scores`). Of any other,
    the heads say all where a model was stored without its categories.

    Args:
        mass: reads the crops' nearness to the known categories.
    """

    name = "fused"

    def __init__(self, mass: MassSource = read_mass) -> None:
        self._posterior = Posterior(mass)

    def score(self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None) -> Scores:
        """Return the weighted sum of each row, (n,) float32."""
        if query.is_complete:
            return complete_scores(query, searchable, model, rows)
        if model.known is None:
            return Heads().score(query, searchable, model, rows)
        return rescored(
            all_places(searchable.count, rows),
            lambda: Heads().score(query, searchable, model, rows),
            lambda best: self._exact(query, searchable, model, best),
        )

    def _exact(self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows) -> Scores:
        fit = SearchFit.of(model.card)
        posterior = self._posterior.exact(query, searchable, model, rows)
        heads = Heads().score(query, searchable, model, rows)
        return np.float32(fit.posterior_weight) * posterior + np.float32(fit.heads_weight) * heads
