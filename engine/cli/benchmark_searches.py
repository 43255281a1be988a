"""The searches that `bolo bench search` times, in a case of drawn crops."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import faiss as untyped_faiss
import numpy as np

from engine.demo.drawn_case import CAMERAS, FIRST_TIME
from engine.gallery.gallery import Gallery
from engine.registry.query_model import QueryModel
from engine.search.examples import Example, Examples
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.ranking import Ranking
from engine.search.searcher import LIMIT, NO_FILTERS, Searcher

faiss: Any = untyped_faiss
FLAT_K = 2_000  # design §7
VECTORS_AT_A_TIME = 65_536
DAY = timedelta(days=1)
NARROW = Filters(cameras=frozenset(CAMERAS[2:4]), start=FIRST_TIME + DAY, end=FIRST_TIME + 4 * DAY)
WIDE = Filters(cameras=frozenset(CAMERAS[1:]), start=FIRST_TIME + DAY, end=FIRST_TIME + 8 * DAY)
THREE_TICKS = ("personalFemale", "upperBodyRed", "carryingBackpack")

Search = Callable[[], object]


class BenchmarkSearches:
    """Asks one case for what an investigator asks for.

    Args:
        gallery: a case of drawn crops.
        model: the model that they were drawn for.
    """

    def __init__(self, gallery: Gallery, model: QueryModel) -> None:
        assert model.known is not None  # or there were no drawn crops
        self._gallery = gallery
        self._model = model
        self._searcher = Searcher(gallery, model)
        self._ticks = Query.build(model.schema, has=THREE_TICKS)
        self._complete = Query.complete(model.schema, model.known.vectors[np.argmax(model.known.counts)])

    def three_ticks(self, filters: Filters = NO_FILTERS, offset: int = 0) -> Ranking:
        """Rank by three ticks and the default scorer."""
        return self._searcher.search(self._ticks, filters, offset=offset)

    def by_name(self) -> Mapping[str, Search]:
        """Return the searches by the name of their timing."""
        example = Examples(like=(Example(crop_id=self.three_ticks().results[0].crop.id),))
        search, ticks, complete = self._searcher.search, self._ticks, self._complete
        return {
            "search_s": self.three_ticks,
            "next_page_s": lambda: self.three_ticks(offset=LIMIT),
            "by_track_s": lambda: search(ticks, by_track=True),
            "narrow_s": lambda: self.three_ticks(NARROW),
            "wide_s": lambda: self.three_ticks(WIDE),
            "complete_s": lambda: search(complete),
            "complete_narrow_s": lambda: search(complete, NARROW),
            "complete_wide_s": lambda: search(complete, WIDE),
            "example_s": lambda: search(Query(), NO_FILTERS, example),
            "example_and_ticks_s": lambda: search(ticks, NO_FILTERS, example),
            "estimate_s": lambda: self._searcher.estimate(ticks),
        }

    def flat_search(self) -> Search:
        """Return FAISS's flat search over float16 in memory with all vectors of the case, alone."""
        searchable = self._gallery.searchable(self._model.id)
        rows, width = np.arange(searchable.count), self._model.known_embeddings.shape[1]
        index = faiss.IndexScalarQuantizer(width, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
        for start in range(0, len(rows), VECTORS_AT_A_TIME):
            index.add(searchable.vectors(rows[start : start + VECTORS_AT_A_TIME]))
        embedding = self._model.encode_categories(self._complete.vector(self._model.schema)[np.newaxis])
        return lambda: index.search(embedding, FLAT_K)

    def count_passing(self, filters: Filters) -> int:
        """Return how many crops pass the filters."""
        return self.three_ticks(filters).considered
