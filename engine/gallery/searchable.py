"""What a search reads: crops, cameras and times as arrays, attribute logits by column."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.gallery.catalog.embeddings import Embeddings, Logits
from engine.gallery.logit_columns import LogitColumns
from engine.gallery.records import CropId, ReviewState, Source
from engine.gallery.search_arrays import SearchArrays

if TYPE_CHECKING:
    from engine.gallery.index import VectorIndex

MOST_CAMERAS_NARROW = 2**15
TrackedCrops = tuple[NDArray[np.int64], NDArray[np.int64]]  # crop ids (n,), ascending, and the track of each


def no_tracks() -> TrackedCrops:
    """Return that no crop has a track."""
    return np.empty(0, np.int64), np.empty(0, np.int64)


@dataclass(frozen=True, eq=False, kw_only=True)
class Searchable:
    """The crops that one model has embedded, at one search revision of the catalog; row i of every array is one crop.

    Attributes:
        crop_ids: (N,) int64, ascending.
        times: (N,) float64, seconds since 1970 UTC, nan where unknown.
        source_ids: (N,) int32.
        camera_codes: (N,) int16, or int32 where the cameras are many; places in `cameras`.
        heights_px: (N,) uint16, of the crops.
        sharpness: (N,) float32, variance of the Laplacian.
        columns: (A, N) float16, the attribute logits, one attribute's column read from disk when it is used.
    """

    model_id: str
    revision: int
    crop_ids: NDArray[np.int64]
    times: NDArray[np.float64]
    source_ids: NDArray[np.int32]
    camera_codes: NDArray[np.signedinteger]
    cameras: tuple[str, ...]
    heights_px: NDArray[np.uint16]
    sharpness: NDArray[np.float32]
    columns: LogitColumns
    _load_index: Callable[[], "VectorIndex"] = field(repr=False)
    _load_reviews: Callable[[], Mapping[CropId, ReviewState]] = field(default=dict, repr=False)
    _load_tracks: Callable[[], TrackedCrops] = field(default=no_tracks, repr=False)

    @property
    def count(self) -> int:
        """Return N, the number of crops."""
        return len(self.crop_ids)

    @property
    def index(self) -> "VectorIndex":
        """Return the vector index; it is loaded when it is first asked for."""
        return self._load_index()

    @property
    def reviews(self) -> Mapping[CropId, ReviewState]:
        """Return the state of each crop that has been reviewed, as it is now: reviews change without the revision."""
        return self._load_reviews()

    @cached_property
    def track_ids(self) -> NDArray[np.int32]:
        """The track of each crop, (N,) int32, 0 where it has none; read when it is first asked for."""
        crop_ids, tracks = self._load_tracks()
        found = np.zeros(self.count, np.int32)
        is_here = np.isin(crop_ids, self.crop_ids, assume_unique=True)
        found[self.rows_of(crop_ids[is_here])] = tracks[is_here]
        return found

    def column(self, attribute: int, rows: NDArray[np.int64] | None = None) -> Logits:
        """Return the logits (n,) float16 of one attribute, by its place in the schema; None means all N rows."""
        if not self.count:
            return np.empty(
                0, np.float16
            )  # a model that has embedded nothing has not said how many attributes it knows
        return self.columns.column(attribute) if rows is None else self.columns.at(attribute, rows)

    def rows_of(self, crop_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the rows (n,) of crops that are here."""
        return np.searchsorted(self.crop_ids, crop_ids).astype(np.int64)

    def vectors(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the embeddings (n, D) of these rows."""
        return self.index.vectors(self.crop_ids[rows])


def load_searchable(
    embeddings: Embeddings,
    sources: Sequence[Source],
    model_id: str,
    arrays: SearchArrays,
    load_index: Callable[[], "VectorIndex"],
    load_reviews: Callable[[], Mapping[CropId, ReviewState]] = dict,
    load_tracks: Callable[[], TrackedCrops] = no_tracks,
) -> Searchable:
    """Read what a search needs; call it inside a snapshot."""
    rows, columns = arrays.refreshed(embeddings)
    cameras = sorted({source.camera for source in sources})
    narrow = np.int16 if len(cameras) <= MOST_CAMERAS_NARROW else np.int32
    codes: NDArray[np.signedinteger] = np.zeros(1 + max((source.id for source in sources), default=0), narrow)
    for source in sources:
        codes[source.id] = cameras.index(source.camera)
    source_ids = rows["source_id"]
    return Searchable(
        model_id=model_id,
        revision=embeddings.search_revision(),
        crop_ids=rows["crop_id"],
        times=rows["time"],
        source_ids=source_ids,
        camera_codes=codes[source_ids],
        cameras=tuple(cameras),
        heights_px=rows["height_px"],
        sharpness=rows["sharpness"],
        columns=columns,
        _load_index=load_index,
        _load_reviews=load_reviews,
        _load_tracks=load_tracks,
    )
