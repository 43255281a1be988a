"""The parts of a data set as they were at its first reading, so that labels that are added later move nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from engine.datasets.dataset import Dataset
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.search_split import PARTS


@dataclass(frozen=True, slots=True)
class KeptParts:
    """Which picture stands in which part.

    Attributes:
        pictures: by the name of the part, in their order; each by its place below the data's folder, which may move.
    """

    pictures: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, dataset: Dataset, folder: Path) -> "KeptParts":
        """Return the parts of a data set.

        Args:
            dataset: as it was read first.
            folder: that its pictures lie in.
        """
        parts = dataset.split.parts
        return cls({name: [_place(path, folder) for path in parts[name].paths] for name in PARTS})

    def parted(self, dataset: Dataset, folder: Path) -> Dataset:
        """Return a data set that was read anew in these parts; pictures that have come since stand in none."""
        train, validation, test = (dataset.split.parts[name] for name in PARTS)
        pictures = train.with_more(validation, train.name).with_more(test, train.name)
        row_of = {_place(path, folder): row for row, path in enumerate(pictures.paths)}
        kept = {
            name: _taken(pictures, [row_of[place] for place in self.pictures[name] if place in row_of], images.name)
            for name, images in dataset.split.parts.items()
        }
        return replace(dataset, split=replace(dataset.split, **kept))


def _taken(images: LabelledImages, rows: Sequence[int], name: str) -> LabelledImages:
    """Return these pictures in this order."""
    places = np.array(rows, np.int64)
    return LabelledImages(
        name,
        images.schema,
        tuple(images.paths[row] for row in rows),
        images.vectors[places],
        None if images.known is None else images.known[places],
        None if images.identities is None else tuple(images.identities[row] for row in rows),
    )


def _place(path: Path, folder: Path) -> str:
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()
