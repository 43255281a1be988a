"""What a search reads: crops, cameras and times as arrays, attribute logits by column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.gallery.catalog.embeddings import Embeddings, Logits
from engine.gallery.records import Source
from engine.gallery.search_arrays import SearchArrays

if TYPE_CHECKING:
    from engine.gallery.index import VectorIndex


@dataclass(frozen=True, eq=False, kw_only=True)
class Searchable:
    """The crops that one model has embedded, at one search revision of the catalog; row i of every array is one crop.

    Attributes:
        crop_ids: (N,) int64, ascending.
        times: (N,) float64, seconds since 1970 UTC, nan where unknown.
        source_ids: (N,) int64.
        camera_codes: (N,) int32, places in `cameras`.
        columns: (A, N) float16, the attribute logits; a row of it is one attribute's column, read from disk when used.
    """

    model_id: str
    revision: int
    crop_ids: NDArray[np.int64]
    times: NDArray[np.float64]
    source_ids: NDArray[np.int64]
    camera_codes: NDArray[np.int32]
    cameras: tuple[str, ...]
    columns: Logits
    _load_index: Callable[[], "VectorIndex"] = field(repr=False)

    @property
    def count(self) -> int:
        """Return N, the number of crops."""
        return len(self.crop_ids)

    @property
    def index(self) -> "VectorIndex":
        """Return the vector index; it is loaded when it is first asked for."""
        return self._load_index()

    def column(self, attribute: int) -> NDArray[np.float32]:
        """Return the logits (N,) of one attribute, by its place in the model's schema."""
        if not self.count:
            return np.empty(
                0, np.float32
            )  # a model that has embedded nothing has not said how many attributes it knows
        return np.asarray(self.columns[attribute], np.float32)

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
) -> Searchable:
    """Read what a search needs; call it inside a snapshot."""
    rows, columns = arrays.refreshed(embeddings)
    cameras = sorted({source.camera for source in sources})
    codes = np.zeros(1 + max((source.id for source in sources), default=0), np.int32)
    for source in sources:
        codes[source.id] = cameras.index(source.camera)
    source_ids = np.ascontiguousarray(rows["source_id"])
    return Searchable(
        model_id=model_id,
        revision=embeddings.search_revision(),
        crop_ids=np.ascontiguousarray(rows["crop_id"]),
        times=np.ascontiguousarray(rows["time"]),
        source_ids=source_ids,
        camera_codes=codes[source_ids],
        cameras=tuple(cameras),
        columns=columns,
        _load_index=load_index,
    )
