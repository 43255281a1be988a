"""What a saved search counts as a hit.

A hit is a crop in which the model contradicts no tick, and which is strong, or fair and among the search's best twenty,
as its tile shows it. A search by examples alone has the best twenty as hits, and one that says nothing of the person
has all that its filters let pass.

On the demo's descriptions nine hits in ten are right, and eight in ten of the people who fit have one; strong crops
alone would leave the searches for what the model is seldom sure of silent for ever (docs/benchmarks.md).
"""

import numpy as np
from numpy.typing import NDArray

from engine.gallery.records import CropId
from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.clause import Clause
from engine.search.evidence import FAIR_FROM, STRONG_FROM
from engine.search.examples import Examples, with_examples
from engine.search.largest import best_places
from engine.search.legibility import legibility_of
from engine.search.log_probability import log_clause, logit_columns
from engine.search.query import Query
from engine.search.scorer import Rows, Scorer
from engine.search.search_fit import thresholds_of

BEST = 20
LEAST_PROBABILITY = 1e-30

Truths = NDArray[np.bool_]
Doubles = NDArray[np.float64]


def find_hits(
    query: Query,
    examples: Examples,
    searchable: Searchable,
    model: QueryModel,
    rows: Rows,
    scorer: Scorer,
    after: CropId,
) -> Rows:
    """Return those of the rows that are hits and newer than a crop, (h,) ascending.

    Args:
        query: what must hold; its preferences count where nothing must.
        examples: besides.
        searchable: the case's crops.
        model: gives schema and limits.
        rows: (n,) ascending, what the search's filters let pass.
        scorer: of the ticks; a search by examples alone adds theirs.
        after: only crops with a higher id are returned.

    Raises:
        QueryError: if an example is not among the searchable crops.
    """
    is_fresh = searchable.crop_ids[rows] > after
    if not is_fresh.any() or (query.is_empty and examples.is_empty):
        return rows[is_fresh]
    best = rows[best_places(with_examples(scorer, examples).score(query, searchable, model, rows), BEST)]
    fresh = rows[is_fresh]
    is_best = np.isin(fresh, best)
    if query.is_empty:
        return fresh[is_best]
    fit, is_free = _judged(query, searchable, model, fresh)
    return fresh[is_free & ((fit >= STRONG_FROM) | (is_best & (fit >= FAIR_FROM)))]


def best_of(hits: Rows, query: Query, searchable: Searchable, model: QueryModel, scorer: Scorer, most: int) -> Rows:
    """Return the hits, the best of them where they are more than `most`; ascending."""
    if len(hits) <= most:
        return hits
    if query.is_empty:
        return hits[-most:]  # the latest
    return np.sort(hits[best_places(scorer.score(query, searchable, model, hits), most)])


def _judged(query: Query, searchable: Searchable, model: QueryModel, rows: Rows) -> tuple[Doubles, Truths]:
    """Return (n,) what bands are made of and (n,) whether nothing that counts is contradicted, as `find_evidence`."""
    counted = [clause for clause in query.clauses if not clause.preferred] or list(query.clauses)
    stored = logit_columns(searchable, rows)
    factors = legibility_of(searchable.heights_px[rows], searchable.sharpness[rows])
    logs = np.zeros(len(rows), np.float64)
    is_free = np.ones(len(rows), np.bool_)
    for clause in counted:
        log = log_clause(clause, model.schema, lambda place: np.asarray(stored(place) * factors, np.float32))
        probability = np.exp(log).astype(np.float64)
        logs += np.log(np.maximum(probability, LEAST_PROBABILITY))
        is_free &= ~_is_contradicted(clause, probability, model)
    return np.exp(logs / len(counted)), is_free


def _is_contradicted(clause: Clause, probability: Doubles, model: QueryModel) -> Truths:
    """Return (n,) whether the model says that the clause does not hold; of one value its own limits count."""
    thresholds = thresholds_of(model.card)
    if len(clause.allowed) > 1:
        return np.asarray(
            (probability <= thresholds.pooled.contradicts_to) & (probability < thresholds.pooled.agrees_from)
        )
    limits = thresholds.of(next(iter(clause.allowed)))
    if clause.negated:
        return np.asarray(1 - probability >= limits.agrees_from)
    return np.asarray((probability <= limits.contradicts_to) & (probability < limits.agrees_from))
