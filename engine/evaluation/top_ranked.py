"""The first pictures of some descriptions' rankings, and which of them are right (ASMR, Figs. 3, 4 and 7)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import ConfigError
from engine.evaluation.embedded_split import EmbeddedSplit
from engine.evaluation.full_outcome import BEST_SCORER
from engine.evaluation.full_protocol import measure_queries, ranking


@dataclass(frozen=True, slots=True, kw_only=True)
class TopRanked:
    """One description's first pictures, best first.

    Attributes:
        vector: (A,) the description.
        average_precision: in percent, over the whole ranking.
        relevant: pictures of this category among all.
        places: (K,) in the split's pictures.
        is_right: (K,) whether a picture is of the category.
    """

    vector: NDArray[np.uint8]
    average_precision: float
    relevant: int
    places: NDArray[np.int64]
    is_right: NDArray[np.bool_]


def spread_by_precision(split: EmbeddedSplit, count: int) -> tuple[int, ...]:
    """Return categories from the best ranked to the worst at even steps, so that no luck picks the examples."""
    of_image = split.images.categories.of_image
    precision = measure_queries(split.scores[BEST_SCORER], of_image, scorer=BEST_SCORER).values["map"]
    order = np.argsort(-precision, kind="stable")
    steps = np.linspace(0, len(order) - 1, min(count, len(order))).round().astype(np.int64)
    return tuple(int(number) for number in order[steps])


def rank_top(split: EmbeddedSplit, chosen: Sequence[int], depth: int) -> tuple[TopRanked, ...]:
    """Rank all pictures by the best scorer for each chosen category and keep the first `depth`.

    Raises:
        ConfigError: if a category is not there.
    """
    categories = split.images.categories
    wrong = next((number for number in chosen if not 0 <= number < len(categories)), None)
    if wrong is not None:
        raise ConfigError("category", wrong, f"must be from 0 to {len(categories) - 1}")
    scores = split.scores[BEST_SCORER]
    measured = measure_queries(scores, categories.of_image, scorer=BEST_SCORER).values["map"]
    rankings = {number: ranking(scores[number])[:depth] for number in chosen}
    return tuple(
        TopRanked(
            vector=categories.vectors[number],
            average_precision=float(measured[number]),
            relevant=int(categories.counts[number]),
            places=places,
            is_right=categories.of_image[places] == number,
        )
        for number, places in rankings.items()
    )
