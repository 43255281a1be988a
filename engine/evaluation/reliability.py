"""Whether the heads' probabilities mean what they say."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Schema
from engine.errors import ShapeError

BINS = 15
_Z = 1.959964  # of a two-sided 95 % interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """Answers sorted by the probability they name, in bins of equal width; empty bins hold NaN.

    Attributes:
        edges: (bins + 1,) from 0 to 1.
        counts: (bins,) answers.
        said: (bins,) mean probability named.
        held: (bins,) share of them that holds.
        error: expected calibration error, in points.
    """

    edges: NDArray[np.float64]
    counts: NDArray[np.int64]
    said: NDArray[np.float64]
    held: NDArray[np.float64]
    error: float

    def held_within(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return Wilson's 95 % interval of each share that holds (Wilson 1927), as low and high, (bins,) each.

        Answers on one crop are taken as independent, which they are not quite: the intervals are a little narrow.
        """
        n = np.where(self.counts > 0, self.counts, np.nan)
        middle = (self.held + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z / (1 + _Z**2 / n) * np.sqrt(self.held * (1 - self.held) / n + _Z**2 / (4 * n**2))
        return np.clip(middle - half, 0, 1), np.clip(middle + half, 0, 1)


def measure_reliability(
    calibrated: NDArray[np.float32], vectors: NDArray[np.uint8], *, bins: int = BINS
) -> Reliability:
    """Sort the answers of (n, A) calibrated logits, by σ(logit), and hold them against (n, A) bits.

    ECE = Σ_b n_b / n |held_b − said_b|      (Naeini et al. 2015)

    Raises:
        ShapeError: if the shapes differ, or there is no answer.
    """
    if calibrated.shape != vectors.shape or calibrated.size == 0:
        raise ShapeError(f"Logits {calibrated.shape} and bits {vectors.shape} do not fit.")
    probabilities = _sigmoid(calibrated.astype(np.float64).ravel())
    place = np.minimum((probabilities * bins).astype(np.int64), bins - 1)
    counts = np.bincount(place, minlength=bins)
    divisor = np.where(counts > 0, counts, np.nan)
    said = np.bincount(place, probabilities, minlength=bins) / divisor
    held = np.bincount(place, vectors.ravel(), minlength=bins) / divisor
    error = 100 * float(np.nansum(counts * np.abs(held - said)) / counts.sum())
    return Reliability(edges=np.linspace(0, 1, bins + 1), counts=counts, said=said, held=held, error=error)


def errors_by_group(
    schema: Schema, calibrated: NDArray[np.float32], vectors: NDArray[np.uint8]
) -> tuple[tuple[str, float], ...]:
    """Return each group's title and expected calibration error, in points."""
    slices = [(group.title, schema.slice_of(group)) for group in schema.groups]
    return tuple((title, measure_reliability(calibrated[:, at], vectors[:, at]).error) for title, at in slices)


def _sigmoid(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return 1 / (1 + e^−l), without overflow."""
    probabilities: NDArray[np.float64] = np.exp(-np.logaddexp(0, -logits))
    return probabilities
