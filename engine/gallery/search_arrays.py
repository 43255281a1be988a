"""The arrays that a search reads, on disk: loaded, extended by what is new, made anew where they are stale."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import CaseError
from engine.gallery.catalog.embeddings import SEARCH_ROW, Embeddings, EmbeddingStamp, Logits
from engine.gallery.logit_columns import LogitColumns
from engine.gallery.stamped_file import is_worth_saving, read_stamp, write_stamped

Rows = NDArray[np.void]
Fields = Mapping[str, NDArray[Any]]  # of SEARCH_ROW, (N,) each: what a search reads of them lies together

NOTHING = EmbeddingStamp(0, 0)
NO_COLUMNS = LogitColumns((np.empty((0, 0), np.float16),))


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
        self._fields: Fields = _apart(np.empty(0, SEARCH_ROW))
        self._columns = NO_COLUMNS
        self._stamp = NOTHING
        self._saved = NOTHING

    def refreshed(self, embeddings: Embeddings) -> tuple[Fields, LogitColumns]:
        """Return SEARCH_ROW's fields, (N,) each, and (A, N) float16 as the catalog stands; call it in a snapshot."""
        stamp = embeddings.embedding_stamp(self._model_id)
        if self._stamp == NOTHING:
            self._load()
        if self._stamp != stamp:
            if not self._catch_up(embeddings, stamp):
                self._make_anew(embeddings, stamp)
            self._stamp = stamp
            if self._writable and is_worth_saving(stamp, self._saved):
                self._save()
        return self._fields, self._columns

    def drifted(self, embeddings: Embeddings) -> list[str]:
        """Return the names of the files that claim the catalog's state and hold another; to be behind is no drift."""
        self._load()
        if self._stamp == NOTHING or self._stamp != embeddings.embedding_stamp(self._model_id):
            return []
        rows, columns = self._read(embeddings, after_id=0)
        held = self._columns.parts[0]  # just loaded: there is no other
        pairs = ((self.rows_path, _together(self._fields), rows), (self.columns_path, held, columns))
        return [path.name for path, held, true in pairs if held.tobytes() != true.tobytes()]

    def _load(self) -> None:
        stamp = read_stamp(self.rows_path)
        if stamp is None or read_stamp(self.columns_path) != stamp:
            return
        rows, columns = _loaded(self.rows_path), _loaded(self.columns_path)
        if rows is None or columns is None or rows.dtype != SEARCH_ROW or columns.dtype != np.float16:
            return
        if rows.shape == (stamp.count,) and columns.ndim == 2 and columns.shape[1] == stamp.count:
            mapped = LogitColumns((np.asarray(columns),))  # a memmap is slow to take parts of
            self._fields, self._columns, self._stamp, self._saved = _apart(rows), mapped, stamp, stamp

    def _catch_up(self, embeddings: Embeddings, stamp: EmbeddingStamp) -> bool:
        """Take in what is newer and leave out what went; return whether that gives the catalog's state."""
        if not self._stamp.last_id or embeddings.last_embedding_id() < self._stamp.last_id:
            return False  # the file is of a later state: an older copy of the catalog was brought back
        rows, columns = self._read(embeddings, self._stamp.last_id)
        if len(rows) and columns.shape != (self._columns.shape[0], len(rows)):
            return False
        held = self._fields["crop_id"]
        is_behind = not len(rows) or rows["crop_id"][0] > held[-1]
        if is_behind and len(held) + len(rows) == stamp.count:
            self._append(rows, columns)
        else:
            self._merge(rows, columns, embeddings.embedded_crop_ids(self._model_id))
        return len(self._fields["crop_id"]) == self._columns.shape[1] == stamp.count

    def _append(self, rows: Rows, columns: Logits) -> None:
        """Put crops behind those that there are; the large file of the columns stays as it is."""
        if len(rows):
            self._fields = {name: np.concatenate([held, rows[name]]) for name, held in self._fields.items()}
            self._columns = self._columns.followed_by(columns)

    def _merge(self, rows: Rows, columns: Logits, left: NDArray[np.int64]) -> None:
        """Put crops among those that are left, by id; all is copied, and written soon."""
        held = self._fields["crop_id"]
        stays = np.flatnonzero(np.isin(held, left) & ~np.isin(held, rows["crop_id"]))
        together = np.concatenate([_together(self._fields)[stays], rows])
        order = np.argsort(together["crop_id"])
        kept = self._columns.chosen(stays)
        merged = np.concatenate([kept, columns], axis=1) if len(rows) else kept
        self._fields, self._columns = _apart(together[order]), LogitColumns((merged[:, order],))
        self._saved = NOTHING

    def _make_anew(self, embeddings: Embeddings, stamp: EmbeddingStamp) -> None:
        rows, columns = self._read(embeddings, after_id=0)
        self._fields, self._columns, self._saved = _apart(rows), LogitColumns((columns,)), NOTHING
        if columns.shape[1] != stamp.count:
            folder = self.rows_path.parent.parent
            raise CaseError(folder, "some attribute scores are missing in case.db; restore the case from a copy.")

    def _read(self, embeddings: Embeddings, after_id: int) -> tuple[Rows, Logits]:
        rows = [np.empty(0, SEARCH_ROW), *embeddings.stream_search_rows(self._model_id, after_id)]
        logits = [part.T for part in embeddings.stream_logits(self._model_id, after_id)]
        columns = np.concatenate(logits, axis=1) if logits else np.empty((0, 0), np.float16)
        return np.concatenate(rows), np.ascontiguousarray(columns)

    def _save(self) -> None:
        rows_written = write_stamped(self.rows_path, partial(_save_array, _together(self._fields)), self._stamp)
        if rows_written and write_stamped(self.columns_path, self._columns.write, self._stamp):
            self._load()  # the columns leave memory for the file


def _apart(rows: Rows) -> Fields:
    """Return the fields of rows, each for itself in memory."""
    return {name: np.ascontiguousarray(rows[name]) for name in SEARCH_ROW.names or ()}


def _together(fields: Fields) -> Rows:
    """Return the rows of fields."""
    rows = np.empty(len(fields["crop_id"]), SEARCH_ROW)
    for name, values in fields.items():
        rows[name] = values
    return rows


def _loaded(path: Path) -> NDArray[Any] | None:
    try:
        array: NDArray[Any] = np.load(path, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError):
        return None  # derived: made anew
    return array


def _save_array(array: NDArray[Any], path: Path) -> None:
    with path.open("wb") as file:
        np.save(file, array)
