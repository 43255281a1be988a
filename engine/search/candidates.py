"""Exact scores for the candidates that a fast pass found, the other crops behind them."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

import numpy as np
from threadpoolctl import ThreadpoolController

from engine.evaluation.category_density import REFERENCES
from engine.gallery.searchable import Searchable
from engine.search.largest import best_places
from engine.search.scorer import Rows, Scores

CANDIDATES = 2000  # as many as an index search returns at once; a page shows 200
SCORED_AT_ONCE = 20_000  # so few are scored as quickly as the best of them are found


@dataclass(frozen=True, slots=True)
class Effort:
    """What is spent on the crops that a fast pass found, so that a search stays quick in a large case.

    Attributes:
        crops: how many of the best are scored exactly.
        references: with how many known categories at most each is compared, of those that fit and of the others.
    """

    crops: int
    references: int


ALL_EXACTLY = 4096  # the crops of a case that is no larger
SMALL_PRODUCT = 2**18  # crops times categories
EFFORTS = ((65_536, Effort(2000, 2048)), (sys.maxsize, Effort(500, 512)))  # by the crops of a case, at most


def effort_for(searchable: Searchable) -> Effort:
    """Return what is spent on a description that leaves something open."""
    if searchable.count <= ALL_EXACTLY:
        return Effort(searchable.count, REFERENCES)
    return next(effort for most, effort in EFFORTS if searchable.count <= most)


@contextmanager
def in_one_thread(effort: Effort) -> Iterator[None]:
    """Let NumPy's matrix products be made in one thread where they are small, as they are in a large case.

    FAISS's threads spin for a while after a search; to wait for a core then takes longer than a small product.
    """
    if effort.crops * effort.references > SMALL_PRODUCT:
        yield
        return
    with _thread_pools().limit(limits=1, user_api="blas"):
        yield


@cache
def _thread_pools() -> ThreadpoolController:
    return ThreadpoolController()


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
        return exact(places) if len(places) else np.zeros(0, np.float32)
    fast = first()
    best = np.sort(best_places(fast, count))
    scores = exact(places[best])
    merged = fast + np.float32(scores.min() - fast[best].min() - 1)
    merged[best] = scores
    return np.asarray(merged, np.float32)


def all_places(count: int, rows: Rows | None) -> Rows:
    """Return the rows (n,) to score; None means all of `count`."""
    return np.arange(count) if rows is None else rows
