"""Labelled images, in the one shape that all data sets take."""

from dataclasses import dataclass
from functools import cached_property
from itertools import compress
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
        paths: n picture files, on disk or not.
        vectors: (n, A) uint8, 0 where unknown.
        known: (n, A) uint8, 0 where nothing was said of the attribute; None where all is known.
        identities: n names of people, "" where nobody said who it is; None where the data set names nobody.
    """

    name: str
    schema: Schema
    paths: tuple[Path, ...]
    vectors: NDArray[np.uint8]
    known: NDArray[np.uint8] | None = None
    identities: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        for labels in (self.vectors, self.known):
            if labels is not None and labels.shape != (len(self.paths), self.schema.size):
                raise ShapeError(f"{self.name}: {len(self.paths)} pictures, but labels of shape {labels.shape}.")
        if self.identities is not None and len(self.identities) != len(self.paths):
            raise ShapeError(f"{self.name}: {len(self.paths)} pictures, but {len(self.identities)} identities.")

    def __len__(self) -> int:
        return len(self.paths)

    @cached_property
    def categories(self) -> "Categories":
        """The person categories, in the order in which they first occur."""
        return find_categories(self.vectors)

    def subset(self, keep: NDArray[np.bool_], name: str) -> "LabelledImages":
        """Return the pictures where `keep`, (n,) bool, holds."""
        known = None if self.known is None else self.known[keep]
        identities = None if self.identities is None else tuple(compress(self.identities, keep))
        return LabelledImages(
            name, self.schema, tuple(compress(self.paths, keep)), self.vectors[keep], known, identities
        )

    def with_more(self, others: "LabelledImages", name: str) -> "LabelledImages":
        """Return these pictures and, after them, others of the same schema."""
        named = self.identities is not None and others.identities is not None
        return LabelledImages(
            name,
            self.schema,
            (*self.paths, *others.paths),
            np.concatenate([self.vectors, others.vectors]),
            np.concatenate([self.known_bits(), others.known_bits()])
            if self.known is not None or others.known is not None
            else None,
            (*(self.identities or ()), *(others.identities or ())) if named else None,
        )

    def known_bits(self) -> NDArray[np.uint8]:
        """Return (n, A) uint8, 1 where something was said of the attribute."""
        return np.ones_like(self.vectors) if self.known is None else self.known

    def complete(self) -> "LabelledImages":
        """Return the pictures of which every attribute is known; the others have no category."""
        return self if self.known is None else self.subset(np.asarray(self.known.all(axis=1)), self.name)

    def on_disk(self) -> NDArray[np.bool_]:
        """Return (n,) bool, whether the picture is there."""
        return np.array([path.is_file() for path in self.paths], np.bool_)

    def present(self) -> "LabelledImages":
        """Return the pictures that are on disk.

        Raises:
            DatasetError: if none is.
        """
        if not self.paths:
            raise DatasetError(f"{self.name} has no picture; check --data, and the split that the labels ask for.")
        keep = self.on_disk()
        if not keep.any():
            folder = self.paths[0].parent
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
