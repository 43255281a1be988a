"""The query side of a model, in NumPy: what the window needs of it, without torch."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open

from engine.attributes.schema import Schema
from engine.errors import ModelError, ShapeError
from engine.registry.card import ModelCard
from engine.registry.store import InstalledModel

PREFIX = "category_encoder.mlp."
Layer = tuple[NDArray[np.float32], NDArray[np.float32]]


class QueryModel:
    """The category encoder g as matrices, equal to the torch one within 1e-5.

    Args:
        card: of the model.
        layers: weight (out, in) and bias (out,) of each linear layer, in order.
    """

    def __init__(self, card: ModelCard, layers: tuple[Layer, ...]) -> None:
        self.card = card
        self._layers = layers
        if layers[0][0].shape[1] != card.schema.size:
            raise ModelError(f"The weights of {card.name} do not fit its schema; add the model again.")

    @classmethod
    def load(cls, installed: InstalledModel) -> "QueryModel":
        """Read the category encoder's weights alone.

        Raises:
            ModelError: if the file is missing or damaged.
        """
        return cls(installed.card, _read_layers(installed.weights))

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

    def encode_categories(self, categories: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return (Q, D) float32 unit embeddings of (Q, A) category vectors.

        Raises:
            ShapeError: if A is not the schema's.
        """
        if categories.ndim != 2 or categories.shape[1] != self.schema.size:
            raise ShapeError(f"Categories must be (Q, {self.schema.size}), not {categories.shape}.")
        values = categories.astype(np.float32)
        for number, (weight, bias) in enumerate(self._layers):
            values = (np.maximum(values, 0) if number else values) @ weight.T + bias
        embeddings: NDArray[np.float32] = values / np.linalg.norm(values, axis=1, keepdims=True).clip(1e-12)
        return embeddings


def _read_layers(path: Path) -> tuple[Layer, ...]:
    try:
        with safe_open(path, framework="numpy") as tensors:
            names = [name.removeprefix(PREFIX) for name in tensors.keys() if name.startswith(PREFIX)]  # noqa: SIM118
            numbers = sorted({int(name.split(".")[0]) for name in names})
            read = [
                tuple(tensors.get_tensor(f"{PREFIX}{number}.{part}").astype(np.float32) for part in ("weight", "bias"))
                for number in numbers
            ]
    except (OSError, SafetensorError, ValueError, KeyError) as error:
        raise ModelError(f"The weights {path} cannot be read ({error}); add the model again.") from error
    if not read:
        raise ModelError(f"The weights {path} hold no category encoder; add the model again.")
    return tuple((weight, bias) for weight, bias in read)
