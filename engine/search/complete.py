"""Scoring descriptions that say everything: the paper's cosine and the recognition heads together."""

from collections.abc import Sequence

import numpy as np

from engine.attributes.schema import Group, Schema
from engine.evaluation.category_density import hubness
from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.category_cosine import category_embedding, stored_cosines
from engine.search.log_probability import Columns, Logits, log_absent, log_clause, log_present, logit_columns
from engine.search.query import Query
from engine.search.scorer import PREFERENCE_WEIGHT, Rows, Scores
from engine.search.search_fit import SearchFit


def complete_scores(query: Query, searchable: Searchable, model: QueryModel, rows: Rows) -> Scores:
    """Return α · (cos(g(p), f) − hubness of f) + Σ_k log P(p_k), (n,): `fused` of `bolo evaluate --protocol full`.

    α/σ times the log-posterior of the category, but for what is equal in all crops, and the heads' log-probability.
    A model that was stored without its categories knows of no hubness.

    Args:
        query: settles every group.
        searchable: the crops.
        model: the query side of the model that embedded them.
        rows: (n,) which crops.
    """
    first, fit = first_scores(query, searchable, model, rows), SearchFit.of(model.card)
    if model.known is None:
        return first
    near_all = hubness(searchable.vectors(rows), model.known_embeddings, fit.sharpness)
    return np.asarray(first - np.float32(fit.cosine_weight) * near_all, np.float32)


def first_scores(query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None) -> Scores:
    """Return α · cos(g(p), f) + Σ_k log P(p_k), (n,) float32: all of it that depends on the description.

    The heads speak uncalibrated here, as they were trained: rare attributes, which tell people apart, weigh more then.

    Args:
        query: settles every group.
        searchable: the crops.
        model: the query side of the model that embedded them.
        rows: (n,) which crops; None means all N.
    """
    vector = query.vector(model.schema)
    cosine = stored_cosines(category_embedding(query, model), searchable, rows)
    column = logit_columns(searchable, rows)
    total = np.float32(SearchFit.of(model.card).cosine_weight) * cosine
    for group in model.schema.groups:
        bits = vector[model.schema.slice_of(group)]
        for bit, logits in zip(bits, uncalibrated(group, model, column), strict=True):
            total += log_present(logits) if bit else log_absent(logits)
    return total + wishes(query, model.schema, column)


def uncalibrated(group: Group, model: QueryModel, column: Columns) -> Sequence[Logits]:
    """Return the logits (n,) of a group's attributes as the heads gave them."""
    stored = [column(model.schema.index(attribute.id)) for attribute in group.attributes]
    return stored if model.calibration is None else model.calibration.undone(group, stored)


def wishes(query: Query, schema: Schema, column: Columns) -> Scores | np.float32:
    """Return what preferences beside the settled values add."""
    wishes = [log_clause(clause, schema, column) for clause in query.clauses if clause.preferred]
    return np.float32(PREFERENCE_WEIGHT) * np.sum(wishes, axis=0, dtype=np.float32) if wishes else np.float32(0)
