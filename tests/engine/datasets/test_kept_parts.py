"""Parts that stay as they were, whatever is labelled later and wherever the pictures lie then."""

from pathlib import Path

import numpy as np

from engine.datasets.dataset import Dataset, DatasetKind
from engine.datasets.kept_parts import KeptParts
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.own_split import split_own

THERE = Path("/there")


def labels(schema, names, folder):
    vectors = np.array([[int(bit) for bit in f"{int(name):06b}"] for name in names], np.uint8)
    images = LabelledImages("x", schema, tuple(folder / name for name in names), vectors, np.ones_like(vectors))
    return Dataset(kind=DatasetKind.CSV, title="x", split=split_own(images, None, "x"))


def numbers(dataset):
    return {name: [int(path.name) for path in images.paths] for name, images in dataset.split.parts.items()}


def test_pictures_stay_in_their_part_and_order_and_new_ones_stand_in_none(schema):
    first = labels(schema, [str(number) for number in range(10, 40)], THERE)
    kept = KeptParts.of(first, THERE)
    elsewhere = Path("/moved")
    later = labels(schema, [str(number) for number in range(50, 10, -1)], elsewhere)
    parted = kept.parted(later, elsewhere)
    assert numbers(later) != numbers(first)  # the draw itself is another one
    assert numbers(parted) == {name: [n for n in found if n > 10] for name, found in numbers(first).items()}
    for images in parted.split.parts.values():
        assert [int("".join(map(str, row)), 2) for row in images.vectors] == [int(path.name) for path in images.paths]
        assert images.known.all() and images.known.shape == images.vectors.shape
    assert parted.split.test.name == "x test"
