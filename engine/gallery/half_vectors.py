"""Vectors in float16 with their ids, in FAISS's flat storage: in memory, or in a mapped file that is only read."""

from typing import Any

import faiss as untyped_faiss
import numpy as np
from numpy.typing import NDArray

from engine.errors import VectorIndexError

faiss: Any = untyped_faiss  # its type stubs contradict its own Python wrappers
LARGEST_ID_IN_BITMAP = 2**28  # a bitmap of 32 MiB; beyond, a hash set
VECTORS_AT_A_TIME = 4_096  # decoded they fit the processor's cache

Ids = NDArray[np.int64]
Vectors = NDArray[np.float32]


class HalfVectors:
    """Ids and vectors in the order in which they were added; whoever adds sees that they are right.

    Args:
        index: FAISS's; an IndexIDMap over an IndexScalarQuantizer for float16 and inner product.
    """

    def __init__(self, index: Any) -> None:  # noqa: ANN401 - FAISS's classes have no common type
        self._index = index
        self._storage = faiss.downcast_index(index.index)
        self._order: Ids | None = None  # places by id, where the ids do not ascend
        self._is_ascending: bool | None = None  # None: not looked at since the last change

    @classmethod
    def empty(cls, width: int) -> "HalfVectors":
        """Return a storage in memory for vectors of width D."""
        storage = faiss.IndexScalarQuantizer(width, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
        return cls(faiss.IndexIDMap(storage))

    @classmethod
    def mapped(cls, path: str) -> "HalfVectors":
        """Return what `write` wrote; the vectors stay in the file and are read as they are needed.

        FAISS ends the process when something is added to it or removed from it: it must not be.

        Raises:
            VectorIndexError: if the file holds anything else.
        """
        try:
            read = faiss.read_index(path, faiss.IO_FLAG_MMAP_IFC)
        except RuntimeError as error:  # FAISS's only error
            raise VectorIndexError(f"{path} is no index; delete it, and it is made anew.") from error
        if not _is_like_ours(read):
            raise VectorIndexError(f"{path} is no index of Bolo's; delete it, and it is made anew.")
        return cls(read)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def width(self) -> int:
        """Return D."""
        return int(self._index.d)

    @property
    def ids(self) -> Ids:
        """Return the ids (n,), a view that the next change makes invalid."""
        return _view(self._index.id_map, len(self), np.int64)

    @property
    def codes(self) -> NDArray[np.uint8]:
        """Return the vectors as they are stored, (n, 2 D) bytes; a view that the next change makes invalid."""
        size = self._storage.code_size
        return _view(self._storage.codes, len(self) * size, np.uint8).reshape(-1, size)

    def add(self, ids: Ids, vectors: Vectors) -> None:
        """Add vectors (n, D) under ids (n,) that are new."""
        self._index.add_with_ids(vectors, ids)
        self._is_ascending = None

    def add_stored(self, ids: Ids, codes: NDArray[np.uint8]) -> None:
        """Add vectors as `codes` gives them, under ids that are new."""
        if not len(ids):
            return
        self._index.add_sa_codes(codes, ids)
        self._is_ascending = None

    def remove(self, ids: Ids) -> int:
        """Remove the vectors of these ids; return how many there were."""
        self._is_ascending = None
        return int(self._index.remove_ids(ids))

    def places(self, ids: Ids) -> Ids:
        """Return the place (n,) of each id, −1 where it is not here."""
        held = self.ids
        if not len(held):
            return np.full(len(ids), -1, np.int64)
        if np.array_equal(ids, held):
            return np.arange(len(held))
        order = self._sorted_places()
        found = np.searchsorted(held, ids, sorter=order).clip(max=len(held) - 1)
        places: Ids = found if order is None else order[found]
        return np.where(held[places] == ids, places, -1)

    def decoded(self, places: Ids | slice) -> Vectors:
        """Return the vectors (n, D) at these places.

        FAISS would wake its threads for it, which then spin while NumPy's would compute.
        """
        return np.ascontiguousarray(self.codes[places]).view(np.float16).astype(np.float32)

    def scores(self, query: Vectors, places: Ids) -> Vectors:
        """Return the inner product (n,) of one query (D,) with the vectors at these places.

        A crop's score does not depend on what else is asked for.
        """
        scores = np.empty(len(places), np.float32)
        is_whole = np.array_equal(places, np.arange(len(self)))
        for start in range(0, len(places), VECTORS_AT_A_TIME):
            part = slice(start, start + VECTORS_AT_A_TIME)
            scores[part] = np.vecdot(self.decoded(part if is_whole else places[part]), query)
        return scores

    def search(self, queries: Vectors, k: int, selection: "Selection | None") -> tuple[Vectors, Ids]:
        """Return scores and ids, (Q, k) each, best first, filled with id −1 where there are fewer."""
        scores, ids = self._index.search(queries, k, params=None if selection is None else selection.parameters)
        return scores, ids

    def write(self, path: str) -> None:
        """Write a file for `mapped`.

        Raises:
            OSError: if it cannot be written.
        """
        try:
            faiss.write_index(self._index, path)
        except RuntimeError as error:
            raise OSError(f"FAISS could not write {path}") from error

    def _sorted_places(self) -> Ids | None:
        if self._is_ascending is None:
            held = self.ids
            self._is_ascending = bool((held[1:] > held[:-1]).all())
            self._order = None if self._is_ascending else np.argsort(held)
        return self._order


class Selection:
    """The ids that a search may return, with the memory that FAISS points into.

    Args:
        allowed: (n,) these; None allows all.
        without: (m,) and none of these.
        largest: no id is larger.
    """

    def __init__(self, allowed: Ids | None, without: Ids, largest: int) -> None:
        if largest < LARGEST_ID_IN_BITMAP:
            self._selector = self._bitmap_selector(allowed, without, largest)
        else:
            self._selector = self._set_selector(allowed, without)
        # The parameters hold a bare pointer into the selector, and it one into the memory: all live as long as this.
        self.parameters = faiss.SearchParameters(sel=self._selector)

    def _bitmap_selector(self, allowed: Ids | None, without: Ids, largest: int) -> Any:  # noqa: ANN401
        is_allowed = np.full(largest // 8 * 8 + 8, allowed is None)
        if allowed is not None:
            is_allowed[allowed[allowed <= largest]] = True
        is_allowed[without] = False
        self._memory = np.packbits(is_allowed, bitorder="little")
        return faiss.IDSelectorBitmap(self._memory)

    def _set_selector(self, allowed: Ids | None, without: Ids) -> Any:  # noqa: ANN401
        if allowed is not None:
            return faiss.IDSelectorBatch(np.setdiff1d(allowed, without))
        self._inner = faiss.IDSelectorBatch(without)
        return faiss.IDSelectorNot(self._inner)


def _view(vector: Any, count: int, dtype: type[np.generic]) -> NDArray[Any]:  # noqa: ANN401
    return faiss.rev_swig_ptr(vector.data(), count).view(dtype) if count else np.empty(0, dtype)


def _is_like_ours(index: Any) -> bool:  # noqa: ANN401
    if type(index) is not faiss.IndexIDMap or index.metric_type != faiss.METRIC_INNER_PRODUCT:
        return False
    storage = faiss.downcast_index(index.index)
    is_half = isinstance(storage, faiss.IndexScalarQuantizer) and storage.sq.qtype == faiss.ScalarQuantizer.QT_fp16
    return is_half and storage.codes.size() == index.ntotal * storage.code_size and index.id_map.size() == index.ntotal
