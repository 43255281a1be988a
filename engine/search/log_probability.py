"""How likely clauses are, from calibrated logits, in log space and stable at both ends."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from engine.attributes.schema import AttributeId, Combine, Schema
from engine.gallery.searchable import Searchable
from engine.search.clause import Clause

Floats = npt.NDArray[np.float32]
Columns = Callable[[int], Floats]  # an attribute's calibrated logits, (n,), by its place in the category vector

_SMALL = -1e-12  # above this log Π(1−p) may have lost its digits, and log(1−Π(1−p)) is log Σ p


def logit_columns(searchable: Searchable, rows: npt.NDArray[np.int64] | None) -> Columns:
    """Return what reads the logits of these rows, (n,) each; None means all N."""
    if rows is None:
        return searchable.column
    return lambda place: np.asarray(searchable.columns[place][rows], np.float32)


def log_present(logits: Floats) -> Floats:
    """Return log σ(x) = −softplus(−x), of any shape."""
    return -np.logaddexp(np.float32(0), -logits)


def log_absent(logits: Floats) -> Floats:
    """Return log(1 − σ(x)) = −softplus(x), of any shape."""
    return -np.logaddexp(np.float32(0), logits)


def log_any_present(columns: list[Floats]) -> Floats:
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
