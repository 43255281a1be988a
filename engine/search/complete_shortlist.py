"""Among which crops the best for a complete description stand by first scores, found without scoring all of them."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

import numpy as np

from engine.attributes.schema import Group
from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.candidates import CANDIDATES, SCORED_AT_ONCE
from engine.search.category_cosine import category_embedding
from engine.search.complete import uncalibrated, wishes
from engine.search.largest import nth_largest
from engine.search.log_probability import (
    Columns,
    Floats,
    Logits,
    all_halves,
    in_parts,
    log_absent,
    logit_columns,
    looked_up,
)
from engine.search.query import Query
from engine.search.scorer import Rows, Scores
from engine.search.search_fit import SearchFit

SLACK = 0.05  # sums of a hundred logarithms in another order differ by a thousandth


class AbsenceSums:
    """Σ_k log(1 − p_k) of every crop, over all attributes, by the uncalibrated heads; kept while the case stands still.

    log p − log(1 − p) is the logit, so the heads' part of a complete description is this sum plus the logits of what
    holds: twenty columns instead of a hundred.
    """

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[Searchable, tuple[QueryModel, Scores]] = WeakKeyDictionary()

    def of(self, searchable: Searchable, model: QueryModel) -> Scores:
        """Return the sums (N,) float32."""
        known = self._known.get(searchable)
        if known is None or known[0] is not model:
            known = model, self._summed(searchable, model)
            self._known[searchable] = known
        return known[1]

    def _summed(self, searchable: Searchable, model: QueryModel) -> Scores:
        total = np.zeros(searchable.count, np.float32)
        column = logit_columns(searchable, None)
        for group in model.schema.groups:
            places = range(len(group.attributes))
            if not _is_each_alone(group, model):
                for logits in uncalibrated(group, model, column):
                    total += log_absent(logits)
                continue
            for place, table in zip(places, _tables(group, model), strict=True):
                with np.errstate(invalid="ignore"):  # the halves that are no numbers
                    total += looked_up(log_absent(table), column(_index(group, place, model)))
        return total


def complete_shortlist(
    query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None, count: int, absence: AbsenceSums
) -> Rows | None:
    """Return rows (m,), ascending, among which the best `count` by `first_scores` stand; None for all.

    The crops nearest to the category give a score that the best reach. Of the others only those can reach it whose
    heads make up for a cosine no larger than that of the last of these.

    Args:
        query: settles every group.
        searchable: the crops.
        model: the query side of the model that embedded them.
        rows: (n,) to choose among; None means all N.
        count: how many of the best are wanted.
        absence: keeps what all descriptions share.
    """
    weight = np.float32(SearchFit.of(model.card).cosine_weight)
    crop_ids = searchable.crop_ids if rows is None else searchable.crop_ids[rows]
    if len(crop_ids) <= SCORED_AT_ONCE or count > CANDIDATES or weight <= 0:
        return None
    embedding = category_embedding(query, model)
    heads = _head_sums(query, searchable, model, rows, absence.of(searchable, model))
    cosines, ids = searchable.index.search(embedding[np.newaxis], CANDIDATES, None if rows is None else crop_ids)
    near = np.searchsorted(crop_ids, ids[0])
    near_scores = weight * cosines[0] + heads[near]
    could_reach = weight * cosines[0, -1] + heads >= nth_largest(near_scores, count) - SLACK
    could_reach[near] = False
    others = np.flatnonzero(could_reach)
    other_scores = weight * searchable.index.scores(embedding, crop_ids[others]) + heads[others]
    places, scores = np.concatenate([near, others]), np.concatenate([near_scores, other_scores])
    places = np.sort(places[scores >= nth_largest(scores, count) - SLACK])
    return places if rows is None else rows[places]


def _head_sums(query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None, absence: Scores) -> Scores:
    """Return Σ_k log P(p_k) and what preferences add of each row, (n,) float32."""
    if rows is not None and 4 * len(rows) > searchable.count:  # whole columns are read faster than most of their rows
        return _head_sums(query, searchable, model, None, absence)[rows]
    total, vector = absence.copy() if rows is None else absence[rows], query.vector(model.schema)
    readers = [
        _own_logits(group, place, model)
        for group in model.schema.groups
        for place in np.flatnonzero(vector[model.schema.slice_of(group)]).tolist()
    ]
    for part, column in in_parts(searchable, rows):
        for read in readers:
            total[part] += read(column)
        total[part] += wishes(query, model.schema, column)
    return total


def _own_logits(group: Group, place: int, model: QueryModel) -> Callable[[Columns], Logits]:
    """Return what reads the uncalibrated logits (n,) of the attribute at this place of a group."""
    if not _is_each_alone(group, model):
        return lambda column: uncalibrated(group, model, column)[place]
    table, index = _tables(group, model)[place], _index(group, place, model)
    return lambda column: looked_up(table, column(index))


def _tables(group: Group, model: QueryModel) -> list[Floats]:
    """Return, for each attribute of a group, the uncalibrated logit of every stored one, (65536,) by its bits."""
    halves = [all_halves()] * len(group.attributes)
    return halves if model.calibration is None else model.calibration.undone(group, halves)


def _is_each_alone(group: Group, model: QueryModel) -> bool:
    return model.calibration is None or not model.calibration.joins(group)


def _index(group: Group, place: int, model: QueryModel) -> int:
    return model.schema.index(group.attributes[place].id)
