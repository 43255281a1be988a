"""Which crops of a track show the person best."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from engine.errors import ConfigError
from engine.gallery.catalog.tracks import TrackedQuality
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
    wanted = [TrackId(int(track)) for track in tracks[tracks > 0]]
    best = {}
    for track_id, of_track in _by_track(gallery.qualities_of_tracks(wanted)):
        for crop in of_track:
            row = _place_in(searchable.crop_ids, crop.crop_id)
            if row is not None and (among is None or _place_in(among, row) is not None):
                best[track_id] = row
                break
    return np.array([best.get(track, row) for track, row in zip(tracks.tolist(), rows.tolist(), strict=True)], np.int64)


def best_crops_of_tracks(gallery: Gallery, count: int) -> frozenset[CropId]:
    """Return the crops that stay where each track keeps its best `count`, and those without a track all.

    Raises:
        ConfigError: if the count is below one.
    """
    if count < 1:
        raise ConfigError("best", count, "must be at least 1")
    ranked = (of_track for _, of_track in _by_track(gallery.qualities_of_tracks()))
    return frozenset(gallery.crop_ids()) - {crop.crop_id for of_track in ranked for crop in of_track[count:]}


def _by_track(crops: Iterable[TrackedQuality]) -> Iterator[tuple[TrackId, list[TrackedQuality]]]:
    """Yield each track with its crops, those that show the person best first."""
    for track_id, of_track in groupby(crops, key=lambda crop: crop.track_id):
        found = list(of_track)
        yield track_id, [found[place] for place in order_by_quality([crop.quality for crop in found])]


def _place_in(ascending: NDArray[np.int64], value: int) -> int | None:
    place = int(np.searchsorted(ascending, value))
    return place if place < len(ascending) and ascending[place] == value else None
