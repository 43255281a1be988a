"""How much of the kernel around crops lies on which of the known categories: what all posteriors are shares of."""

from collections.abc import Callable
from functools import cached_property

import numpy as np

from engine.evaluation.category_density import Floats, kernel, kernel_sums
from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.candidates import effort_for
from engine.search.category_cosine import Embedding
from engine.search.fitting_categories import Truths
from engine.search.scorer import Rows, Scores
from engine.search.search_fit import SearchFit


class Surroundings:
    """Crops, and what lies around them.

    Args:
        crops: (n, D) unit embeddings.
        model: the query side, with its known categories.
        references: how many categories at most a sum is taken of.
    """

    def __init__(self, crops: Embedding, model: QueryModel, references: int) -> None:
        self.crops = crops
        self._known = model.known_embeddings
        self._references = references
        self._sharpness = SearchFit.of(model.card).sharpness

    def sums(self, chosen: Truths) -> Scores:
        """Return the kernel's sum over the chosen of the known categories (C,), (n,) float32."""
        return kernel_sums(self.crops, self._known[chosen], self._sharpness, most=self._references)

    def sums_around(self, categories: Embedding) -> Scores:
        """Return the kernel's sum over other categories (m, D), all of them, (n,) float32."""
        return kernel_sums(self.crops, categories, self._sharpness, most=len(categories))


SurroundingsSource = Callable[[Searchable, Rows, QueryModel], Surroundings]


def read_surroundings(searchable: Searchable, rows: Rows, model: QueryModel) -> Surroundings:
    """Return what lies around these rows, as exactly as the case's size allows.

    Raises:
        ModelError: if the model was stored without its categories.
    """
    return Surroundings(searchable.vectors(rows), model, effort_for(searchable).references)


class RememberedSurroundings:
    """Reads as `read_surroundings` does, and keeps the last with its kernel: for many descriptions of the same few."""

    def __init__(self) -> None:
        self._asked: tuple[Searchable, Rows, QueryModel] | None = None
        self._answer: _Tabulated | None = None

    def __call__(self, searchable: Searchable, rows: Rows, model: QueryModel) -> Surroundings:
        """Return what `read_surroundings` returns."""
        last = self._asked
        is_same = last is not None and last[0] is searchable and last[2] is model and np.array_equal(last[1], rows)
        if not is_same or self._answer is None:
            self._asked = (searchable, rows, model)
            self._answer = _Tabulated(searchable.vectors(rows), model, effort_for(searchable).references)
        return self._answer


class _Tabulated(Surroundings):
    """Keeps the kernel of each crop and category, where no sum over them is an estimate."""

    def sums(self, chosen: Truths) -> Scores:
        if len(self._known) > self._references:
            return super().sums(chosen)
        return self._kernel @ chosen.astype(np.float32)

    @cached_property
    def _kernel(self) -> Floats:
        return kernel(self.crops, self._known, self._sharpness)
