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
        index = self._index if stamp == self._stamp else None
        if index is None:
            index = self._extended(embeddings, stamp) or self._made_anew(embeddings)
            if self._writable and is_worth_saving(stamp, self._saved):
                self._save(index, stamp)
        self._index, self._stamp, self._revision = index, stamp, revision
        return index

    def has_drifted(self, embeddings: Embeddings) -> bool:
        """Return whether the file claims the catalog's state and holds another; one that is behind is only stale."""
        self._load()
        if self._index is None or self._stamp != embeddings.embedding_stamp(self._model_id):
            return False
        for crop_ids, vectors in embeddings.stream_vectors(self._model_id):
            if vectors.shape[1] != self._index.width or not np.isin(crop_ids, self._index.ids).all():
                return True
            if not np.array_equal(self._index.vectors(crop_ids), vectors):
                return True
        return False

    def _save(self, index: FaissIndex, stamp: EmbeddingStamp) -> None:
        if write_stamped(self.path, lambda draft: index.save(str(draft)), stamp):
            self._saved = stamp

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

    def _extended(self, embeddings: Embeddings, stamp: EmbeddingStamp) -> FaissIndex | None:
        """Return the loaded index with what is newer added; None where that does not give the catalog's state."""
        if self._index is None or stamp.last_id < self._stamp.last_id:
            return None
        for crop_ids, vectors in embeddings.stream_vectors(self._model_id, self._stamp.last_id):
            if vectors.shape[1] != self._index.width or np.isin(crop_ids, self._index.ids).any():
                return None
            self._index.add(crop_ids, vectors)
        return self._index if self._index.count == stamp.count else None

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
