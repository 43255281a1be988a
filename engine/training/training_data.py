"""What a training learns from: crops at the input size, their vectors, their categories."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.datasets.labelled_images import find_categories
from engine.errors import ShapeError


@dataclass(frozen=True, slots=True)
class TrainingData:
    """Crops from one or several arrays, one after the other.

    Attributes:
        parts: arrays (n_i, H, W, 3) uint8; memory-mapped ones stay so.
        vectors: (n, A) uint8.
        category_vectors: (C, A) uint8, the unique rows of `vectors`.
        category_of: (n,) int64, −1 where the crop is for the recognition loss alone.
    """

    parts: tuple[NDArray[np.uint8], ...]
    vectors: NDArray[np.uint8]
    category_vectors: NDArray[np.uint8]
    category_of: NDArray[np.int64]

    @classmethod
    def of(cls, parts: Sequence[tuple[NDArray[np.uint8], NDArray[np.uint8]]]) -> "TrainingData":
        """Join (pixels, vectors) pairs; the categories are those of the first, the others are for recognition alone."""
        if any(len(pixels) != len(vectors) for pixels, vectors in parts):
            raise ShapeError("Each part needs as many category vectors as crops.")
        vectors = np.concatenate([vectors for _, vectors in parts])
        categories = find_categories(parts[0][1])
        category_of = np.full(len(vectors), -1, np.int64)
        category_of[: len(categories.of_image)] = categories.of_image
        return cls(tuple(pixels for pixels, _ in parts), vectors, categories.vectors, category_of)

    def __len__(self) -> int:
        return len(self.vectors)

    def pixels(self, rows: NDArray[np.int64]) -> Tensor:
        """Return the crops of these rows, (B, 3, H, W) uint8."""
        starts = np.cumsum([0, *(len(part) for part in self.parts)])
        part_of = np.searchsorted(starts, rows, side="right") - 1
        crops = [self.parts[part][row - starts[part]] for part, row in zip(part_of, rows, strict=True)]
        return torch.from_numpy(np.stack(crops)).permute(0, 3, 1, 2)

    def batches(self, size: int, generator: torch.Generator) -> Iterator[NDArray[np.int64]]:
        """Yield the rows of each batch of one epoch in random order; the last partial batch is dropped."""
        order = torch.randperm(len(self), generator=generator).numpy()
        for start in range(0, len(order) - size + 1, size):
            yield order[start : start + size]
