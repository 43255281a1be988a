"""A labelled split as one model sees it: all that the protocols and the pictures need."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.datasets.labelled_images import LabelledImages
from engine.errors import ModelError, ShapeError
from engine.evaluation.full_scores import Scores, cosine_scores, head_scores, scores_by_scorer


@dataclass(frozen=True, kw_only=True)
class EmbeddedSplit:
    """Pictures, their labels, and what a model makes of them.

    Attributes:
        model: its name, for messages.
        images: N pictures.
        training: the part that the model learned from; its categories are the seen ones.
        embeddings: (N, D) unit length.
        logits: (N, A) of the heads, uncalibrated: better for ranking.
        calibrated: (N, A); σ of it is the probability that the attribute holds.
        encode_categories: (C, A) category vectors to (C, D) unit embeddings.
        fusion_alpha: weight of the cosine in the fused score; None if the card has none.
        hubness: (N,) how near each picture is to the categories that the model knows; None if it knows none.
    """

    model: str
    images: LabelledImages
    training: LabelledImages
    embeddings: NDArray[np.float32]
    logits: NDArray[np.float32]
    calibrated: NDArray[np.float32]
    encode_categories: Callable[[NDArray[np.uint8]], NDArray[np.float32]]
    fusion_alpha: float | None
    hubness: NDArray[np.float32] | None = None

    def __post_init__(self) -> None:
        bits = self.images.vectors.shape
        if len(self.embeddings) != bits[0] or self.logits.shape != bits or self.calibrated.shape != bits:
            raise ShapeError(f"{self.model} embedded {len(self.embeddings)} pictures of {bits[0]}.")

    @cached_property
    def scores(self) -> dict[str, Scores]:
        """The (C, N) scores of every whole description, by scorer.

        Raises:
            ModelError: if the card names no fusion weight.
        """
        if self.fusion_alpha is None:
            raise ModelError(f"The card of {self.model} has no fusion weight, fusion_alpha; train the model again.")
        return scores_by_scorer(*self.cosine_and_heads, self.fusion_alpha, self.hubness)

    @cached_property
    def cosine_and_heads(self) -> tuple[Scores, Scores]:
        """The (C, N) cosines and log-probabilities by the heads of every whole description."""
        vectors = self.images.categories.vectors
        cosine = cosine_scores(self.encode_categories(vectors), self.embeddings)
        return cosine, head_scores(vectors, self.logits)

    @cached_property
    def is_seen(self) -> NDArray[np.bool_]:
        """(C,) whether a category occurs in training."""
        known = {vector.tobytes() for vector in self.training.categories.vectors}
        return np.array([vector.tobytes() in known for vector in self.images.categories.vectors], np.bool_)
