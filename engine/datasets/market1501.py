"""Market-1501 Attribute (Lin et al., Pattern Recognition 2019): labels per identity."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema_file import shipped_schema
from engine.attributes.source_columns import vectors_from_columns
from engine.datasets.column_values import wrong_values
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.mat_file import SHAPE_ERRORS, integer_table, read_mat, strings
from engine.datasets.picture_files import pictures_in
from engine.datasets.repeated_rows import settle_repeated
from engine.datasets.row_problem import RowProblem, refuse_all
from engine.errors import DatasetError

CODED_COLUMNS = frozenset({"age", "gender", "hair", "up", "down", "clothes"})  # the others say 1 no, 2 yes
FOLDERS = {"train": ("bounding_box_train",), "test": ("bounding_box_test", "query")}
NOBODY = frozenset({"0000", "-1"})  # distractors and bad boxes, which the protocol leaves out
PICTURE_NAME = re.compile(r"(-1|\d{4})_c\ds\d_\d+_\d+")


@dataclass(frozen=True, slots=True)
class IdentityLabels:
    """One vector per identity.

    Attributes:
        identities: four digits each, as in the pictures' names.
        vectors: (n, 39) uint8.
        problems: the rows that cannot be used, which are left out.
    """

    identities: tuple[str, ...]
    vectors: NDArray[np.uint8]
    problems: tuple[RowProblem, ...] = ()


def read_market1501_labels(path: Path) -> dict[str, IdentityLabels]:
    """Read market_attribute.mat; return the labels of "train" and of "test".

    The columns stand in another order in each, and are joined by name.

    Raises:
        MissingPathError: if there is no such file.
        DatasetError: if it does not hold what market_attribute.mat holds.
    """
    content = read_mat(path)
    try:
        record = content["market_attribute"][0, 0]
        return {part: _read_part(record[part][0, 0]) for part in FOLDERS}
    except (*SHAPE_ERRORS, AttributeError) as error:
        raise DatasetError(f"{path} has no record “market_attribute” with train and test ({error}).") from error


def _read_part(part: Any) -> IdentityLabels:  # noqa: ANN401 - a MATLAB struct
    identities = strings(part["image_index"])
    columns, whole = _columns(part)
    schema = shipped_schema("market1501")
    vectors = vectors_from_columns(schema, "market1501", columns)
    if len(vectors) != len(identities):
        raise ValueError(f"{len(identities)} identities, but {len(vectors)} labels")
    wrong = wrong_values(schema, "market1501", columns)
    wrong |= dict.fromkeys(np.flatnonzero(~whole).tolist(), "holds something that is no whole number")
    sound, repeated = settle_repeated(identities, [row.tobytes() for row in vectors], range(1, len(vectors) + 1))
    sound[list(wrong)] = False
    problems = [*repeated, *(RowProblem(row + 1, what) for row, what in wrong.items())]
    kept = tuple(identity for identity, keep in zip(identities, sound, strict=True) if keep)
    if problems and not kept:
        refuse_all("Market-1501 Attribute", problems)
    return IdentityLabels(kept, vectors[sound], tuple(sorted(problems, key=lambda problem: problem.row)))


def _columns(part: Any) -> tuple[dict[str, NDArray[np.int64]], NDArray[np.bool_]]:  # noqa: ANN401 - a MATLAB struct
    """Return the columns, 0 and 1 where they say no and yes, and which rows hold whole numbers only."""
    names = [name for name in part.dtype.names if name != "image_index"]
    table, whole = integer_table(np.stack([np.asarray(part[name]).ravel() for name in names], axis=1), len(names))
    return {name: table[:, place] - (name not in CODED_COLUMNS) for place, name in enumerate(names)}, whole


def pictures_of(labels: IdentityLabels, folder: Path, part: str) -> tuple[LabelledImages, list[RowProblem]]:
    """Return the pictures of "train" or "test" that are on disk, and what is wrong with the others.

    The test's are those of bounding_box_test and query; no identity 0000 and −1 (method.md §6).
    """
    labelled = zip(labels.identities, labels.vectors, strict=True)
    vector_of = {name: vector for name, vector in labelled if name not in NOBODY}
    paths = [path for name in FOLDERS[part] for path in pictures_in(folder / name)]
    identities = [_identity_of(path) for path in paths]
    kept = [(path, name) for path, name in zip(paths, identities, strict=True) if name in vector_of]
    schema = shipped_schema("market1501")
    vectors = np.array([vector_of[name] for _, name in kept], np.uint8).reshape(-1, schema.size)
    images = LabelledImages(
        f"Market-1501 {part}", schema, tuple(path for path, _ in kept), vectors, identities=tuple(n for _, n in kept)
    )
    return images, [*labels.problems, *_lacking(paths, identities, labels)]


def _identity_of(path: Path) -> str | None:
    """Return what stands before the first underscore, None where the name is not one of Market-1501."""
    match = PICTURE_NAME.match(path.name)
    return match[1] if match else None


def _lacking(paths: Iterable[Path], identities: list[str | None], labels: IdentityLabels) -> list[RowProblem]:
    known, pictured = set(labels.identities), set(identities)
    problems = [
        RowProblem(0, f"is lacking: {path.parent.name}/{path.name} is of nobody who is labelled")
        for path, identity in zip(paths, identities, strict=True)
        if identity not in known and identity not in NOBODY
    ]
    if not pictured:  # no picture at all is told by the counts
        return problems
    return problems + [
        RowProblem(0, f"is lacking: {identity} has no picture")
        for identity in labels.identities
        if identity not in pictured
    ]
