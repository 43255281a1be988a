"""Scoring by the paper's cosine with zeros for all that is not known: the baseline to beat."""

from collections.abc import Iterable
from itertools import islice, product

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Schema
from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.category_cosine import Embedding, stored_cosines, unit
from engine.search.clause import Clause
from engine.search.nearest import nearest_rows
from engine.search.query import Query, is_settled
from engine.search.scorer import PREFERENCE_WEIGHT, Rows, Scores

MOST_ALTERNATIVES = 64  # choices of one value from each "or"; further ones are left out


class ZeroFilled:
    """cos(g(p), f) with p zero wherever nothing is demanded (method.md §7, scorer 1).

    Where the model was trained with hidden groups it is told which groups the description leaves open.

    "Or" takes the mean of g over the choices. Zeros say nothing of what must not hold, nor of what is preferred: there
    the embedding is moved from, or half-way along, the step that it would take if the values were demanded too. In a
    group that the description settles zeros do say what does not hold, so that a complete one is ranked as it is.
    """

    name = "zero-filled"

    def score(self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None) -> Scores:
        """Return the cosine of each row, (n,) float32."""
        return stored_cosines(zero_filled_embedding(query, model), searchable, rows)

    def shortlist(
        self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None, count: int
    ) -> Rows | None:
        """Return the rows of the largest cosines."""
        return nearest_rows(zero_filled_embedding(query, model), searchable, rows, count)


def zero_filled_embedding(query: Query, model: QueryModel) -> Embedding:
    """Return the unit embedding (D,) that stands for the description."""
    schema = model.schema
    demanded = [clause for clause in query.clauses if clause.is_demand]
    hidden = _open_groups(query, schema)
    base = _mean_embedding(demanded, model, hidden)
    moved = base.copy()
    for clause in query.clauses:
        weight = _weight(clause, query, schema)
        if weight:
            step = _mean_embedding([*demanded, _demanding(clause)], model, hidden) - base
            moved += np.float32(weight) * step
    return unit(moved)


def _weight(clause: Clause, query: Query, schema: Schema) -> float:
    """Return how far the embedding moves for a clause that zeros do not say; 0 for one that they do."""
    if clause.preferred:
        return -PREFERENCE_WEIGHT if clause.negated else PREFERENCE_WEIGHT
    is_said = not clause.negated or is_settled(schema.group(clause.group_id), query.clauses)
    return 0.0 if is_said else -1.0


def _demanding(clause: Clause) -> Clause:
    """Return the clause as a demand; of an absence, that one of the values is there."""
    return Clause(group_id=clause.group_id, allowed=clause.allowed, combine=clause.combine)


def _open_groups(query: Query, schema: Schema) -> NDArray[np.bool_]:
    """Return (G,) which groups the description says nothing of."""
    said = {clause.group_id for clause in query.clauses}
    return np.array([group.id not in said for group in schema.groups], np.bool_)


def _mean_embedding(demands: list[Clause], model: QueryModel, hidden: NDArray[np.bool_]) -> Embedding:
    """Return the mean of g over the choices that the demands leave, (D,), of unit length."""
    schema = model.schema
    certain = {value for clause in demands if clause.is_definite for value in clause.allowed}
    open_ = [list(clause.values(schema)) for clause in demands if not clause.is_definite]
    choices = [certain | set(chosen) for chosen in islice(product(*open_), MOST_ALTERNATIVES)]
    bits = np.stack([_bits(values, schema) for values in choices])
    return unit(model.encode_categories(bits, hidden).mean(axis=0))


def _bits(values: Iterable[str], schema: Schema) -> NDArray[np.uint8]:
    bits = np.zeros(schema.size, np.uint8)
    bits[[schema.index(value) for value in sorted(values)]] = 1
    return bits
