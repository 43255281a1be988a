"""The cosine between a category's embedding and the stored ones."""

import numpy as np
from numpy.typing import NDArray

from engine.gallery.searchable import Searchable
from engine.search.scorer import Rows, Scores

Embedding = NDArray[np.float32]


def unit(embedding: Embedding) -> Embedding:
    """Return (D,) at unit length."""
    return np.asarray(embedding / max(float(np.linalg.norm(embedding)), 1e-12), np.float32)


def stored_cosines(embedding: Embedding, searchable: Searchable, rows: Rows | None) -> Scores:
    """Return the cosine of each row with one unit embedding (D,), (n,) float32."""
    crop_ids = searchable.crop_ids if rows is None else searchable.crop_ids[rows]
    if not len(crop_ids):
        return np.zeros(0, dtype=np.float32)
    cosines, ids = searchable.index.search(embedding[np.newaxis], len(crop_ids), None if rows is None else crop_ids)
    scores = np.full(len(crop_ids), -1, dtype=np.float32)
    scores[np.searchsorted(crop_ids, ids[0])] = cosines[0]  # crop ids ascend
    return scores
