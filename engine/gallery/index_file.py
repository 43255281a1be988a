"""The vector index of one model on disk: loaded, extended by what is new, made anew where it is stale."""

from pathlib import Path

import numpy as np

from engine.errors import VectorIndexError
from engine.gallery.catalog.embeddings import Embeddings, EmbeddingStamp
from engine.gallery.index import FaissIndex
from engine.gallery.stamped_file import is_worth_saving, read_stamp, write_stamped


class IndexFile:
    """index/<model id>.faiss, and the index that was read from it.

    Args:
        path: the file.
        model_id: whose embeddings it holds.
        writable: whether what was made anew is saved.
    """

    def __init__(self, path: Path, model_id: str, *, writable: bool) -> None:
        self.path = path
        self._model_id = model_id
        self._writable = writable
        self._index: FaissIndex | None = None
        self._stamp = EmbeddingStamp(0, 0)
        self._saved = EmbeddingStamp(0, 0)
        self._revision = -1  # search revision of the catalog when the stamp was last compared

    def refreshed(self, embeddings: Embeddings) -> FaissIndex:
        """Return the index with all the embeddings that the catalog has now; call it inside a snapshot.

        Raises:
            VectorIndexError: if the catalog has none of this model.
        """
        revision = embeddings.search_revision()
        if self._index is None:
            self._load()
        elif revision == self._revision:
            return self._index
        stamp = embeddings.embedding_stamp(self._model_id)
        if self._index is None or stamp != self._stamp:
            self._index = self._caught_up(embeddings, stamp) or self._made_anew(embeddings)
            if self._writable and is_worth_saving(stamp, self._saved):
                self._index = self._saved_index(self._index, stamp)
        self._stamp, self._revision = stamp, revision
        return self._index

    def has_drifted(self, embeddings: Embeddings) -> bool:
        """Return whether the file claims the catalog's state and holds another; one that is behind is only stale."""
        self._load()
        if self._index is None or self._stamp != embeddings.embedding_stamp(self._model_id):
            return False
        for crop_ids, vectors in embeddings.stream_vectors(self._model_id):
            if vectors.shape[1] != self._index.width or not self._index.holds(crop_ids).all():
                return True
            if not np.array_equal(self._index.vectors(crop_ids), vectors):
                return True
        return False

    def _saved_index(self, index: FaissIndex, stamp: EmbeddingStamp) -> FaissIndex:
        """Save the index and return it as its file has it; the vectors leave memory for the file."""
        if not write_stamped(self.path, lambda draft: index.save(str(draft)), stamp):
            return index
        self._saved = stamp
        try:
            return FaissIndex.load(str(self.path))
        except VectorIndexError:
            return index  # a system or a drive that cannot map files: what is in memory serves on

    def _load(self) -> None:
        stamp = read_stamp(self.path)
        if stamp is None:
            return
        try:
            index = FaissIndex.load(str(self.path))
        except VectorIndexError:
            return  # derived: made anew
        if index.count == stamp.count:
            self._index, self._stamp, self._saved = index, stamp, stamp

    def _caught_up(self, embeddings: Embeddings, stamp: EmbeddingStamp) -> FaissIndex | None:
        """Return the index with what is newer added and what went removed; None where that is not all."""
        index = self._index
        if index is None or embeddings.last_embedding_id() < self._stamp.last_id:
            return None  # or the file is of a later state: an older copy of the catalog was brought back
        for crop_ids, vectors in embeddings.stream_vectors(self._model_id, self._stamp.last_id):
            if vectors.shape[1] != index.width:
                return None
            index.remove(crop_ids)  # those embedded anew
            index.add(crop_ids, vectors)
        if index.count > stamp.count:
            index.remove(np.setdiff1d(index.ids, embeddings.embedded_crop_ids(self._model_id)))
        return index if index.count == stamp.count else None

    def _made_anew(self, embeddings: Embeddings) -> FaissIndex:
        self._saved = EmbeddingStamp(0, 0)
        index: FaissIndex | None = None
        for crop_ids, vectors in embeddings.stream_vectors(self._model_id):
            index = index or FaissIndex(vectors.shape[1])
            index.add(crop_ids, vectors)
        if index is None:
            raise VectorIndexError(
                f"No crop of this case has been embedded with the model {self._model_id}; embed it first."
            )
        return index
