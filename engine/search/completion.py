"""Scoring by the people that the description may mean: one vector, the mean of their categories' embeddings."""

import numpy as np

from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.category_cosine import Embedding, stored_cosines, unit
from engine.search.clause import Clause
from engine.search.fitting_categories import fitting_categories
from engine.search.nearest import nearest_rows
from engine.search.query import Query
from engine.search.scorer import PREFERENCE_WEIGHT, Rows, Scores
from engine.search.search_fit import SearchFit


class Completion:
    """cos(q, f), q the mean of g over the known categories made to fit.

    Method.md §7, scorer 2, with two departures, both better on validation data: a category that had to be overwritten
    weighs less for every group of it, for there are people who fit as they are; and every category counts once, for
    how many crops show it is the footage's doing. Preferences count half: q lies half-way between what must hold and
    what must hold with the preferences.
    """

    name = "completion"

    def score(self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None) -> Scores:
        """Return the cosine of each row, (n,) float32.

        Raises:
            ModelError: if the model was stored without its categories.
        """
        return stored_cosines(completed_embedding(query, model), searchable, rows)

    def shortlist(
        self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None, count: int
    ) -> Rows | None:
        """Return the rows of the largest cosines."""
        return nearest_rows(completed_embedding(query, model), searchable, rows, count)


def completed_embedding(query: Query, model: QueryModel) -> Embedding:
    """Return the unit embedding (D,) of the people whom the description may mean."""
    must = [clause for clause in query.clauses if not clause.preferred]
    with_wishes = _mean_embedding(query.clauses, model)
    if not must or len(must) == len(query.clauses):
        return with_wishes
    return unit((1 - PREFERENCE_WEIGHT) * _mean_embedding(must, model) + PREFERENCE_WEIGHT * with_wishes)


def _mean_embedding(clauses: list[Clause] | tuple[Clause, ...], model: QueryModel) -> Embedding:
    embeddings, known = model.known_embeddings, model.known
    assert known is not None  # or there were no embeddings
    fitting = fitting_categories(clauses, known, model.schema)
    mean = embeddings[fitting.satisfying].sum(axis=0)
    if len(fitting.overwritten):
        weights = SearchFit.of(model.card).broken_weight ** fitting.broken
        mean = mean + weights @ model.encode_categories(fitting.overwritten)
    return unit(np.asarray(mean, np.float32))
