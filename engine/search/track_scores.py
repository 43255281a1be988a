"""From the scores of crops to those of tracks."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.errors import ShapeError
from engine.search.largest import Numbers, nth_largest

CROPS_A_PLACE = 4  # looked at first for each track that is wanted, and so many times more where they do not suffice

Tracks = NDArray[np.integer]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class TrackScores:
    """The tracks of some crops; a crop without a track stands for itself.

    Attributes:
        best: (T,) the place of each track's best crop, ascending.
        scores: (T,) the tracks' scores.
        sizes: (T,) how many of the crops belong to each.
    """

    best: Places
    scores: Numbers
    sizes: Places


Pooling = Callable[[Numbers, Tracks], TrackScores]


def pool_better_half(scores: Numbers, tracks: Tracks) -> TrackScores:
    """Return the score of each track: the mean over the better half of its crops, rounded up.

    Some bad crops do not pull a person down, and a single lucky one does not lift a stranger up. Of the ways that were
    measured (tests/benchmarks/track_pooling.py) it ranks best.

    Args:
        scores: (n,) of the crops.
        tracks: (n,) the track of each, from 1; 0 for none.

    Raises:
        ShapeError: if their numbers differ.
    """
    order, starts, sizes = _by_track(scores, tracks)
    place_in_track = np.arange(len(order)) - np.repeat(starts, sizes)
    halves = (sizes + 1) // 2
    counts = place_in_track < np.repeat(halves, sizes)
    sums = np.add.reduceat(np.where(counts, scores[order].astype(np.float64), 0.0), starts) if len(order) else sizes
    return _ascending(order[starts], (sums / halves).astype(np.float32), sizes)


def pool_best_crop(scores: Numbers, tracks: Tracks) -> TrackScores:
    """Return the score of each track's best crop; arguments and errors as of `pool_better_half`."""
    order, starts, sizes = _by_track(scores, tracks)
    return _ascending(order[starts], scores[order[starts]], sizes)


def best_tracks(scores: Numbers, tracks: Tracks, count: int, pool: Pooling = pool_better_half) -> TrackScores:
    """Return tracks among which the `count` best stand; of the others few are scored.

    No track scores above its best crop: once enough tracks score above the best crop of all that were not looked at,
    these are the best.

    Args:
        scores: (n,) of the crops.
        tracks: (n,) the track of each, from 1; 0 for none.
        count: how many are wanted.
        pool: makes a track's score of its crops'.

    Raises:
        ShapeError: if their numbers differ.
    """
    _check(scores, tracks)
    looked_at = CROPS_A_PLACE * count
    while looked_at < len(scores):
        least = nth_largest(scores, looked_at)
        places = _with_their_tracks(scores >= least, tracks)
        found = pool(scores[places], tracks[places])
        if len(found.scores) >= count and nth_largest(found.scores, count) > least:
            return replace(found, best=places[found.best])
        looked_at *= CROPS_A_PLACE
    return pool(scores, tracks)


def count_tracks(tracks: Tracks) -> int:
    """Return how many places there are: a track's each, and a crop's each that has none."""
    is_seen = np.zeros(1 + int(tracks.max(initial=0)), np.bool_)
    is_seen[tracks] = True
    return int(np.count_nonzero(is_seen[1:]) + np.count_nonzero(tracks == 0))


def _check(scores: Numbers, tracks: Tracks) -> None:
    if scores.shape != tracks.shape:
        raise ShapeError(f"{len(scores)} scores need as many tracks, not {len(tracks)}.")


def _by_track(scores: Numbers, tracks: Tracks) -> tuple[Places, Places, Places]:
    """Return the places by track, best first, equal ones by place; where each track starts there; and its size."""
    _check(scores, tracks)
    keys = np.where(tracks > 0, tracks, -1 - np.arange(len(tracks)))
    order = np.lexsort((np.arange(len(scores)), -scores, keys))
    starts = np.flatnonzero(np.diff(keys[order], prepend=keys.min(initial=0) - 1))
    return order, starts, np.diff(starts, append=len(order))


def _ascending(best: Places, scores: Numbers, sizes: Places) -> TrackScores:
    order = np.argsort(best)
    return TrackScores(best[order], scores[order], sizes[order])


def _with_their_tracks(is_near: NDArray[np.bool_], tracks: Tracks) -> Places:
    """Return the places, ascending, of the near crops and of all the crops of their tracks."""
    is_near_track = np.zeros(1 + int(tracks.max(initial=0)), np.bool_)
    is_near_track[tracks[is_near]] = True
    is_near_track[0] = False
    return np.flatnonzero(is_near | is_near_track[tracks])
