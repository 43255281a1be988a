"""What a training learns from: crops at the input size, their vectors, what of these they show, their categories."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.datasets.labelled_images import find_categories
from engine.errors import ShapeError

RECOGNITION_ALONE = -1
KNOWN_IN_PART = -2


@dataclass(frozen=True, slots=True)
class TrainingData:
    """Crops from one or several arrays, one after the other.

    Attributes:
        parts: arrays (n_i, H, W, 3) uint8; memory-mapped ones stay so.
        vectors: (n, A) uint8.
        known: (n, A) uint8, 0 where a crop does not show the attribute.
        category_vectors: (C, A) uint8, the unique rows of `vectors`.
        category_of: (n,) int64; RECOGNITION_ALONE; or KNOWN_IN_PART, where the crop may have any category that agrees
            with what is known of it.
    """

    parts: tuple[NDArray[np.uint8], ...]
    vectors: NDArray[np.uint8]
    known: NDArray[np.uint8]
    category_vectors: NDArray[np.uint8]
    category_of: NDArray[np.int64]

    @classmethod
    def of(cls, pixels: NDArray[np.uint8], vectors: NDArray[np.uint8]) -> "TrainingData":
        """Take the crops of a data set; every attribute of theirs is known."""
        _check_lengths(pixels, vectors)
        categories = find_categories(vectors)
        return cls((pixels,), vectors, np.ones_like(vectors), categories.vectors, categories.of_image)

    def with_more(
        self,
        pixels: NDArray[np.uint8],
        vectors: NDArray[np.uint8],
        known: NDArray[np.uint8],
        aligned: NDArray[np.bool_] | None = None,
    ) -> "TrainingData":
        """Return the same with more crops after these. The categories there were keep their places.

        Args:
            pixels: (m, H, W, 3) uint8.
            vectors: (m, A) uint8.
            known: (m, A) uint8, 0 where a crop does not show the attribute.
            aligned: (m,) bool, which count for the alignment too, by the category of their vectors; None for none.

        Raises:
            ShapeError: if their numbers differ.
        """
        aligned = np.zeros(len(pixels), np.bool_) if aligned is None else aligned
        _check_lengths(pixels, vectors, known, aligned)
        categories = find_categories(np.concatenate([self.category_vectors, vectors[aligned]]))
        category_of = np.full(len(vectors), RECOGNITION_ALONE, np.int64)
        category_of[aligned] = categories.of_image[len(self.category_vectors) :]
        return replace(
            self,
            parts=(*self.parts, pixels),
            vectors=np.concatenate([self.vectors, vectors]),
            known=np.concatenate([self.known, known]),
            category_vectors=categories.vectors,
            category_of=np.concatenate([self.category_of, category_of]),
        )

    def with_partial(
        self, pixels: NDArray[np.uint8], vectors: NDArray[np.uint8], known: NDArray[np.uint8]
    ) -> "TrainingData":
        """Return the same with crops after these of which only a part is known, (m, H, W, 3) and twice (m, A) uint8."""
        more = self.with_more(pixels, vectors, known)
        category_of = np.where(np.arange(len(more)) < len(self), more.category_of, KNOWN_IN_PART)
        return replace(more, category_of=category_of)

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


def _check_lengths(*arrays: NDArray[np.uint8] | NDArray[np.bool_]) -> None:
    if len({len(array) for array in arrays}) > 1:
        raise ShapeError("Each crop needs one category vector, and one row that says what of it is known.")
