"""The largest of very many scores."""

import numpy as np
from numpy.typing import NDArray

from engine.search.log_probability import CROPS_AT_A_TIME

Numbers = NDArray[np.floating]


def best_places(scores: Numbers, count: int) -> NDArray[np.int64]:
    """Return the places of the `count` largest scores (n,), largest first, equal ones by place."""
    places = np.arange(len(scores))
    if len(scores) > count:
        places = np.flatnonzero(scores >= nth_largest(scores, count))  # all that tie with the last too
    return places[np.argsort(-scores[places], kind="stable")][:count]


def nth_largest(scores: Numbers, count: int) -> float:
    """Return the score at the place `count`, of as many scores or more; found in parts, which stay in the cache."""
    starts = range(0, len(scores), CROPS_AT_A_TIME)
    best = np.concatenate([_largest(scores[start : start + CROPS_AT_A_TIME], count) for start in starts])
    return float(np.partition(best, -count)[-count])


def _largest(scores: Numbers, count: int) -> Numbers:
    return scores if len(scores) <= count else np.partition(scores, -count)[-count:]
