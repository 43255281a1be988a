"""The vector index: which crops' embeddings are nearest to a query's."""

from typing import Any, Protocol

import faiss as untyped_faiss
import numpy as np
from numpy.typing import NDArray

from engine.errors import VectorIndexError

faiss: Any = untyped_faiss  # its type stubs contradict its own Python wrappers
UNIT_TOLERANCE = 2e-3  # float16 leaves a unit vector's length off by up to 5e-4
LARGEST_ID_IN_BITMAP = 2**28  # a bitmap of 32 MiB; beyond, a hash set

Ids = NDArray[np.int64]
Vectors = NDArray[np.float32]


class VectorIndex(Protocol):
    """Finds the crops whose embeddings have the largest inner product with a query."""

    @property
    def count(self) -> int:
        """Return N, the number of vectors."""
        ...

    def add(self, ids: Ids, vectors: Vectors) -> None:
        """Add unit vectors (n, D) under ids (n,) that are new."""
        ...

    def remove(self, ids: Ids) -> int:
        """Remove the vectors of these ids; return how many there were."""
        ...

    def search(self, queries: Vectors, k: int, allowed: Ids | None = None) -> tuple[Vectors, Ids]:
        """Return scores and ids, (Q, K) each, best first; K is less than k where fewer are allowed."""
        ...

    def vectors(self, ids: Ids) -> Vectors:
        """Return the vectors (n, D) of ids (n,)."""
        ...


