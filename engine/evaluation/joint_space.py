"""Pictures and categories in the one space that both encoders share, laid out in a plane (ASMR, Fig. 6)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.manifold import TSNE

from engine.errors import ConfigError
from engine.evaluation.embedded_split import EmbeddedSplit

MOST_CATEGORIES = 8  # as many as can be told apart by colour and shape
PERPLEXITY = 30.0
SEED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class JointSpace:
    """The plane.

    Attributes:
        vectors: (C, A) of the chosen categories.
        categories: (C, 2) where their own embeddings lie.
        pictures: (n, 2) where their pictures lie.
        of_picture: (n,) each picture's place among the chosen categories.
    """

    vectors: NDArray[np.uint8]
    categories: NDArray[np.float32]
    pictures: NDArray[np.float32]
    of_picture: NDArray[np.int64]


def most_pictured(split: EmbeddedSplit, count: int = MOST_CATEGORIES) -> tuple[int, ...]:
    """Return the categories with the most pictures, in the order in which they first occur."""
    order = np.argsort(-split.images.categories.counts, kind="stable")[:count]
    return tuple(sorted(int(number) for number in order))


def lay_out(split: EmbeddedSplit, chosen: Sequence[int]) -> JointSpace:
    """Lay the chosen categories and their pictures out by t-SNE on cosine distances (van der Maaten, Hinton 2008).

    Neighbours stay neighbours; distances between far groups, and the sizes of groups, say nothing.

    Args:
        split: the embedded pictures.
        chosen: places of categories in `split.images.categories`.

    Raises:
        ConfigError: if a category is not there or named twice, or there are too many.
    """
    _check(chosen, len(split.images.categories))
    of_image = split.images.categories.of_image
    places = np.flatnonzero(np.isin(of_image, chosen))
    vectors = split.images.categories.vectors[list(chosen)]
    embeddings = np.concatenate([split.encode_categories(vectors), split.embeddings[places]])
    plane = _tsne(embeddings)
    number = {category: place for place, category in enumerate(chosen)}
    return JointSpace(
        vectors=vectors,
        categories=plane[: len(chosen)],
        pictures=plane[len(chosen) :],
        of_picture=np.array([number[category] for category in of_image[places]], np.int64),
    )


def _check(chosen: Sequence[int], count: int) -> None:
    wrong = next((number for number in chosen if not 0 <= number < count), None)
    if wrong is not None:
        raise ConfigError("category", wrong, f"must be from 0 to {count - 1}")
    if not 1 <= len(chosen) <= MOST_CATEGORIES or len(set(chosen)) < len(chosen):
        raise ConfigError("category", tuple(chosen), f"must name 1 to {MOST_CATEGORIES} categories, each once")


def _tsne(embeddings: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the (n, 2) layout; the same one for the same embeddings."""
    perplexity = min(PERPLEXITY, (len(embeddings) - 1) / 3)
    layout = TSNE(metric="cosine", init="random", perplexity=perplexity, random_state=SEED, n_jobs=1)
    plane: NDArray[np.float32] = layout.fit_transform(embeddings).astype(np.float32)
    return plane
