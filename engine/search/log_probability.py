"""How likely clauses are, from calibrated logits, in log space and stable at both ends."""

from collections.abc import Callable, Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

from engine.attributes.schema import AttributeId, Combine, Schema
from engine.gallery.searchable import Searchable
from engine.search.clause import Clause

Floats = npt.NDArray[np.float32]
Logits = npt.NDArray[np.float16] | Floats
Columns = Callable[[int], Logits]  # an attribute's calibrated logits, (n,), by its place in the category vector

CROPS_AT_A_TIME = 131_072
_SMALL = -1e-12  # above this log Π(1−p) may have lost its digits, and log(1−Π(1−p)) is log Σ p


def logit_columns(searchable: Searchable, rows: npt.NDArray[np.int64] | None) -> Columns:
    """Return what reads the logits of these rows, (n,) each; None means all N."""
    return lambda place: searchable.column(place, rows)


def in_parts(searchable: Searchable, rows: npt.NDArray[np.int64] | None) -> Iterator[tuple[slice, Columns]]:
    """Yield parts of these rows (None: of all N), and what reads the logits of a part.

    What is computed on the way then stays in the processor's cache. An array for a million crops costs a system call
    and a thousand page faults, which is more than what is computed in it.
    """
    count = searchable.count if rows is None else len(rows)
    for start in range(0, count, CROPS_AT_A_TIME):
        part = slice(start, min(start + CROPS_AT_A_TIME, count))
        yield part, _part_columns(searchable, rows, part)


def _part_columns(searchable: Searchable, rows: npt.NDArray[np.int64] | None, part: slice) -> Columns:
    if rows is None:
        return lambda place: searchable.columns.between(place, part.start, part.stop)
    return logit_columns(searchable, rows[part])


def log_present(logits: Logits) -> Floats:
    """Return log σ(x) = −softplus(−x), float32 of any shape; stored logits are looked up, ten times as fast."""
    return log_absent(-logits)


def log_absent(logits: Logits) -> Floats:
    """Return log(1 − σ(x)) = −softplus(x), float32 of any shape."""
    if logits.dtype == np.float16:
        return looked_up(_minus_softplus_of_halves(), logits)
    return -np.logaddexp(np.float32(0), logits)


@cache
def _minus_softplus_of_halves() -> Floats:
    """Return −softplus of every float16, (65536,) by its bits."""
    with np.errstate(invalid="ignore"):  # two thousand of the halves are no numbers, and none of these is ever stored
        return np.asarray(-np.logaddexp(np.float32(0), all_halves()), np.float32)


def all_halves() -> Floats:
    """Return every float16, (65536,) float32 by its bits."""
    halves = np.arange(2**16, dtype=np.uint16).view(np.float16).astype(np.float32)
    halves[np.isnan(halves)] = np.nan  # half of these would raise a flag wherever they are used
    return halves


def looked_up(table: Floats, logits: Logits) -> Floats:
    """Return what a table (65536,), by the bits of a float16, has for stored logits; of their shape, float32."""
    return np.take(table, np.ascontiguousarray(logits, np.float16).view(np.uint16), mode="clip")


def log_any_present(columns: list[Logits]) -> Floats:
    """Return log(1 − Π(1 − p)) over the columns, each (N,).

    Of many improbable values the product is 1 to the last bit; there the sum of the probabilities stands for it.
    """
    if len(columns) == 1:
        return log_present(columns[0])
    log_none = np.sum([log_absent(column) for column in columns], axis=0, dtype=np.float64)
    log_any = np.log(-np.expm1(np.minimum(log_none, _SMALL)))
    improbable = log_none > _SMALL
    log_any[improbable] = np.logaddexp.reduce([log_present(column[improbable]) for column in columns], axis=0)
    return log_any.astype(np.float32)


def log_clause(clause: Clause, schema: Schema, column: Columns) -> Floats:
    """Return the log-probability that the clause holds of each crop, (n,) float32.

    Args:
        clause: what is asked.
        schema: the model's schema.
        column: gives the logits of an attribute.
    """
    columns = [column(schema.index(value)) for value in clause.values(schema)]
    if clause.negated:
        return _summed([log_absent(logits) for logits in columns])
    if clause.combine is Combine.BOTH:
        return _summed([log_present(logits) for logits in columns])
    return log_any_present(columns)


def present(attribute_id: AttributeId, schema: Schema, column: Columns) -> Floats:
    """Return the calibrated probability that one value holds of each crop, (n,) float32."""
    return np.asarray(np.exp(log_present(column(schema.index(attribute_id)))), np.float32)


def _summed(parts: list[Floats]) -> Floats:
    return np.asarray(np.sum(parts, axis=0), np.float32)
