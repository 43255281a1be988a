"""Which crops of a track show the person best."""

import numpy as np
from numpy.typing import NDArray

from engine.errors import ConfigError
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, TrackId
from engine.gallery.searchable import Searchable
from engine.search.legibility import order_by_quality
from engine.search.scorer import Rows


def with_best_crops(gallery: Gallery, searchable: Searchable, rows: Rows, among: Rows | None) -> Rows:
    """Return the rows, each with the best crop of its track in its place.

    Args:
        gallery: knows the qualities.
        searchable: the case's crops.
        rows: (n,) at most one of a track.
        among: (m,) ascending, the rows that may be shown; None for all.
    """
    tracks = searchable.track_ids[rows]
    best = rows.copy()
    qualities = gallery.qualities_of_tracks([TrackId(int(track)) for track in tracks[tracks > 0]])
    for place in np.flatnonzero(tracks):
        crop_ids, found = zip(*qualities[TrackId(int(tracks[place]))], strict=True)
        ids = np.array(crop_ids, np.int64)
        for choice in order_by_quality(found):
            row = _place_in(searchable.crop_ids, ids[choice])
            if row is not None and (among is None or _place_in(among, row) is not None):
                best[place] = row
                break
    return best


def best_crops_of_tracks(gallery: Gallery, count: int) -> frozenset[CropId]:
    """Return the crops that stay where each track keeps its best `count`, and those without a track all.

    Raises:
        ConfigError: if the count is below one.
    """
    if count < 1:
        raise ConfigError("best", count, "must be at least 1")
    _, tracks = gallery.tracks_of_crops()
    left_out: set[CropId] = set()
    for track in np.unique(tracks):
        track_id = TrackId(int(track))
        found = gallery.qualities_of_tracks([track_id])[track_id]
        left_out |= {found[place][0] for place in order_by_quality([quality for _, quality in found])[count:]}
    return frozenset(gallery.crop_ids()) - left_out


def _place_in(ascending: NDArray[np.int64], value: int) -> int | None:
    place = int(np.searchsorted(ascending, value))
    return place if place < len(ascending) and ascending[place] == value else None
