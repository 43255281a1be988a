"""Scoring complete descriptions as the paper does."""

import numpy as np

from engine.errors import QueryError
from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.category_cosine import stored_cosines
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
        if not query.is_complete:
            raise QueryError("The scorer cosine ranks complete descriptions only; settle every group, or take heads.")
        return stored_cosines(model.encode_categories(query.vector(model.schema)[np.newaxis])[0], searchable, rows)
