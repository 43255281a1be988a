"""The cosine between a category's embedding and the stored ones."""

import numpy as np
from numpy.typing import NDArray

from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.query import Query
from engine.search.scorer import Rows, Scores

Embedding = NDArray[np.float32]


def unit(embedding: Embedding) -> Embedding:
    """Return (D,) at unit length, however short it was; nought stays nought."""
    exact = embedding.astype(np.float64)  # of a float32 of 1e-20 the square is nought
    return np.asarray(exact / max(float(np.linalg.norm(exact)), np.finfo(np.float64).tiny), np.float32)


def category_embedding(query: Query, model: QueryModel) -> Embedding:
    """Return the unit embedding (D,) of the category that a complete description is."""
    embedding: Embedding = model.encode_categories(query.vector(model.schema)[np.newaxis])[0]
    return embedding


def stored_cosines(embedding: Embedding, searchable: Searchable, rows: Rows | None) -> Scores:
    """Return the cosine of each row with one unit embedding (D,), (n,) float32."""
    crop_ids = searchable.crop_ids if rows is None else searchable.crop_ids[rows]
    if not len(crop_ids):
        return np.zeros(0, dtype=np.float32)
    return searchable.index.scores(embedding, crop_ids)
