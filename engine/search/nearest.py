"""The crops nearest to an embedding: where their cosine is the score, only they need to be scored."""

import numpy as np

from engine.gallery.searchable import Searchable
from engine.search.candidates import CANDIDATES, SCORED_AT_ONCE
from engine.search.category_cosine import Embedding
from engine.search.scorer import Rows


def nearest_rows(embedding: Embedding, searchable: Searchable, rows: Rows | None, count: int) -> Rows | None:
    """Return the rows (m,), ascending, nearest to a unit embedding (D,), `count` or more; None where all may be scored.

    Those that tie with the first one left out are left out too: chance does not choose between them.

    Args:
        embedding: what they are near to.
        searchable: the crops.
        rows: (n,) to choose among; None means all N.
        count: how many there must be.
    """
    asked = max(count, CANDIDATES) + 1
    if max(SCORED_AT_ONCE, asked) >= (searchable.count if rows is None else len(rows)):
        return None
    allowed = None if rows is None else searchable.crop_ids[rows]
    scores, ids = searchable.index.search(embedding[np.newaxis], asked, allowed)
    nearest = ids[0][scores[0] > scores[0][-1]]
    return np.sort(searchable.rows_of(nearest)) if len(nearest) >= count else None
