"""Scoring by the recognition heads: the log-probability that the description holds."""

import numpy as np

from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.log_probability import log_clause, logit_columns
from engine.search.query import Query
from engine.search.scorer import PREFERENCE_WEIGHT, Rows, Scores


class Heads:
    """Σ log P(clause) over what must hold, plus half of it over the preferences (method.md §7, scorer 4).

    P of a clause treats its values as independent, as the heads' sigmoids are: either 1 − Π(1 − p), both Π p,
    not Π(1 − p). k ticks touch k stored columns.
    """

    name = "heads"

    def score(self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None) -> Scores:
        """Return the log-probability of the description for each row, (n,) float32."""
        column = logit_columns(searchable, rows)
        total = np.zeros(searchable.count if rows is None else len(rows), dtype=np.float32)
        for clause in query.clauses:
            weight = PREFERENCE_WEIGHT if clause.preferred else 1.0
            total += np.float32(weight) * log_clause(clause, model.schema, column)
        return total
