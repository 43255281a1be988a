"""How selective a description is in a case, and what leaving each tick out would bring."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from engine.attributes.schema import Schema
from engine.gallery.searchable import Searchable
from engine.search.clause import Clause
from engine.search.log_probability import Floats, in_parts, log_clause
from engine.search.query import Query
from engine.search.scorer import Rows
from engine.search.words import say_clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """What a description without one of its clauses would find.

    Attributes:
        words: the clause, "no hat".
        clause: the same.
        gained: how many more crops would be expected to fit.
    """

    words: str
    clause: Clause
    gained: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Selectivity:
    """How many crops are expected to fit, by the calibrated probabilities of the heads.

    The heads were calibrated on other pictures than the case's, and take every clause by itself, so these are orders of
    magnitude: they guide, they do not count.

    Attributes:
        considered: crops that passed the filters.
        fitting: of these, how many are expected to fit.
        relaxations: one for each clause that must hold, the one that brings most first.
    """

    considered: int
    fitting: float
    relaxations: tuple[Relaxation, ...]

    @property
    def one_in(self) -> float | None:
        """One in how many crops is expected to fit; None where none is."""
        return self.considered / self.fitting if self.fitting > 0 else None

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        fields = asdict(self)
        fields["relaxations"] = [{"without": found.words, "gained": found.gained} for found in self.relaxations]
        return fields


def estimate_selectivity(query: Query, searchable: Searchable, schema: Schema, rows: Rows | None) -> Selectivity:
    """Return how many crops are expected to fit what must hold: Σ_i Π_c P(c | i).

    Args:
        query: preferences are left out, for they exclude nobody.
        searchable: the crops.
        schema: of the model that embedded them.
        rows: (n,) which crops passed the filters; None means all N.
    """
    considered = searchable.count if rows is None else len(rows)
    must = [clause for clause in query.clauses if not clause.preferred]
    if not must or not considered:
        return Selectivity(considered=considered, fitting=float(considered), relaxations=())
    fitting, without = 0.0, np.zeros(len(must))
    for _, column in in_parts(searchable, rows):
        logs = [log_clause(clause, schema, column) for clause in must]
        total: Floats = np.asarray(np.sum(logs, axis=0), np.float32)
        fitting += _expected(total)
        without += [_expected(np.asarray(total - log)) for log in logs]
    gains = np.maximum(without - fitting, 0.0).tolist()
    return Selectivity(considered=considered, fitting=fitting, relaxations=_ordered(must, gains, schema))


def _expected(logs: Floats) -> float:
    return float(np.exp(logs).sum(dtype=np.float64))


def _ordered(clauses: Sequence[Clause], gains: Sequence[float], schema: Schema) -> tuple[Relaxation, ...]:
    found = [
        Relaxation(words=say_clause(clause, schema), clause=clause, gained=gained)
        for clause, gained in zip(clauses, gains, strict=True)
    ]
    return tuple(sorted(found, key=lambda relaxation: -relaxation.gained))
