"""Exact scores for the candidates that a fast pass found, the other crops behind them."""

from collections.abc import Callable

import numpy as np

from engine.search.scorer import Rows, Scores

CANDIDATES = 2000  # as many as an index search returns at once; a page shows 200


def rescored(
    places: Rows, first: Callable[[], Scores], exact: Callable[[Rows], Scores], count: int = CANDIDATES
) -> Scores:
    """Return exact scores of the best rows, and behind the last of them the others in the order of the fast pass.

    Args:
        places: (n,) the rows to score.
        first: gives the scores (n,) of the fast pass; not asked where all rows are scored exactly.
        exact: gives the exact scores (m,) of rows (m,).
        count: how many to score exactly.
    """
    if len(places) <= count:
        return exact(places)
    fast = first()
    best = np.sort(np.argpartition(-fast, count - 1)[:count])
    scores = exact(places[best])
    others = np.ones(len(places), np.bool_)
    others[best] = False
    merged = fast + np.float32(scores.min() - fast[others].max() - 1)
    merged[best] = scores
    return np.asarray(merged, np.float32)


def all_places(count: int, rows: Rows | None) -> Rows:
    """Return the rows (n,) to score; None means all of `count`."""
    return np.arange(count) if rows is None else rows
