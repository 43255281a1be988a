"""The person categories that a model was trained on: what the query side knows of people as they are."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from engine.errors import ModelError, ShapeError
from engine.whole_file import whole_file

CATEGORIES_FILE = "categories.safetensors"  # beside the weights; a model without it lacks some scorers


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class KnownCategories:
    """Unique category vectors and how common each is.

    Attributes:
        vectors: (C, A) uint8 of 0 and 1.
        counts: (C,) int64, training crops of each, all above 0.
    """

    vectors: NDArray[np.uint8]
    counts: NDArray[np.int64]

    def __post_init__(self) -> None:
        if self.vectors.ndim != 2 or not len(self.vectors) or self.counts.shape != self.vectors.shape[:1]:
            raise ShapeError(f"Categories {self.vectors.shape} and counts {self.counts.shape} do not fit.")
        if self.vectors.max(initial=0) > 1 or self.counts.min() < 1:
            raise ShapeError("Category vectors are made of 0 and 1, and every category has a crop.")

    @classmethod
    def of(cls, vectors: NDArray[np.uint8]) -> Self:
        """Return the categories of n crops, (n, A), in ascending order."""
        unique, counts = np.unique(vectors, axis=0, return_counts=True)
        return cls(vectors=unique, counts=counts.astype(np.int64))


def write_known_categories(known: KnownCategories, folder: Path, model_id: str) -> Path:
    """Write the categories beside a model's weights; return the file."""
    path = folder / CATEGORIES_FILE
    tensors: dict[str, NDArray[Any]] = {"vectors": known.vectors, "counts": known.counts}
    contiguous = {name: np.ascontiguousarray(tensor) for name, tensor in tensors.items()}
    with whole_file(path) as draft:
        save_file(contiguous, draft, metadata={"model_id": model_id})
    return path


def read_known_categories(folder: Path, model_id: str, attributes: int) -> KnownCategories | None:
    """Return the categories of a model's folder, or None where none were stored.

    Args:
        folder: of the model.
        model_id: of its card.
        attributes: A, of its schema.

    Raises:
        ModelError: if the file is damaged, or another model's.
    """
    path = folder / CATEGORIES_FILE
    if not path.is_file():
        return None
    try:
        with safe_open(path, framework="numpy") as tensors:
            written_for = (tensors.metadata() or {}).get("model_id")
            vectors, counts = tensors.get_tensor("vectors"), tensors.get_tensor("counts")
        known = KnownCategories(vectors=vectors.astype(np.uint8), counts=counts.astype(np.int64))
    except (OSError, SafetensorError, ShapeError, ValueError) as error:
        raise ModelError(f"The categories {path} cannot be read ({error}); add the model again.") from error
    if written_for != model_id or known.vectors.shape[1] != attributes:
        raise ModelError(f"The categories {path} are another model's; add the model again.")
    return known
