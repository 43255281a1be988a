"""Scoring by the paper's cosine with zeros for all that is not known: the baseline to beat."""

from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.category_cosine import category_cosines
from engine.search.query import Query
from engine.search.scorer import Rows, Scores


class ZeroFilled:
    """cos(g(p), f) with p zero wherever nothing is demanded (method.md §7, scorer 1).

    It cannot say "not" or "prefer": both leave p zero. Alternatives are all set.
    """

    name = "zero-filled"

    def score(self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None) -> Scores:
        """Return the cosine of each row, (n,) float32."""
        return category_cosines(query, searchable, model, rows)
