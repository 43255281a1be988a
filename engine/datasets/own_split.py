"""The parts of data that comes without a published split."""

from collections.abc import Sequence
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from engine.datasets.labelled_images import LabelledImages
from engine.datasets.search_split import (
    HELD_OUT_SHARE,
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
FEW_UNITS = 100
SHARE_OF_FEW = 5  # one in so many is held out where there are few, for a tenth of them would measure nothing


def split_own(
    images: LabelledImages, part_of: Sequence[str] | None, name: str, units: Sequence[str] | None = None
) -> SearchSplit:
    """Return the parts; what the labels do not say is drawn, always alike.

    A tenth of the units is drawn for a part, of fewer than 100 a fifth; the pictures of a unit stand in one part. Units
    are what is given, else the people where people are named, so that nobody stands in two parts; else the categories.
    Where the labels name a test part, it is kept as it is.

    Args:
        images: all pictures.
        part_of: n names of parts; None where the labels have none.
        name: of the data set.
        units: n names of what is to stay together, "" where nothing is known of it; None for the people.
    """
    stay = _units(images, units)
    part = np.array(part_of if part_of is not None else [TRAIN] * len(images), dtype="U10")
    if part_of is None:
        _move_some(stay, part, TEST, TEST_SEED)
    if not (part == VALIDATION).any():
        _move_some(stay, part, VALIDATION, VALIDATION_SEED)
    train, validation, test = (images.subset(part == which, f"{name} {which}") for which in PARTS)
    return SearchSplit(train=train, validation=validation, test=test)


def _move_some(units: NDArray[np.object_], part: NDArray[np.str_], into: str, seed: int) -> None:
    """Move a tenth of the units of the training part into another, or a fifth."""
    training = part == TRAIN
    ordered = list(dict.fromkeys(units[training]))
    share = SHARE_OF_FEW if len(set(units)) < FEW_UNITS else HELD_OUT_SHARE
    staying = draw(len(ordered), len(ordered) - held_out_count(len(ordered), share), seed)
    moved = set(compress(ordered, ~staying))
    part[training & np.array([unit in moved for unit in units], np.bool_)] = into


def _units(images: LabelledImages, given: Sequence[str] | None) -> NDArray[np.object_]:
    """Return what is drawn as a whole, for each picture: its unit, else its category."""
    named = given if given is not None else images.identities or ("",) * len(images)
    categories = images.categories.of_image.tolist()
    return np.array([name or f"\0{category}" for name, category in zip(named, categories, strict=True)], dtype=object)
