"""Descriptions of one attribute or two, drawn from labels that may be partial, and how well a model answers them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from engine.datasets.labelled_images import LabelledImages
from engine.evaluation.average_precision import average_precision
from engine.evaluation.full_protocol import ranking
from engine.registry.query_model import QueryModel
from engine.search.labelled_crops import LabelledCrops
from engine.search.query import Query
from engine.search.scorer import Scorer

MOST_PAIRS = 200
SEED = 5
RANKS = (1, 5)
FIGURES = ("map", "rank1", "rank5")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortDescription:
    """What is asked, and what is known of the answer.

    Attributes:
        attributes: ids of one or two that hold.
        rows: (n,) the pictures of which it is known whether they fit.
        fits: (n,) bool, whether they do.
    """

    attributes: tuple[str, ...]
    rows: NDArray[np.int64]
    fits: NDArray[np.bool_]


def draw_short_descriptions(images: LabelledImages, attributes: Sequence[str]) -> tuple[ShortDescription, ...]:
    """Return every attribute that some pictures have and others lack, and pairs of them out of two groups.

    Pairs stand together in at least one picture; of more than 200 so many are drawn, always the same ones.

    Args:
        images: of which something is known.
        attributes: ids that may be asked for.
    """
    schema = images.schema
    alone = [found for name in attributes if (found := _described(images, (name,))) is not None]
    names = [found.attributes[0] for found in alone]
    couples = [pair for pair in combinations(names, 2) if schema.group_of(pair[0]) is not schema.group_of(pair[1])]
    pairs = [found for couple in couples if (found := _described(images, couple)) is not None]
    if len(pairs) > MOST_PAIRS:
        drawn = np.random.default_rng(SEED).choice(len(pairs), MOST_PAIRS, replace=False)
        pairs = [pairs[place] for place in sorted(drawn)]
    return (*alone, *pairs)


def measure_descriptions(
    model: QueryModel, crops: LabelledCrops, descriptions: Sequence[ShortDescription], scorer: Scorer
) -> NDArray[np.float64]:
    """Return average precision and whether a fitting picture is among the first 1 and 5, (Q, 3), in percent.

    Args:
        model: the query side.
        crops: the pictures, as the model sees them.
        descriptions: Q of them, of attributes that the model knows.
        scorer: ranks.
    """
    searchable = crops.searchable(model.id)
    figures = []
    for asked in descriptions:
        query = Query.build(model.schema, has=asked.attributes)
        scores = scorer.score(query, searchable, model, asked.rows)
        hits = asked.fits[ranking(scores)]
        figures.append([average_precision(hits), *(float(hits[:rank].any()) for rank in RANKS)])
    return 100 * np.array(figures, np.float64).reshape(-1, len(FIGURES))


def _described(images: LabelledImages, attributes: tuple[str, ...]) -> ShortDescription | None:
    """Return the description, or None where not both answers are among the pictures."""
    places = [images.schema.index(name) for name in attributes]
    held, known = images.vectors[:, places].astype(bool), images.known_bits()[:, places].astype(bool)
    fits, fails = (held & known).all(axis=1), (~held & known).any(axis=1)
    if not fits.any() or not fails.any():
        return None
    rows = np.flatnonzero(fits | fails)
    return ShortDescription(attributes=attributes, rows=rows, fits=fits[rows])
