"""From which probability on a mark may say that something holds, so that it is right nine times in ten."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import AttributeId, Schema
from engine.errors import ShapeError

AIM = 0.92  # of the marks given are right where the limits are chosen, so that on other crops nine in ten are
SURE_AT_LEAST = 0.75  # no mark on less: where nearly nobody has a thing, denying it of all would be right too
FEWEST = 40  # crops that must be marked, and crops of the rarer kind, to set a threshold for one attribute
Floats = NDArray[np.float32]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Between the two nothing can be told; both are probabilities that the attribute holds.

    An attribute that the heads never tell reliably has limits that nothing reaches: above 1, below 0.
    """

    contradicts_to: float
    agrees_from: float


FALLBACK = Limits(contradicts_to=0.25, agrees_from=0.81)  # of a card that has none: peta-lite0's pooled ones


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceThresholds:
    """Limits of each attribute that validation had enough of, and those of all others."""

    pooled: Limits = FALLBACK
    by_attribute: Mapping[AttributeId, Limits] = field(default_factory=dict)

    def of(self, attribute_id: AttributeId) -> Limits:
        """Return the attribute's limits."""
        return self.by_attribute.get(attribute_id, self.pooled)

    def to_dict(self) -> dict[str, Any]:
        """Return the limits as plain values; `from_dict` reads them back equal."""
        rows = {name: [limits.contradicts_to, limits.agrees_from] for name, limits in self.by_attribute.items()}
        return {"pooled": [self.pooled.contradicts_to, self.pooled.agrees_from], "by_attribute": rows}

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> "EvidenceThresholds":
        """Read what `to_dict` wrote.

        Raises:
            KeyError, TypeError, ValueError: if the fields are not so.
        """
        rows = {AttributeId(str(name)): _limits(pair) for name, pair in fields["by_attribute"].items()}
        return cls(pooled=_limits(fields["pooled"]), by_attribute=rows)


def _limits(pair: Any) -> Limits:  # noqa: ANN401 - it comes from JSON
    low, high = pair
    return Limits(contradicts_to=float(low), agrees_from=float(high))


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkFigures:
    """How marks fare, in percent of all crops and attributes; None where no such mark was given."""

    agrees_right: float | None
    contradicts_right: float | None
    agrees_of_held: float  # of what holds, how much is marked so
    abstains: float
    abstains_of_held: float

    def to_dict(self) -> dict[str, float | None]:
        """Return the figures as plain values."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


def fit_thresholds(schema: Schema, probabilities: Floats, vectors: NDArray[np.uint8]) -> EvidenceThresholds:
    """Return limits at which both marks are right nine times in ten, on these crops.

    Args:
        schema: names the attributes.
        probabilities: (n, A) calibrated, of validation crops.
        vectors: (n, A) their bits.

    Raises:
        ShapeError: if the shapes differ.
    """
    if probabilities.shape != vectors.shape or probabilities.shape[1:] != (schema.size,):
        raise ShapeError(f"Probabilities {probabilities.shape} and bits {vectors.shape} do not fit {schema.name}.")
    held = vectors.astype(np.bool_)
    pooled = limits_at(probabilities.ravel(), held.ravel())
    by_attribute = {}
    for place, name in enumerate(schema.attribute_ids):
        p, holds = probabilities[:, place], held[:, place]
        if min(holds.sum(), (~holds).sum()) >= FEWEST:
            by_attribute[name] = limits_at(p, holds, otherwise=pooled)
    return EvidenceThresholds(pooled=pooled, by_attribute=by_attribute)


def limits_at(probabilities: Floats, held: Truths, *, otherwise: Limits = FALLBACK) -> Limits:
    """Return the limits nearest to each other at which each mark is right nine times in ten.

    Args:
        probabilities: (n,) that something holds.
        held: (n,) whether it does.
        otherwise: gives a limit where too few crops are probable enough to set one.
    """
    agrees_from = _lowest_reliable(probabilities, held)
    denied_from = _lowest_reliable(1 - probabilities, ~held)
    return Limits(
        contradicts_to=otherwise.contradicts_to if denied_from is None else 1 - denied_from,
        agrees_from=otherwise.agrees_from if agrees_from is None else agrees_from,
    )


def _lowest_reliable(p: Floats, held: Truths) -> float | None:
    """Return the lowest probability, 0.75 or more, from which on it holds of 92 crops in 100; 2 if there is none.

    At least FEWEST crops must have it, lest a chance run set the limit; None if no more than that have 0.75.
    """
    order = np.argsort(-p, kind="stable")
    sure = p[order] >= SURE_AT_LEAST
    if sure.sum() < FEWEST:
        return None
    share = np.cumsum(held[order]) / np.arange(1, len(p) + 1)
    reliable = (share >= AIM) & sure
    reliable[: FEWEST - 1] = False
    marked = np.flatnonzero(reliable)
    return float(p[order][marked[-1]]) if len(marked) else 2.0


def measure_marks(
    schema: Schema, probabilities: Floats, vectors: NDArray[np.uint8], thresholds: EvidenceThresholds
) -> MarkFigures:
    """Return how often the marks are right and how often they are withheld, over all crops and attributes."""
    held = vectors.astype(np.bool_)
    limits = [thresholds.of(name) for name in schema.attribute_ids]
    agrees = probabilities >= np.array([limit.agrees_from for limit in limits], np.float32)
    contradicts = probabilities <= np.array([limit.contradicts_to for limit in limits], np.float32)
    withheld = ~agrees & ~contradicts
    return MarkFigures(
        agrees_right=_percent(held, agrees),
        contradicts_right=_percent(~held, contradicts),
        agrees_of_held=_percent(agrees, held) or 0.0,
        abstains=100 * float(withheld.mean()),
        abstains_of_held=_percent(withheld, held) or 0.0,
    )


def _percent(what: Truths, among: Truths) -> float | None:
    return 100 * float(what[among].mean()) if among.any() else None
