"""Scoring descriptions that say everything: the paper's cosine and the recognition heads together."""

import numpy as np

from engine.attributes.schema import Group, Schema
from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.category_cosine import stored_cosines
from engine.search.log_probability import Columns, Floats, log_absent, log_clause, log_present, logit_columns
from engine.search.query import Query
from engine.search.scorer import PREFERENCE_WEIGHT, Rows, Scores
from engine.search.search_fit import SearchFit


def complete_scores(query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None) -> Scores:
    """Return α · cos(g(p), f) + Σ_k log P(p_k), (n,) float32: `fused` of `bolo evaluate --protocol full`.

    The heads speak uncalibrated here, as they were trained: rare attributes, which tell people apart, weigh more then.

    Args:
        query: settles every group.
        searchable: the crops.
        model: the query side of the model that embedded them.
        rows: (n,) which crops; None means all N.
    """
    vector = query.vector(model.schema)
    cosine = stored_cosines(model.encode_categories(vector[np.newaxis])[0], searchable, rows)
    column = logit_columns(searchable, rows)
    total = np.float32(SearchFit.of(model.card).cosine_weight) * cosine
    for group in model.schema.groups:
        bits = vector[model.schema.slice_of(group)]
        for bit, logits in zip(bits, _logits(group, model, column), strict=True):
            total += log_present(logits) if bit else log_absent(logits)
    return total + _wishes(query, model.schema, column)


def _logits(group: Group, model: QueryModel, column: Columns) -> list[Floats]:
    stored = [column(model.schema.index(attribute.id)) for attribute in group.attributes]
    return stored if model.calibration is None else model.calibration.undone(group, stored)


def _wishes(query: Query, schema: Schema, column: Columns) -> Scores | np.float32:
    """Return what preferences beside the settled values add."""
    wishes = [log_clause(clause, schema, column) for clause in query.clauses if clause.preferred]
    return np.float32(PREFERENCE_WEIGHT) * np.sum(wishes, axis=0, dtype=np.float32) if wishes else np.float32(0)
