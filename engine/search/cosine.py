"""Scoring complete descriptions as the paper does."""

from engine.errors import QueryError
from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.category_cosine import Embedding, category_embedding, stored_cosines
from engine.search.nearest import nearest_rows
from engine.search.query import Query
from engine.search.scorer import Rows, Scores


class Cosine:
    """cos(g(p), f): the category's embedding against each crop's (Jeong et al. 2021, §3.3)."""

    name = "cosine"

    def score(self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None) -> Scores:
        """Return the cosine of each row, (n,) float32.

        Raises:
            QueryError: if the description leaves a group open; zero is not "unknown".
        """
        return stored_cosines(_embedding(query, model), searchable, rows)

    def shortlist(
        self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None, count: int
    ) -> Rows | None:
        """Return the rows of the largest cosines."""
        return nearest_rows(_embedding(query, model), searchable, rows, count)


def _embedding(query: Query, model: QueryModel) -> Embedding:
    if not query.is_complete:
        raise QueryError("The scorer cosine ranks complete descriptions only; settle every group, or take heads.")
    return category_embedding(query, model)
