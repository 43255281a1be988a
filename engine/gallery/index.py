"""The vector index: which crops' embeddings are nearest to a query's."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from engine.errors import VectorIndexError
from engine.gallery.half_vectors import HalfVectors, Ids, Selection, Vectors

UNIT_TOLERANCE = 2e-3  # float16 leaves a unit vector's length off by up to 5e-4
NO_IDS: Ids = np.empty(0, np.int64)


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

    def scores(self, query: Vectors, ids: Ids) -> Vectors:
        """Return the inner product (n,) of one query (D,) with the vectors of ids (n,)."""
        ...

    def vectors(self, ids: Ids) -> Vectors:
        """Return the vectors (n, D) of ids (n,)."""
        ...


class FaissIndex:
    """Exact inner product over float16 vectors, by FAISS.

    What was loaded stays in its file, which is mapped and only read; what is added since stands beside it in memory,
    what is removed is left out of every answer, and saving writes all of it as one. So a few crops more or fewer cost
    as much as they are, not as much as the case is.

    FAISS fills short answers with id -1, lets NaN vectors vanish, takes an id twice, and meets a wrong width with an
    empty AssertionError. Here each of these is cut off or raises VectorIndexError.

    Args:
        width: D, the embedding width.
    """

    def __init__(self, width: int) -> None:
        self._loaded = HalfVectors.empty(width)
        self._gone = NO_IDS  # of the loaded ones, ascending
        self._added = HalfVectors.empty(width)

    @property
    def width(self) -> int:
        """Return D, the embedding width."""
        return self._added.width

    @property
    def count(self) -> int:
        """Return N, the number of vectors."""
        return len(self._loaded) - len(self._gone) + len(self._added)

    @property
    def ids(self) -> Ids:
        """Return the ids (N,) in the order they were added."""
        return np.concatenate([self._loaded.ids[self._left()], self._added.ids])

    def holds(self, ids: Ids) -> NDArray[np.bool_]:
        """Return whether each of these ids (n,) has a vector."""
        (_, loaded), (_, added) = self._located(_checked_ids(ids))
        held: NDArray[np.bool_] = (loaded >= 0) | (added >= 0)
        return held

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
        if self.holds(ids).any():
            raise VectorIndexError("An id is in the index already; remove its old vector first.")
        checked = self._checked_vectors(vectors)
        if len(checked) != len(ids):
            raise VectorIndexError(f"{len(ids)} ids and {len(checked)} vectors were given to the index.")
        self._added.add(ids, checked)

    def remove(self, ids: Ids) -> int:
        """Remove the vectors of these ids (n,); return how many there were."""
        ids = np.unique(_checked_ids(ids))
        (_, loaded), _ = self._located(ids)
        gone = ids[loaded >= 0]
        self._gone = np.union1d(self._gone, gone)
        return len(gone) + self._added.remove(ids)

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
        k = min(k, self.count, self.count if allowed is None else len(allowed))
        if not (k and len(checked)):
            return np.empty((len(checked), 0), np.float32), np.empty((len(checked), 0), np.int64)
        allowed = None if allowed is None else _checked_ids(allowed)
        answers = [
            part.search(checked, min(k, len(part)), _selection(part, allowed, without))
            for part, without in ((self._loaded, self._gone), (self._added, NO_IDS))
            if len(part)
        ]
        return _merged(answers, k)

    def scores(self, query: Vectors, ids: Ids) -> Vectors:
        """Return the inner product (n,) of one query (D,) of unit length with the vectors of ids (n,).

        Raises:
            VectorIndexError: if the query is not such a one, or an id is not in the index.
        """
        checked = self._checked_vectors(query[np.newaxis])[0]
        scores = np.empty(len(ids), np.float32)
        for part, here, places in self._found(ids):
            scores[here] = part.scores(checked, places)
        return scores

    def vectors(self, ids: Ids) -> Vectors:
        """Return the vectors (n, D) of ids (n,), as rounded to float16.

        Raises:
            VectorIndexError: if an id is not in the index.
        """
        vectors = np.empty((len(ids), self.width), np.float32)
        for part, here, places in self._found(ids):
            vectors[here] = part.decoded(places)
        return vectors

    def save(self, path: str) -> None:
        """Write the index to a file.

        Raises:
            OSError: if it cannot be written.
        """
        if not len(self._loaded):
            self._added.write(path)
            return
        together = HalfVectors.empty(self.width)
        left = self._left() if len(self._gone) else slice(None)  # a slice copies nothing
        together.add_stored(self._loaded.ids[left], self._loaded.codes[left])
        together.add_stored(self._added.ids, self._added.codes)
        together.write(path)

    @classmethod
    def load(cls, path: str) -> "FaissIndex":
        """Open an index that `save` wrote; its file is mapped, not read.

        Raises:
            VectorIndexError: if the file holds anything else.
        """
        loaded = HalfVectors.mapped(path)
        index = cls(loaded.width)
        index._loaded = loaded
        return index

    def _left(self) -> Ids:
        """Return the places of the loaded vectors that were not removed."""
        return np.flatnonzero(~np.isin(self._loaded.ids, self._gone))

    def _located(self, ids: Ids) -> tuple[tuple[HalfVectors, Ids], tuple[HalfVectors, Ids]]:
        """Return each part with the place of every id in it, −1 where it is not there."""
        loaded = self._loaded.places(ids)
        if len(self._gone):
            loaded[np.isin(ids, self._gone)] = -1
        return (self._loaded, loaded), (self._added, self._added.places(ids))

    def _found(self, ids: Ids) -> list[tuple[HalfVectors, Ids, Ids]]:
        """Return each part with which of the ids (m,) are there, and where."""
        ids = _checked_ids(ids)
        found = []
        for part, places in self._located(ids):
            here = np.flatnonzero(places >= 0)
            found.append((part, here, places[here]))
        if sum(len(here) for _, here, _ in found) != len(ids):
            raise VectorIndexError("A vector was asked for that is not in the index.")
        return found

    def _checked_vectors(self, vectors: Vectors) -> Vectors:
        if vectors.ndim != 2 or vectors.shape[1] != self.width:
            raise VectorIndexError(f"The index holds vectors of width {self.width}; {vectors.shape} was given.")
        checked = np.ascontiguousarray(vectors, np.float32)
        if not np.isfinite(checked).all():
            raise VectorIndexError("A vector holds numbers that are not finite; the model that made it is damaged.")
        if np.any(np.abs(np.linalg.norm(checked, axis=1) - 1) > UNIT_TOLERANCE):
            raise VectorIndexError("A vector is not of unit length; inner product would not be the cosine.")
        return checked


def _selection(part: HalfVectors, allowed: Ids | None, without: Ids) -> Selection | None:
    """Return what leaves out of a part what may not be found; None where everything may."""
    if allowed is None and not len(without):
        return None
    return Selection(allowed, without, int(part.ids.max()))


def _merged(answers: list[tuple[Vectors, Ids]], k: int) -> tuple[Vectors, Ids]:
    """Return the k best of the parts' answers, without what filled them up."""
    scores, ids = (np.concatenate(both, axis=1) for both in zip(*answers, strict=True))
    if len(answers) > 1:
        order = np.argsort(-scores, axis=1, kind="stable")
        scores, ids = np.take_along_axis(scores, order, axis=1), np.take_along_axis(ids, order, axis=1)
    found = min(k, int((ids >= 0).sum(axis=1).max()))  # the same for every query: the scan is exhaustive
    return scores[:, :found], ids[:, :found]


def _checked_ids(ids: Ids) -> Ids:
    checked = np.ascontiguousarray(ids, np.int64)
    if checked.ndim != 1 or np.any(checked < 0):
        raise VectorIndexError("Ids must be one row of numbers from 0.")
    return checked
