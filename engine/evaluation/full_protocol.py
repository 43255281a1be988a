"""The protocol of the person-search papers: complete descriptions against every test image (method.md §6)."""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import ShapeError
from engine.evaluation.average_precision import average_precision, trapezoidal_average_precision

BOOTSTRAP_ROUNDS = 1000
BOOTSTRAP_SEED = 0
RANKS = (1, 5, 10)


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


def measure_full(
    scores: NDArray[np.float32], query_of_image: NDArray[np.int64], *, scorer: str, rounds: int = BOOTSTRAP_ROUNDS
) -> FullFigures:
    """Measure a ranking; ties are broken by the image's place.

    Args:
        scores: (Q, N), higher is better.
        query_of_image: (N,) the query, in [0, Q), that each image is relevant to.
        scorer: its name, for the record.
        rounds: of the bootstrap.

    Raises:
        ShapeError: if the shapes differ, or a query has no relevant image.
    """
    if scores.shape[1:] != query_of_image.shape:
        raise ShapeError(f"Scores {scores.shape} and {len(query_of_image)} images do not fit.")
    table = {"rank1": [], "rank5": [], "rank10": [], "map": [], "map_trapezoidal": []}  # type: dict[str, list[float]]
    for query, row in enumerate(scores):
        hits = query_of_image[np.argsort(-row, kind="stable")] == query
        for rank in RANKS:
            table[f"rank{rank}"].append(float(hits[:rank].any()))
        table["map"].append(average_precision(hits))
        table["map_trapezoidal"].append(trapezoidal_average_precision(hits))
    means = {name: 100 * float(np.mean(values)) for name, values in table.items()}
    intervals = {name: _interval(np.array(values), rounds) for name, values in table.items()}
    return FullFigures(**means, queries=len(scores), gallery=len(query_of_image), intervals=intervals, scorer=scorer)


def _interval(values: NDArray[np.float64], rounds: int) -> tuple[float, float]:
    generator = np.random.default_rng(BOOTSTRAP_SEED)
    means = values[generator.integers(len(values), size=(rounds, len(values)))].mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return 100 * float(low), 100 * float(high)
