"""The protocol of the person-search papers: complete descriptions against every test image (method.md §6)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import ShapeError
from engine.evaluation.average_precision import average_precision, trapezoidal_average_precision
from engine.evaluation.bootstrap import BOOTSTRAP_ROUNDS, Resampled, interval_of, resampled_means

RANKS = (1, 5, 10)
FIGURES = ("rank1", "rank5", "rank10", "map", "map_trapezoidal")


@dataclass(frozen=True, slots=True, kw_only=True)
class FullFigures:
    """Rank-k and mAP in percent, with bootstrap 95 % intervals over the queries."""

    rank1: float
    rank5: float
    rank10: float
    map: float
    map_trapezoidal: float
    queries: int
    gallery: int
    intervals: dict[str, tuple[float, float]]
    scorer: str

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as plain values."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryFigures:
    """Every query's own figures.

    Attributes:
        values: (Q,) in percent, by the name of the figure.
        gallery: N.
        scorer: its name.
    """

    values: Mapping[str, NDArray[np.float64]]
    gallery: int
    scorer: str

    def __len__(self) -> int:
        return len(self.values["map"])

    def of(self, chosen: NDArray[np.bool_]) -> "QueryFigures":
        """Return those of the chosen queries, (Q,) bool."""
        values = {name: figures[chosen] for name, figures in self.values.items()}
        return QueryFigures(values=values, gallery=self.gallery, scorer=self.scorer)

    def means(self) -> dict[str, float]:
        """Return every figure's mean."""
        return {name: float(figures.mean()) for name, figures in self.values.items()}

    def resampled(self, rounds: int = BOOTSTRAP_ROUNDS) -> dict[str, Resampled]:
        """Return every figure's mean in each round of the bootstrap."""
        return {name: resampled_means(figures, rounds) for name, figures in self.values.items()}

    def summed_up(self, rounds: int = BOOTSTRAP_ROUNDS) -> FullFigures:
        """Return the means with their intervals."""
        intervals = {name: interval_of(means) for name, means in self.resampled(rounds).items()}
        return FullFigures(
            **self.means(), queries=len(self), gallery=self.gallery, intervals=intervals, scorer=self.scorer
        )


def measure_full(
    scores: NDArray[np.float32], query_of_image: NDArray[np.int64], *, scorer: str, rounds: int = BOOTSTRAP_ROUNDS
) -> FullFigures:
    """Measure a ranking as `measure_queries` does, and sum up in `rounds` of the bootstrap."""
    return measure_queries(scores, query_of_image, scorer=scorer).summed_up(rounds)


def measure_queries(scores: NDArray[np.float32], query_of_image: NDArray[np.int64], *, scorer: str) -> QueryFigures:
    """Measure a ranking query by query; ties are broken by the image's place.

    Args:
        scores: (Q, N), higher is better.
        query_of_image: (N,) the query, in [0, Q), that each image is relevant to.
        scorer: its name, for the record.

    Raises:
        ShapeError: if the shapes differ, or a query has no relevant image.
    """
    if scores.shape[1:] != query_of_image.shape:
        raise ShapeError(f"Scores {scores.shape} and {len(query_of_image)} images do not fit.")
    rows = [_figures_of(query_of_image[ranking(row)] == query) for query, row in enumerate(scores)]
    values = {name: 100 * column for name, column in zip(FIGURES, np.array(rows, np.float64).T, strict=True)}
    return QueryFigures(values=values, gallery=len(query_of_image), scorer=scorer)


def ranking(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the places of (…, N) scores, best first; ties are broken by place."""
    return np.argsort(-scores, axis=-1, kind="stable")


def _figures_of(hits: NDArray[np.bool_]) -> tuple[float, ...]:
    found = [float(hits[:rank].any()) for rank in RANKS]
    return (*found, average_precision(hits), trapezoidal_average_precision(hits))
