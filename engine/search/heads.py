"""Scoring by the recognition heads: the log-probability that the description holds."""

from collections.abc import Sequence

import numpy as np

from engine.attributes.schema import Schema
from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.clause import Clause
from engine.search.log_probability import in_parts, log_clause, logit_columns
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
        if rows is not None and 2 * len(rows) > searchable.count:  # whole columns are faster than most rows
            return self.score(query, searchable, model, None)[rows]
        total = np.zeros(searchable.count if rows is None else len(rows), dtype=np.float32)
        for part, column in in_parts(searchable, rows):
            for clause in query.clauses:
                weight = PREFERENCE_WEIGHT if clause.preferred else 1.0
                total[part] += np.float32(weight) * log_clause(clause, model.schema, column)
        return total


def log_probability(clauses: Sequence[Clause], searchable: Searchable, schema: Schema, rows: Rows) -> Scores:
    """Return the log-probability that all the clauses hold of these rows (n,), preferred or not, (n,) float32."""
    column = logit_columns(searchable, rows)
    total = np.zeros(len(rows), np.float32)
    for clause in clauses:
        total += log_clause(clause, schema, column)
    return total
