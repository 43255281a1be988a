"""Average precision of one ranking, as usual and trapezoidal."""

import numpy as np
from numpy.typing import NDArray

from engine.errors import ShapeError


def average_precision(hits: NDArray[np.bool_]) -> float:
    """Return the mean, over the relevant items, of the precision at their rank.

    Args:
        hits: (n,) whether the item at each rank is relevant, best first; all relevant items are in it.

    Raises:
        ShapeError: if nothing is relevant.
    """
    ranks = _ranks_of_hits(hits)
    return float((np.arange(1, len(ranks) + 1) / ranks).mean())


def trapezoidal_average_precision(hits: NDArray[np.bool_]) -> float:
    """Return the area under precision over recall by trapezoids, as the ASMR authors measure (method.md §6).

    At each relevant item the precision is averaged with the precision just before it (1 before the first rank).
    """
    ranks = _ranks_of_hits(hits)
    found = np.arange(1, len(ranks) + 1)
    before = np.where(ranks > 1, (found - 1) / np.maximum(ranks - 1, 1), 1.0)
    return float(((found / ranks + before) / 2).mean())


def _ranks_of_hits(hits: NDArray[np.bool_]) -> NDArray[np.int64]:
    ranks = np.flatnonzero(np.asarray(hits, np.bool_)) + 1
    if len(ranks) == 0:
        raise ShapeError("Average precision needs at least one relevant item.")
    return ranks