class FaissIndex:
    """Exact inner product over float16 vectors, by FAISS.

    FAISS fills short answers with id -1, lets NaN vectors vanish, takes an id twice, and meets a wrong width with an
    empty AssertionError. Here each of these is cut off or raises VectorIndexError.

    Args:
        width: D, the embedding width.
    """

    def __init__(self, width: int) -> None:
        storage = faiss.IndexScalarQuantizer(width, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
        self._index = faiss.IndexIDMap2(storage)

    @property
    def width(self) -> int:
        """Return D, the embedding width."""
        return int(self._index.d)

    @property
    def count(self) -> int:
        """Return N, the number of vectors."""
        return int(self._index.ntotal)

    @property
    def ids(self) -> Ids:
        """Return the ids (N,) in the order they were added."""
        return np.asarray(faiss.vector_to_array(self._index.id_map), np.int64)

    def add(self, ids: Ids, vectors: Vectors) -> None:
        """Add vectors under new ids.

        Args:
            ids: (n,) int64, none negative, none twice, none in the index already.
            vectors: (n, D) float32, of unit length.

        Raises:
            VectorIndexError: if ids or vectors are anything else; nothing is added then.
        """
        ids = _checked_ids(ids)
        if len(np.unique(ids)) != len(ids):
            raise VectorIndexError("An id was given twice to the index; each crop has one vector.")
        if np.isin(ids, self.ids).any():
            raise VectorIndexError("An id is in the index already; remove its old vector first.")
        checked = self._checked_vectors(vectors)
        if len(checked) != len(ids):
            raise VectorIndexError(f"{len(ids)} ids and {len(checked)} vectors were given to the index.")
        self._index.add_with_ids(checked, ids)

    def remove(self, ids: Ids) -> int:
        """Remove the vectors of these ids (n,); return how many there were."""
        return int(self._index.remove_ids(_checked_ids(ids)))

    def search(self, queries: Vectors, k: int, allowed: Ids | None = None) -> tuple[Vectors, Ids]:
        """Return the nearest crops, best first.

        Args:
            queries: (Q, D) float32, of unit length.
            k: how many to return for each query.
            allowed: (n,) int64, ids to choose among, whether in the index or not; None allows all.

        Returns:
            scores (Q, K) float32 and ids (Q, K) int64; K is less than k where fewer crops are allowed.

        Raises:
            VectorIndexError: if the queries have another width, are not finite or not of unit length, or k is below 1.
        """
        checked = self._checked_vectors(queries)
        if k < 1:
            raise VectorIndexError(f"k must be 1 or more, not {k}.")
        k = min(k, self.count if allowed is None else len(allowed))
        if not (k and len(checked)):
            return np.empty((len(checked), 0), np.float32), np.empty((len(checked), 0), np.int64)
        # The parameters hold a bare pointer into the bitmap: both must live until FAISS has answered.
        bitmap = None if allowed is None else _Selection(_checked_ids(allowed))
        scores, ids = self._index.search(checked, k, params=None if bitmap is None else bitmap.parameters)
        found = int((ids >= 0).sum(axis=1).max())  # the same for every query: the scan is exhaustive
        return scores[:, :found], ids[:, :found]

    def vectors(self, ids: Ids) -> Vectors:
        """Return the vectors (n, D) of ids (n,), as rounded to float16.

        Raises:
            VectorIndexError: if an id is not in the index.
        """
        ids = _checked_ids(ids)
        if not np.isin(ids, self.ids).all():
            raise VectorIndexError("A vector was asked for that is not in the index.")
        if not len(ids):
            return np.empty((0, self.width), np.float32)
        return np.asarray(self._index.reconstruct_batch(ids), np.float32)

    def save(self, path: str) -> None:
        """Write the index to a file.

        Raises:
            OSError: if it cannot be written.
        """
        try:
            faiss.write_index(self._index, path)
        except RuntimeError as error:  # FAISS's only error
            raise OSError(f"FAISS could not write {path}") from error

    @classmethod
    def load(cls, path: str) -> "FaissIndex":
        """Read an index that `save` wrote.

        Raises:
            VectorIndexError: if the file holds anything else.
        """
        try:
            read = faiss.read_index(path)
        except RuntimeError as error:
            raise VectorIndexError(f"{path} is no index; delete it, and it is made anew.") from error
        if not _is_like_ours(read):
            raise VectorIndexError(f"{path} is no index of Bolo's; delete it, and it is made anew.")
        index = cls(read.d)
        index._index = read
        return index

    def _checked_vectors(self, vectors: Vectors) -> Vectors:
        if vectors.ndim != 2 or vectors.shape[1] != self.width:
            raise VectorIndexError(f"The index holds vectors of width {self.width}; {vectors.shape} was given.")
        checked = np.ascontiguousarray(vectors, np.float32)
        if not np.isfinite(checked).all():
            raise VectorIndexError("A vector holds numbers that are not finite; the model that made it is damaged.")
        if np.any(np.abs(np.linalg.norm(checked, axis=1) - 1) > UNIT_TOLERANCE):
            raise VectorIndexError("A vector is not of unit length; inner product would not be the cosine.")
        return checked


class _Selection:
    """The ids that a search may return, with the memory that FAISS points into."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        if ids.max() < LARGEST_ID_IN_BITMAP:
            is_allowed = np.zeros(int(ids.max()) // 8 * 8 + 8, bool)
            is_allowed[ids] = True
            self._bitmap = np.packbits(is_allowed, bitorder="little")
            self._selector = faiss.IDSelectorBitmap(self._bitmap)
        else:
            self._selector = faiss.IDSelectorBatch(ids)
        self.parameters = faiss.SearchParameters(sel=self._selector)


def _is_like_ours(index: Any) -> bool:  # noqa: ANN401 - FAISS's classes have no common type
    if not isinstance(index, faiss.IndexIDMap2) or index.metric_type != faiss.METRIC_INNER_PRODUCT:
        return False
    storage = faiss.downcast_index(index.index)
    return isinstance(storage, faiss.IndexScalarQuantizer) and storage.sq.qtype == faiss.ScalarQuantizer.QT_fp16


def _checked_ids(ids: Ids) -> Ids:
    checked = np.ascontiguousarray(ids, np.int64)
    if checked.ndim != 1 or np.any(checked < 0):
        raise VectorIndexError("Ids must be one row of numbers from 0.")
    return checked
