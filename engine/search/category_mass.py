"""How near crops lie to every known category: what all posteriors are shares of."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.category_cosine import Embedding
from engine.search.scorer import Rows
from engine.search.search_fit import SearchFit

Mass = NDArray[np.float32]
MassSource = Callable[[Searchable, Rows, QueryModel], tuple[Embedding, Mass]]


def mass_of(crops: Embedding, categories: Embedding, sharpness: float) -> Mass:
    """Return e^{σ (cos − 1)}, from e^{−2σ} to 1, of crops (n, D) and categories (C, D): (n, C) float32."""
    return np.asarray(np.exp(np.float32(sharpness) * (crops @ categories.T - 1)), np.float32)


def read_mass(searchable: Searchable, rows: Rows, model: QueryModel) -> tuple[Embedding, Mass]:
    """Return the embeddings (n, D) of these rows and their mass on every known category, (n, C).

    Raises:
        ModelError: if the model was stored without its categories.
    """
    crops = searchable.vectors(rows)
    return crops, mass_of(crops, model.known_embeddings, SearchFit.of(model.card).sharpness)


class RememberedMass:
    """Reads the mass as `read_mass` does, and keeps the last: for many descriptions of the same few crops."""

    def __init__(self) -> None:
        self._asked: tuple[Searchable, Rows, QueryModel] | None = None
        self._answer: tuple[Embedding, Mass] | None = None

    def __call__(self, searchable: Searchable, rows: Rows, model: QueryModel) -> tuple[Embedding, Mass]:
        """Return what `read_mass` returns."""
        last = self._asked
        is_same = last is not None and last[0] is searchable and last[2] is model and np.array_equal(last[1], rows)
        if not is_same or self._answer is None:
            self._asked, self._answer = (searchable, rows, model), read_mass(searchable, rows, model)
        return self._answer
