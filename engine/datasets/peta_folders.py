"""PETA as it was first given away: ten sub-folders, each with archive/Label.txt and the pictures beside it.

The rows of PETA.mat stand in the order of the sub-folders' and the pictures' names, which is that of their characters:
100_…, 109_…, 10_…, 110_…. So this layout gives the same split, as long as it is whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Schema
from engine.attributes.schema_file import shipped_schema
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.peta import SPELLINGS
from engine.datasets.picture_files import pictures_in
from engine.datasets.repeated_rows import settle_repeated
from engine.datasets.row_problem import Reading, RowProblem, read_something
from engine.errors import DatasetError
from engine.imaging.stills import SUFFIXES

LABEL_FILE = Path("archive") / "Label.txt"
DISCARDED = frozenset(  # too rare; PETA.mat has no column for them
    {"accessoryFaceMask", "accessoryShawl", "lowerBodyLogo", "lowerBodyThickStripes"}
)


def label_files(folder: Path) -> list[Path]:
    """Return the Label.txt of each sub-folder, in the order in which PETA.mat has them."""
    return sorted(folder.glob(f"*/{LABEL_FILE.as_posix()}"), key=lambda path: path.parts)


def read_peta_folders(folder: Path) -> Reading:
    """Read the labels of all sub-folders; the pictures are those that are on disk.

    A line is a person, or in CUHK a picture, and the attributes that hold.

    Raises:
        DatasetError: if there is no Label.txt, or nothing in them can be used.
    """
    schema = shipped_schema("peta")
    subsets = [_read_subset(schema, path) for path in label_files(folder)]
    if not subsets:
        raise DatasetError(f"{folder} has no sub-folder with archive/Label.txt; choose PETA's folder.")
    images = LabelledImages(
        "PETA",
        schema,
        tuple(path for subset in subsets for path in subset.paths),
        np.concatenate([subset.vectors for subset in subsets]),
        identities=tuple(person for subset in subsets for person in subset.people),
    )
    return read_something(images, (problem for subset in subsets for problem in subset.problems))


@dataclass(frozen=True, slots=True)
class _Subset:
    """One of the ten: n pictures, their people, (n, A) vectors, and what is wrong in its Label.txt."""

    paths: list[Path]
    people: list[str]
    vectors: NDArray[np.uint8]
    problems: list[RowProblem]


def _read_subset(schema: Schema, label_file: Path) -> _Subset:
    subset = label_file.parent.parent.name
    labels, problems = _read_labels(schema, label_file)
    kept: list[tuple[Path, str]] = []
    for path in pictures_in(label_file.parent):
        person = _person_of(path.name)
        if person in labels:
            kept.append((path, person))
        else:
            problems.append(RowProblem(0, f"of {subset} is lacking: {path.name} has no line in Label.txt"))
    pictured = {person for _, person in kept}
    problems += [
        RowProblem(0, f"of {subset} is lacking: {person} has no picture") for person in labels if person not in pictured
    ]
    vectors = np.array([labels[person] for _, person in kept], np.uint8).reshape(-1, schema.size)
    return _Subset([path for path, _ in kept], [f"{subset}/{person}" for _, person in kept], vectors, problems)


def _read_labels(schema: Schema, label_file: Path) -> tuple[dict[str, NDArray[np.uint8]], list[RowProblem]]:
    read: list[tuple[int, str, NDArray[np.uint8]]] = []
    problems = []
    for row, line in _lines(label_file):
        try:
            read.append((row, *_read_line(schema, line)))
        except ValueError as error:
            problems.append(RowProblem(row, str(error)))
    people = [person for _, person, _ in read]
    keep, repeated = settle_repeated(people, [row[2].tobytes() for row in read], [row[0] for row in read])
    labels = {person: vector for (_, person, vector), kept in zip(read, keep, strict=True) if kept}
    subset = label_file.parent.parent.name
    return labels, [RowProblem(problem.row, f"of {subset} {problem.what}") for problem in [*problems, *repeated]]


def _lines(label_file: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not empty; what is no UTF-8 stands in them as a mark that no name holds."""
    text = label_file.read_bytes().decode("utf-8-sig", errors="replace")
    yield from ((row, line) for row, line in enumerate(text.splitlines(), 1) if line.strip())


def _read_line(schema: Schema, line: str) -> tuple[str, NDArray[np.uint8]]:
    """Return the person and the vector; raises ValueError with a clause for the user."""
    first, *names = line.split()
    vector = np.zeros(schema.size, np.uint8)
    places = {attribute.sources["peta"]: place for place, attribute in enumerate(schema.attributes)}
    for name in names:
        spelt = SPELLINGS.get(name, name)
        if spelt in places:
            vector[places[spelt]] = 1
        elif spelt not in DISCARDED:
            raise ValueError(f"names {name}, which is no attribute of PETA")
    if not names:
        raise ValueError(f"gives {first} no attribute")
    return _person_of(first), vector


def _person_of(name: str) -> str:
    """Return what stands before the first underscore, without a picture's suffix."""
    path = Path(name)
    return (path.stem if path.suffix.lower() in SUFFIXES else name).split("_")[0]
