"""How many crops there are over time, camera by camera, and how many of the best."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.gallery.searchable import Searchable
from engine.search.filters import Filters

Counts = NDArray[np.int64]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Timeline:
    """Counts in equal parts of the case's whole time.

    Attributes:
        start: seconds since 1970, UTC, of the first crop that has a time.
        end: of the last one; after `start` also where all crops are of one moment.
        cameras: L names.
        crops: (L, T) that pass the filters, those for time and camera aside.
        best: (L, T) how many of the best results are among them.
    """

    start: float
    end: float
    cameras: tuple[str, ...]
    crops: Counts
    best: Counts


def count_over_time(searchable: Searchable, filters: Filters, best: NDArray[np.int64], parts: int) -> Timeline | None:
    """Return the timeline; None where no crop has a time.

    Args:
        searchable: the case's crops.
        filters: all but those for time and camera narrow what is counted.
        best: (n,) rows of the best results.
        parts: T.
    """
    times = searchable.times
    if not np.isfinite(times).any():
        return None
    start, end = float(np.nanmin(times)), float(np.nanmax(times))
    end = max(end, start + 1.0)
    rows = replace(filters, start=None, end=None, cameras=None).rows(searchable)

    def counts(of_rows: NDArray[np.int64] | None) -> Counts:
        seen = times if of_rows is None else times[of_rows]
        codes = searchable.camera_codes if of_rows is None else searchable.camera_codes[of_rows]
        is_timed = np.isfinite(seen)
        part = np.minimum(parts - 1, (seen[is_timed] - start) * (parts / (end - start))).astype(np.int64)
        places = codes[is_timed].astype(np.int64) * parts + part
        lanes = len(searchable.cameras)
        return np.bincount(places, minlength=lanes * parts).reshape(lanes, parts).astype(np.int64)

    return Timeline(start=start, end=end, cameras=searchable.cameras, crops=counts(rows), best=counts(best))
