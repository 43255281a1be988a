"""Labelled images, in the one shape that all data sets take."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Schema
from engine.errors import DatasetError, ShapeError


@dataclass(frozen=True)
class LabelledImages:
    """Pictures of people and their category vectors.

    Attributes:
        name: of the data set and the part of it.
        schema: says what the bits mean.
        paths: n picture files.
        vectors: (n, A) uint8.
    """

    name: str
    schema: Schema
    paths: tuple[Path, ...]
    vectors: NDArray[np.uint8]

    def __post_init__(self) -> None:
        if self.vectors.shape != (len(self.paths), self.schema.size):
            raise ShapeError(f"{self.name}: {len(self.paths)} pictures, but labels of shape {self.vectors.shape}.")

    def __len__(self) -> int:
        return len(self.paths)

    @cached_property
    def categories(self) -> "Categories":
        """The person categories, in the order in which they first occur."""
        return find_categories(self.vectors)

    def subset(self, keep: NDArray[np.bool_], name: str) -> "LabelledImages":
        """Return the pictures where `keep`, (n,) bool, holds."""
        paths = tuple(path for path, kept in zip(self.paths, keep, strict=True) if kept)
        return LabelledImages(name, self.schema, paths, self.vectors[keep])

    def present(self) -> "LabelledImages":
        """Return the pictures that are on disk.

        Raises:
            DatasetError: if none is.
        """
        keep = np.array([path.is_file() for path in self.paths], np.bool_)
        if not keep.any():
            folder = self.paths[0].parent if self.paths else "the folder"
            raise DatasetError(f"{self.name}: none of its {len(self.paths)} pictures is in {folder}; check --data.")
        return self if keep.all() else self.subset(keep, self.name)


@dataclass(frozen=True, slots=True)
class Categories:
    """People who share every attribute.

    Attributes:
        vectors: (C, A) uint8, unique, in the order of first occurrence.
        of_image: (n,) int64, each picture's category.
        counts: (C,) int64, pictures in each.
    """

    vectors: NDArray[np.uint8]
    of_image: NDArray[np.int64]
    counts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.vectors)


def find_categories(vectors: NDArray[np.uint8]) -> Categories:
    """Return the unique rows of (n, A) vectors in the order of first occurrence."""
    _, first, inverse, counts = np.unique(vectors, axis=0, return_index=True, return_inverse=True, return_counts=True)
    order = np.argsort(first)
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return Categories(vectors[np.sort(first)], place[inverse.reshape(-1)].astype(np.int64), counts[order])
