"""The parts of data that comes without a published split."""

from collections.abc import Sequence
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from engine.datasets.labelled_images import LabelledImages
from engine.datasets.search_split import (
    PARTS,
    TEST,
    TRAIN,
    VALIDATION,
    VALIDATION_SEED,
    SearchSplit,
    draw,
    held_out_count,
)

TEST_SEED = 2


def split_own(images: LabelledImages, part_of: Sequence[str] | None, name: str) -> SearchSplit:
    """Return the parts; what the labels do not say is drawn, always alike.

    A tenth of the people is drawn for a part, where people are named, so that nobody stands in two parts; else a tenth
    of the categories. Where the labels name a test part, it is kept as it is.

    Args:
        images: all pictures.
        part_of: n names of parts; None where the labels have none.
        name: of the data set.
    """
    part = np.array(part_of if part_of is not None else [TRAIN] * len(images), dtype="U10")
    if part_of is None:
        _move_some(images, part, TEST, TEST_SEED)
    if not (part == VALIDATION).any():
        _move_some(images, part, VALIDATION, VALIDATION_SEED)
    train, validation, test = (images.subset(part == which, f"{name} {which}") for which in PARTS)
    return SearchSplit(train=train, validation=validation, test=test)


def _move_some(images: LabelledImages, part: NDArray[np.str_], into: str, seed: int) -> None:
    """Move a tenth of the units of the training part into another."""
    units = np.array(_units(images), dtype=object)
    training = part == TRAIN
    ordered = list(dict.fromkeys(units[training]))
    staying = draw(len(ordered), len(ordered) - held_out_count(len(ordered)), seed)
    moved = set(compress(ordered, ~staying))
    part[training & np.array([unit in moved for unit in units], np.bool_)] = into


def _units(images: LabelledImages) -> list[str]:
    """Return what is drawn as a whole, for each picture: its person, else its category."""
    people = images.identities or ("",) * len(images)
    categories = images.categories.of_image.tolist()
    return [person or f"\0{category}" for person, category in zip(people, categories, strict=True)]
