"""PETA (Deng et al., ACM MM 2014), and the split for person search that the ASMR authors use."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema_file import shipped_schema
from engine.attributes.source_columns import vectors_from_columns
from engine.datasets.column_values import wrong_values
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.mat_file import SHAPE_ERRORS, check_unique, integer_table, read_mat, strings
from engine.datasets.official_counts import PETA_COUNTS, count_split
from engine.datasets.picture_files import pictures_in
from engine.datasets.row_problem import Reading, RowProblem, read_something
from engine.datasets.search_split import VALIDATION_SEED, draw
from engine.datasets.search_split import SearchSplit as SearchSplit
from engine.errors import DatasetError

FIRST_ATTRIBUTE_COLUMN = 4  # image number, person, data set of the ten, and the person's number in that stand before
SUBSET_COLUMN, PERSON_COLUMN = 2, 3
OFFICIAL_SEED = 2  # RandomState(2).choice(2090, 1890, replace=False) gives 12,140 / 1,181 images
REPEATED_CATEGORIES = 2_090
SPELLINGS = {"footwearSneakers": "footwearSneaker"}  # both are in the wild
TRAIN_CATEGORIES = 1_890
VALIDATION_CATEGORIES = 200


def read_peta(folder: Path) -> LabelledImages:
    """Read all labels of PETA.mat, as `read_peta_mat` does; rows that cannot be used are left out."""
    return read_peta_mat(folder).images


def read_peta_mat(folder: Path) -> Reading:
    """Read all labels of PETA.mat; the pictures are images/NNNNN.png or .jpg, whether they are on disk or not.

    Raises:
        MissingPathError: if PETA.mat is not in the folder.
        DatasetError: if it does not hold what PETA.mat holds.
    """
    path = folder / "PETA.mat"
    content = read_mat(path)
    try:
        record = content["peta"][0, 0]
        names = [SPELLINGS.get(name, name) for name in strings(record["attribute"])]
        check_unique(names)
        table, whole = integer_table(record["data"], FIRST_ATTRIBUTE_COLUMN + len(names))
    except SHAPE_ERRORS as error:
        raise DatasetError(f"{path} has no record “peta” with data and attribute ({error}); fetch it again.") from error
    return _PetaTable(folder, names, table, whole).read()


@dataclass(frozen=True, slots=True)
class _PetaTable:
    """The table of PETA.mat, a row per picture."""

    folder: Path
    names: list[str]
    table: NDArray[np.int64]
    whole: NDArray[np.bool_]

    def read(self) -> Reading:
        """Return the rows that are sound; a picture's number is its row's, whatever rows are left out."""
        schema = shipped_schema("peta")
        columns = {name: self.table[:, FIRST_ATTRIBUTE_COLUMN + place] for place, name in enumerate(self.names)}
        vectors = vectors_from_columns(schema, "peta", columns)
        wrong = wrong_values(schema, "peta", columns)
        wrong |= dict.fromkeys(np.flatnonzero(~self.whole).tolist(), "holds something that is no whole number")
        people = tuple(f"{row[SUBSET_COLUMN]}/{row[PERSON_COLUMN]}" for row in self.table)
        images = LabelledImages("PETA", schema, tuple(self._paths()), vectors, identities=people)
        keep = ~np.isin(np.arange(len(images)), list(wrong))
        problems = [RowProblem(row + 1, what) for row, what in wrong.items()]
        return read_something(images.subset(keep, images.name), problems)

    def _paths(self) -> Iterator[Path]:
        """Yield the pictures' paths; where two have one number, the .png is the original."""
        pictures = self.folder / "images"
        there = {path.stem: path for path in sorted(pictures_in(pictures), key=lambda path: path.suffix == ".png")}
        usual = next(iter(there.values())).suffix if there else ".png"
        for number in range(1, len(self.table) + 1):
            stem = f"{number:05d}"
            yield there.get(stem, pictures / f"{stem}{usual}")


def split_peta(peta: LabelledImages, *, validation_seed: int = VALIDATION_SEED) -> SearchSplit:
    """Split PETA for person search.

    Categories that occur once are dropped; of the 2,090 left, 1,890 are for training, drawn as the authors draw them,
    200 for the test (method.md §6). 200 of the training categories, drawn the same way with another seed, validate.
    The dropped pictures are the extra ones, but for those of people who are in the validation or the test.

    Raises:
        DatasetError: if the labels are not those of PETA, for then this draw makes another split.
    """
    for_training, for_test = _draw_official(peta)
    fitting = draw(len(for_training), len(for_training) - VALIDATION_CATEGORIES, validation_seed)
    validation = _of(peta, for_training[~fitting], "PETA validation")
    test = _of(peta, for_test, "PETA test")
    return SearchSplit(
        train=_of(peta, for_training[fitting], "PETA train"),
        validation=validation,
        test=test,
        extra=_single_pictures(peta, validation, test),
    )


def _single_pictures(peta: LabelledImages, *kept_apart: LabelledImages) -> LabelledImages:
    """Return the only pictures of their categories, without those of people who are in parts kept apart."""
    keep = peta.categories.counts[peta.categories.of_image] == 1
    if peta.identities is not None:
        people = {person for part in kept_apart for person in part.identities or ()} - {""}
        keep &= ~np.isin(np.array(peta.identities), sorted(people))
    return peta.subset(keep, "PETA, categories of one picture")


def _draw_official(peta: LabelledImages) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the numbers of the categories for training and for the test."""
    repeated = np.flatnonzero(peta.categories.counts > 1)
    if len(repeated) != REPEATED_CATEGORIES:
        raise DatasetError(
            f"{peta.name} has {len(repeated):,} categories that occur twice or more, the published one "
            f"{REPEATED_CATEGORIES:,}, so its search split cannot be drawn; use PETA.mat with the labels of all 19,000."
        )
    training = draw(len(repeated), TRAIN_CATEGORIES, OFFICIAL_SEED)
    parts = (_of(peta, repeated[training], "train"), _of(peta, repeated[~training], "test"))
    differences = PETA_COUNTS.differences(count_split(*parts))
    if differences:
        raise DatasetError(f"{peta.name} splits into {differences[0]}; use the original PETA.mat.")
    return repeated[training], repeated[~training]


def _of(peta: LabelledImages, category_numbers: NDArray[np.int64], name: str) -> LabelledImages:
    return peta.subset(np.isin(peta.categories.of_image, category_numbers), name)
