"""The bootstrap: how far a figure would move, had other queries or pictures been drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import ShapeError

BOOTSTRAP_ROUNDS = 1000
BOOTSTRAP_SEED = 0
Resampled = NDArray[np.float64]  # (R,) one figure in every round


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A figure of one model less that of another, in points, with its paired 95 % interval."""

    difference: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves zero out."""
        return self.low > 0 or self.high < 0


def draw_rounds(items: int, rounds: int = BOOTSTRAP_ROUNDS) -> NDArray[np.int64]:
    """Return (R, n) places drawn with replacement; always the same ones, so that two models can be paired."""
    return np.random.default_rng(BOOTSTRAP_SEED).integers(items, size=(rounds, items))


def resampled_means(values: NDArray[np.float64], rounds: int = BOOTSTRAP_ROUNDS) -> Resampled:
    """Return the mean of (n,) values in every round."""
    means: Resampled = values[draw_rounds(len(values), rounds)].mean(axis=1)
    return means


def interval_of(resampled: Resampled) -> tuple[float, float]:
    """Return the 95 % interval by percentiles."""
    low, high = np.percentile(resampled, [2.5, 97.5])
    return float(low), float(high)


def paired_differences(
    figures: Mapping[str, float],
    resampled: Mapping[str, Resampled],
    other_figures: Mapping[str, float],
    other_resampled: Mapping[str, Resampled],
) -> dict[str, Difference]:
    """Return, figure by figure, the first model less the other.

    Both saw the same draws, so what is hard for both cancels out, and the interval is narrower than the two apart.

    Raises:
        ShapeError: if the models were resampled in another number of rounds.
    """
    differences = {}
    for name in resampled:
        if resampled[name].shape != other_resampled[name].shape:
            raise ShapeError(
                f"{name} was resampled in {resampled[name].shape} and {other_resampled[name].shape} rounds."
            )
        low, high = interval_of(resampled[name] - other_resampled[name])
        differences[name] = Difference(difference=figures[name] - other_figures[name], low=low, high=high)
    return differences
