"""The arrays that a search reads, on disk: loaded, extended by what is new, made anew where they are stale."""

from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import CaseError
from engine.gallery.catalog.embeddings import SEARCH_ROW, Embeddings, EmbeddingStamp, Logits
from engine.gallery.stamped_file import is_worth_saving, read_stamp, write_stamped

Rows = NDArray[np.void]

NOTHING = EmbeddingStamp(0, 0)


class SearchArrays:
    """index/<model id>.rows.npy and .columns.npy: a row and a column entry for each embedded crop, by crop id.

    The attribute logits stand by column, so that k ticks read k columns, from disk as they are needed.

    Args:
        folder: where the files are.
        model_id: whose crops they hold.
        writable: whether what was made is saved.
    """

    def __init__(self, folder: Path, model_id: str, *, writable: bool) -> None:
        self.rows_path = folder / f"{model_id}.rows.npy"
        self.columns_path = folder / f"{model_id}.columns.npy"
        self._model_id = model_id
        self._writable = writable
        self._rows: Rows = np.empty(0, SEARCH_ROW)
        self._columns: Logits = np.empty((0, 0), np.float16)
        self._stamp = NOTHING
        self._saved = NOTHING

    def refreshed(self, embeddings: Embeddings) -> tuple[Rows, Logits]:
        """Return (N,) SEARCH_ROW and (A, N) float16 as the catalog stands; call it inside a snapshot."""
        stamp = embeddings.embedding_stamp(self._model_id)
        if self._stamp == NOTHING:
            self._load()
        if self._stamp != stamp:
            if not self._extend(embeddings, stamp):
                self._make_anew(embeddings, stamp)
            self._stamp = stamp
            if self._writable and is_worth_saving(stamp, self._saved):
                self._save()
        return self._rows, self._columns

    def drifted(self, embeddings: Embeddings) -> list[str]:
        """Return the names of the files that claim the catalog's state and hold another; to be behind is no drift."""
        self._load()
        if self._stamp == NOTHING or self._stamp != embeddings.embedding_stamp(self._model_id):
            return []
        rows, columns = self._read(embeddings, after_id=0)
        pairs = ((self.rows_path, self._rows, rows), (self.columns_path, self._columns, columns))
        return [path.name for path, held, true in pairs if held.tobytes() != true.tobytes()]

    def _load(self) -> None:
        stamp = read_stamp(self.rows_path)
        if stamp is None or read_stamp(self.columns_path) != stamp:
            return
        rows, columns = _loaded(self.rows_path), _loaded(self.columns_path)
        if rows is None or columns is None or rows.dtype != SEARCH_ROW or columns.dtype != np.float16:
            return
        if rows.shape == (stamp.count,) and columns.ndim == 2 and columns.shape[1] == stamp.count:
            self._rows, self._columns, self._stamp, self._saved = rows, columns, stamp, stamp

    def _extend(self, embeddings: Embeddings, stamp: EmbeddingStamp) -> bool:
        """Append what is newer; return whether that gives the catalog's state, with crops still in order."""
        if not 0 < self._stamp.last_id < stamp.last_id:
            return False
        rows, columns = self._read(embeddings, self._stamp.last_id)
        is_all = len(self._rows) + len(rows) == stamp.count and len(self._columns) == len(columns)
        if not is_all or rows["crop_id"][0] <= self._rows["crop_id"][-1]:
            return False
        self._rows = np.concatenate([self._rows, rows])
        self._columns = np.concatenate([self._columns, columns], axis=1)
        return True

    def _make_anew(self, embeddings: Embeddings, stamp: EmbeddingStamp) -> None:
        self._rows, self._columns = self._read(embeddings, after_id=0)
        self._saved = NOTHING
        if self._columns.shape[1] != stamp.count:
            folder = self.rows_path.parent.parent
            raise CaseError(folder, "some attribute scores are missing in case.db; restore the case from a copy.")

    def _read(self, embeddings: Embeddings, after_id: int) -> tuple[Rows, Logits]:
        rows = [np.empty(0, SEARCH_ROW), *embeddings.stream_search_rows(self._model_id, after_id)]
        logits = [part.T for part in embeddings.stream_logits(self._model_id, after_id)]
        columns = np.concatenate(logits, axis=1) if logits else np.empty((0, 0), np.float16)
        return np.concatenate(rows), np.ascontiguousarray(columns)

    def _save(self) -> None:
        rows_written = write_stamped(self.rows_path, partial(_save_array, self._rows), self._stamp)
        if rows_written and write_stamped(self.columns_path, partial(_save_array, self._columns), self._stamp):
            self._load()  # the columns leave memory for the file


def _loaded(path: Path) -> NDArray[Any] | None:
    try:
        array: NDArray[Any] = np.load(path, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError):
        return None  # derived: made anew
    return array


def _save_array(array: NDArray[Any], path: Path) -> None:
    with path.open("wb") as file:
        np.save(file, array)
