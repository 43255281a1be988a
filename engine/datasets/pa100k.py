"""PA100K (Liu et al., ICCV 2017): labels per picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.attributes.schema_file import shipped_schema
from engine.attributes.source_columns import vectors_from_columns
from engine.datasets.column_values import wrong_values
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.mat_file import SHAPE_ERRORS, check_unique, integer_table, read_mat, strings
from engine.datasets.picture_files import PictureFolder
from engine.datasets.repeated_rows import settle_repeated
from engine.datasets.row_problem import Reading, RowProblem, refuse_all
from engine.errors import DatasetError

PARTS = ("train", "val", "test")


def read_pa100k(annotation: Path, pictures: Path) -> dict[str, LabelledImages]:
    """Read a PA100K annotation file, as `read_pa100k_parts` does; rows that cannot be used are left out."""
    return {part: reading.images for part, reading in read_pa100k_parts(annotation, pictures).items()}


def read_pa100k_parts(annotation: Path, pictures: Path) -> dict[str, Reading]:
    """Read a PA100K annotation file; return "train", "val" and "test".

    A picture whose label is all zeros has none, as every person has an age and a view, and is left out.

    Raises:
        MissingPathError: if there is no such file.
        DatasetError: if it does not hold what annotation.mat holds.
    """
    content = read_mat(annotation)
    try:
        names = strings(content["attributes"])
        check_unique(names)
        parts = {part: _PartTable(part, names, PictureFolder(pictures)).read(content) for part in PARTS}
    except SHAPE_ERRORS as error:
        raise DatasetError(f"{annotation} does not hold what PA100K's annotation.mat holds ({error}).") from error
    problems = [problem for reading in parts.values() for problem in reading.problems]
    if problems and not any(len(reading.images) for reading in parts.values()):
        refuse_all("PA100K", problems)
    return parts


@dataclass(frozen=True, slots=True)
class _PartTable:
    """One of the three tables of annotation.mat."""

    part: str
    names: list[str]
    pictures: PictureFolder

    def read(self, content: Mapping[str, Any]) -> Reading:
        """Return the rows that are sound; raises one of SHAPE_ERRORS where the table is another one."""
        files = strings(content[f"{self.part}_images_name"])
        table, whole = integer_table(content[f"{self.part}_label"], len(self.names))
        if len(table) != len(files):
            raise ValueError(f"{self.part} names {len(files)} pictures, but has {len(table)} labels")
        schema = shipped_schema("pa100k")
        columns = {name: table[:, place] for place, name in enumerate(self.names)}
        wrong = wrong_values(schema, "pa100k", columns)
        wrong |= dict.fromkeys(np.flatnonzero(~table.any(axis=1)).tolist(), "has no label, all is zero")
        wrong |= dict.fromkeys(np.flatnonzero(~whole).tolist(), "holds something that is no whole number")
        paths = [self.pictures.find(name) for name in files]
        wrong |= {row: f"leads outside the folder: {files[row]}" for row, path in enumerate(paths) if path is None}
        keep, repeated = settle_repeated(files, [row.tobytes() for row in table], range(1, len(files) + 1))
        keep[list(wrong)] = False
        vectors = vectors_from_columns(schema, "pa100k", columns)
        kept = tuple(path for path, sound in zip(paths, keep, strict=True) if path is not None and sound)
        images = LabelledImages(f"PA100K {self.part}", schema, kept, vectors[keep])
        problems = [*repeated, *(RowProblem(row + 1, what) for row, what in wrong.items())]
        told = (RowProblem(problem.row, f"of {self.part} {problem.what}") for problem in problems)
        return Reading(images, tuple(sorted(told, key=lambda problem: problem.row)))
