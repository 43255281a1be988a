"""The query side of a model, in NumPy: what the window needs of it, without torch."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open

from engine.attributes.schema import Schema
from engine.errors import ModelError, ShapeError
from engine.registry.card import ModelCard
from engine.registry.known_categories import KnownCategories, read_known_categories
from engine.registry.store import InstalledModel
from engine.registry.stored_calibration import StoredCalibration

PREFIX = "category_encoder.mlp."
CALIBRATION = "calibration."
Layer = tuple[NDArray[np.float32], NDArray[np.float32]]


class QueryModel:
    """The category encoder g as matrices, equal to the torch one within 1e-5.

    Args:
        card: of the model.
        layers: weight (out, in) and bias (out,) of each linear layer, in order.
        known: the categories it was trained on; None where they were not stored.
        calibration: of the heads; None where the stored logits are uncalibrated.
    """

    def __init__(
        self,
        card: ModelCard,
        layers: tuple[Layer, ...],
        known: KnownCategories | None = None,
        calibration: StoredCalibration | None = None,
    ) -> None:
        self.card = card
        self.known = known
        self.calibration = calibration
        self._layers = layers
        if layers[0][0].shape[1] != card.schema.size + self._group_bits:
            raise ModelError(f"The weights of {card.name} do not fit its schema; add the model again.")

    @classmethod
    def load(cls, installed: InstalledModel) -> "QueryModel":
        """Read the category encoder's weights, the calibration and the known categories; nothing of the rest.

        Raises:
            ModelError: if a file is damaged, or the weights are missing.
        """
        card = installed.card
        known = read_known_categories(installed.folder, card.model_id, card.schema.size)
        with _opened(installed.weights) as tensors:
            layers, calibration = _read_layers(tensors, installed.weights), _read_calibration(tensors, card)
        return cls(card, layers, known, calibration)

    def knowing(self, known: KnownCategories) -> "QueryModel":
        """Return the same query side with these known categories."""
        return QueryModel(self.card, self._layers, known, self.calibration)

    def with_figures(self, figures: Mapping[str, Any]) -> "QueryModel":
        """Return the same query side with these among the card's figures."""
        card = replace(self.card, figures={**self.card.figures, **figures})
        return QueryModel(card, self._layers, self.known, self.calibration)

    @cached_property
    def known_embeddings(self) -> NDArray[np.float32]:
        """Return (C, D), the embeddings of the known categories.

        Raises:
            ModelError: if the model was stored without them.
        """
        if self.known is None:
            raise ModelError(
                f"The model {self.name} was stored without the categories it was trained on; "
                "store them with bolo models fit, or take the scorer heads."
            )
        return self.encode_categories(self.known.vectors)

    @property
    def id(self) -> str:
        """The model id, which keys the embeddings."""
        return self.card.model_id

    @property
    def name(self) -> str:
        """The model's name."""
        return self.card.name

    @property
    def schema(self) -> Schema:
        """The attributes that the model knows."""
        return self.card.schema

    @property
    def _group_bits(self) -> int:
        return len(self.card.schema.groups) if self.card.hides_groups else 0

    def encode_categories(
        self, categories: NDArray[np.uint8], hidden: NDArray[np.bool_] | None = None
    ) -> NDArray[np.float32]:
        """Return (Q, D) float32 unit embeddings of (Q, A) category vectors.

        Args:
            categories: the bits, 0 in hidden groups.
            hidden: (G,) which groups of all of them are hidden; None for none. A model that was not trained with hidden
                groups (`ModelCard.hides_groups`) cannot tell them from zeros.

        Raises:
            ShapeError: if A is not the schema's.
        """
        if categories.ndim != 2 or categories.shape[1] != self.schema.size:
            raise ShapeError(f"Categories must be (Q, {self.schema.size}), not {categories.shape}.")
        values = categories.astype(np.float32)
        if self._group_bits:
            bits = np.zeros(self._group_bits) if hidden is None else hidden
            values = np.hstack([values, np.tile(bits.astype(np.float32), (len(values), 1))])
        for number, (weight, bias) in enumerate(self._layers):
            values = (np.maximum(values, 0) if number else values) @ weight.T + bias
        embeddings: NDArray[np.float32] = values / np.linalg.norm(values, axis=1, keepdims=True).clip(1e-12)
        return embeddings


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """Open a file of weights; what is wrong in it is a ModelError."""
    try:
        with safe_open(path, framework="numpy") as tensors:
            yield tensors
    except (OSError, SafetensorError, ValueError, KeyError) as error:
        raise ModelError(f"The weights {path} cannot be read ({error}); add the model again.") from error


def _read_layers(tensors: Any, path: Path) -> tuple[Layer, ...]:  # noqa: ANN401 - safetensors has no types
    names = [name.removeprefix(PREFIX) for name in tensors.keys() if name.startswith(PREFIX)]  # noqa: SIM118
    numbers = sorted({int(name.split(".")[0]) for name in names})
    read = [
        (_floats(tensors, f"{PREFIX}{number}.weight"), _floats(tensors, f"{PREFIX}{number}.bias")) for number in numbers
    ]
    if not read:
        raise ModelError(f"The weights {path} hold no category encoder; add the model again.")
    return tuple(read)


def _read_calibration(tensors: Any, card: ModelCard) -> StoredCalibration | None:  # noqa: ANN401
    if CALIBRATION + "scale" not in tensors.keys():  # noqa: SIM118
        return None
    scale, bias = _floats(tensors, CALIBRATION + "scale"), _floats(tensors, CALIBRATION + "bias")
    sizes = (card.schema.size,)
    if scale.shape != sizes or bias.shape != sizes or not np.isfinite([scale, bias]).all() or not scale.all():
        raise ModelError(f"The calibration of {card.name} does not fit its schema; add the model again.")
    return StoredCalibration(card.schema, scale, bias, shares_softmax=card.heads != "linear")


def _floats(tensors: Any, name: str) -> NDArray[np.float32]:  # noqa: ANN401
    return np.asarray(tensors.get_tensor(name), np.float32)
