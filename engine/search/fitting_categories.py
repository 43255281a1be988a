"""The known categories that fit what is asked, and the nearest others made to fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Combine, Schema
from engine.registry.known_categories import KnownCategories
from engine.search.clause import Clause

NEAREST = 64  # overwritten categories; more of them need more changes, and rank worse
Bits = NDArray[np.uint8]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class FittingCategories:
    """Categories that satisfy the clauses.

    Attributes:
        satisfying: (C,) bool, the known categories that do as they are.
        overwritten: (m, A) uint8, known categories that do not, with the groups asked about overwritten.
        broken: (m,) int64, how many groups of each had to be overwritten, at least 1.
    """

    satisfying: Truths
    overwritten: Bits
    broken: NDArray[np.int64]


def fitting_categories(clauses: Sequence[Clause], known: KnownCategories, schema: Schema) -> FittingCategories:
    """Return the categories that satisfy all the clauses; whether a clause is preferred does not matter here.

    Of those that break a clause the 64 with the fewest broken groups are made to fit, the commonest first: each takes
    a broken group over from a known category that satisfies it, these in turn, so that alternatives are all seen.
    """
    by_group = _by_group(clauses, schema)
    kept = {place: _all_hold(asked, known.vectors, schema) for place, asked in by_group.items()}
    broken = np.zeros(len(known.counts), np.int64)
    for holds in kept.values():
        broken += ~holds
    unfit = np.flatnonzero(broken)
    nearest = unfit[np.lexsort((-known.counts[unfit], broken[unfit]))][:NEAREST]
    overwritten = known.vectors[nearest].copy()
    for place, asked in by_group.items():
        wrong = ~kept[place][nearest]
        columns = schema.slice_of(schema.groups[place])
        overwritten[wrong, columns] = _values(asked, known.vectors[kept[place], columns], int(wrong.sum()), schema)
    return FittingCategories(satisfying=broken == 0, overwritten=overwritten, broken=broken[nearest])


def holds_of(clause: Clause, vectors: Bits, schema: Schema) -> Truths:
    """Return whether the clause holds of each of (n, A) category vectors, (n,) bool."""
    bits = vectors[:, [schema.index(value) for value in clause.values(schema)]].astype(np.bool_)
    holds = bits.all(axis=1) if clause.combine is Combine.BOTH else bits.any(axis=1)
    return np.asarray(~holds if clause.negated else holds, np.bool_)  # what is negated is combined as EITHER


def _by_group(clauses: Sequence[Clause], schema: Schema) -> dict[int, list[Clause]]:
    """Return the clauses by their group's place in the schema."""
    places = {group.id: place for place, group in enumerate(schema.groups)}
    ordered = sorted(clauses, key=lambda clause: places[clause.group_id])
    return {place: list(asked) for place, asked in groupby(ordered, key=lambda clause: places[clause.group_id])}


def _all_hold(clauses: Sequence[Clause], vectors: Bits, schema: Schema) -> Truths:
    return np.asarray(np.all([holds_of(clause, vectors, schema) for clause in clauses], axis=0), np.bool_)


def _values(clauses: Sequence[Clause], examples: Bits, count: int, schema: Schema) -> Bits:
    """Return `count` values of one group, (count, width), that satisfy its clauses: examples, evenly drawn.

    Where no known category gives an example, what is demanded is set, alternatives in turn, and nothing else.
    """
    if len(examples):
        return examples[np.arange(count) * len(examples) // max(count, 1) % len(examples)]
    group = schema.group(clauses[0].group_id)
    first = schema.slice_of(group).start
    values = np.zeros((count, len(group.attributes)), np.uint8)
    for clause in clauses:
        columns = [schema.index(value) - first for value in clause.values(schema)]
        if clause.combine is Combine.BOTH:
            values[:, columns] = 1
        elif not clause.negated:
            values[np.arange(count), np.resize(columns, count)] = 1
    return values
