"""The cosine between a category's embedding and the stored ones."""

import numpy as np

from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.query import Query
from engine.search.scorer import Rows, Scores


def category_cosines(query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None) -> Scores:
    """Return cos(g(p), f) of each row, (n,) float32, with p the description's category vector."""
    embedding = model.encode_categories(query.vector(model.schema)[np.newaxis])
    crop_ids = searchable.crop_ids if rows is None else searchable.crop_ids[rows]
    if not len(crop_ids):
        return np.zeros(0, dtype=np.float32)
    cosines, ids = searchable.index.search(embedding, len(crop_ids), None if rows is None else crop_ids)
    scores = np.full(len(crop_ids), -1, dtype=np.float32)
    scores[np.searchsorted(crop_ids, ids[0])] = cosines[0]  # crop ids ascend
    return scores
