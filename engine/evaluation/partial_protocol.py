"""How well descriptions that say only some things are answered (method.md §7, benchmark `partial`)."""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import ShapeError
from engine.evaluation.average_precision import average_precision

PRECISION_AT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialRow:
    """One scorer at one number of ticked groups, in percent."""

    scorer: str
    k: int
    map: float
    p10: float
    queries: int
    gallery: int

    def to_dict(self) -> dict[str, Any]:
        """Return the row as plain values."""
        return asdict(self)


def measure_ranking(scores: NDArray[np.float32], relevant: NDArray[np.bool_]) -> tuple[float, float]:
    """Return average precision and precision@10 of one ranking, both from 0 to 1; ties stand by place.

    Where fewer than ten pictures are relevant, the ten places count all the same, as in the literature.

    Args:
        scores: (N,), higher is better.
        relevant: (N,), at least one.

    Raises:
        ShapeError: if the shapes differ, or nothing is relevant.
    """
    if scores.shape != relevant.shape:
        raise ShapeError(f"Scores {scores.shape} and relevance {relevant.shape} do not fit.")
    hits = relevant[np.argsort(-scores, kind="stable")]
    return average_precision(hits), float(hits[:PRECISION_AT].sum() / PRECISION_AT)


def summed_up(scorer: str, k: int, measured: list[tuple[float, float]], gallery: int) -> PartialRow:
    """Return the means over the descriptions of one scorer and k as a row, in percent."""
    means = 100 * np.mean(measured, axis=0)
    return PartialRow(
        scorer=scorer, k=k, map=float(means[0]), p10=float(means[1]), queries=len(measured), gallery=gallery
    )
