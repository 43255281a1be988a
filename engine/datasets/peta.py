"""PETA (Deng et al., ACM MM 2014), and the split for person search that the ASMR authors use."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema_file import shipped_schema
from engine.attributes.source_columns import vectors_from_columns
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.mat_file import read_mat, strings
from engine.errors import DatasetError

FIRST_ATTRIBUTE_COLUMN = 4  # image number, camera and two others stand before
OFFICIAL_SEED = 2  # RandomState(2).choice(2090, 1890, replace=False) gives 12,140 / 1,181 images
TRAIN_CATEGORIES = 1890
VALIDATION_CATEGORIES = 200
VALIDATION_SEED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchSplit:
    """Parts of a data set that share no person category."""

    train: LabelledImages
    validation: LabelledImages
    test: LabelledImages


def read_peta(folder: Path) -> LabelledImages:
    """Read all labels of PETA.mat; the pictures are images/NNNNN.jpg or .png, whether they are on disk or not.

    Raises:
        MissingPathError: if PETA.mat is not in the folder.
        DatasetError: if it does not hold what PETA.mat holds.
    """
    content = read_mat(folder / "PETA.mat")
    try:
        record = content["peta"][0, 0]
        data, names = np.asarray(record["data"], np.int64), strings(record["attribute"])
    except (KeyError, IndexError, ValueError, TypeError) as error:
        raise DatasetError(f"{folder / 'PETA.mat'} has no record “peta” with data and attribute ({error}).") from error
    if data.shape[1] < FIRST_ATTRIBUTE_COLUMN + len(names):
        raise DatasetError(f"{folder / 'PETA.mat'} names {len(names)} attributes but has {data.shape[1]} columns.")
    schema = shipped_schema("peta")
    columns = {name: data[:, FIRST_ATTRIBUTE_COLUMN + place] for place, name in enumerate(names)}
    suffix = ".png" if (folder / "images" / "00001.png").is_file() else ".jpg"
    paths = tuple(folder / "images" / f"{number:05d}{suffix}" for number in range(1, len(data) + 1))
    return LabelledImages("PETA", schema, paths, vectors_from_columns(schema, "peta", columns))


def split_peta(peta: LabelledImages, *, validation_seed: int = VALIDATION_SEED) -> SearchSplit:
    """Split PETA for person search.

    Categories that occur once are dropped; of the 2,090 left, 1,890 are for training, drawn as the authors draw them,
    200 for the test (method.md §6). 200 of the training categories, drawn the same way with another seed, validate.
    """
    categories = peta.categories
    repeated = np.flatnonzero(categories.counts > 1)
    training = _draw(len(repeated), TRAIN_CATEGORIES, OFFICIAL_SEED)
    for_training, for_test = repeated[training], repeated[~training]
    fitting = _draw(len(for_training), len(for_training) - VALIDATION_CATEGORIES, validation_seed)
    return SearchSplit(
        train=_of(peta, for_training[fitting], "PETA train"),
        validation=_of(peta, for_training[~fitting], "PETA validation"),
        test=_of(peta, for_test, "PETA test"),
    )


def _draw(total: int, count: int, seed: int) -> NDArray[np.bool_]:
    drawn = np.zeros(total, np.bool_)
    drawn[np.random.RandomState(seed).choice(total, count, replace=False)] = True
    return drawn


def _of(peta: LabelledImages, category_numbers: NDArray[np.int64], name: str) -> LabelledImages:
    return peta.subset(np.isin(peta.categories.of_image, category_numbers), name)
