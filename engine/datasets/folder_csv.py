"""A user's own data: a folder of pictures and a CSV that says what is known of each.

Columns: `image`, the path within the folder; if wanted `split` (train, validation or test), `identity` (who it is),
`track` and `camera`, which say what is to stand in one part; then one column per attribute (1, 0) or per group (its
values, with ";" or "|" between several, "none" where none holds). An empty cell says nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from pathlib import Path

import numpy as np

from engine.attributes.schema import Schema
from engine.attributes.schema_file import read_schema
from engine.datasets.csv_cells import Column, column_of
from engine.datasets.csv_rows import HEADER_ROW, IMAGE, CsvRows, read_csv_rows
from engine.datasets.csv_schema import schema_of_columns
from engine.datasets.label_conflicts import take_out_contradictions
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.picture_files import PictureFolder
from engine.datasets.refused_traits import names_refused_trait
from engine.datasets.repeated_rows import settle_repeated
from engine.datasets.row_problem import Reading, RowProblem, read_something
from engine.datasets.search_split import TEST, TRAIN, VALIDATION
from engine.datasets.shared_ids import shared_ids
from engine.datasets.split_unit import SplitUnit
from engine.errors import DatasetError

SPLIT, IDENTITY, TRACK, CAMERA = "split", "identity", "track", "camera"
UNITS = {SplitUnit.PERSON: IDENTITY, SplitUnit.TRACK: TRACK, SplitUnit.CAMERA: CAMERA}  # the column of each
SPLIT_NAMES = {"train": TRAIN, "training": TRAIN, "val": VALIDATION, "validation": VALIDATION, "test": TEST}
USUAL_NAME = "labels.csv"
SCHEMA_FILE = "schema.toml"


@dataclass(frozen=True, slots=True)
class FolderReading:
    """What a folder with a CSV holds.

    Attributes:
        reading: the labelled pictures.
        part_of: n names of parts; None where the CSV has no column for them.
        units: n names by the kind of unit that the CSV has a column for.
    """

    reading: Reading
    part_of: tuple[str, ...] | None
    units: Mapping[SplitUnit, tuple[str, ...]] = field(default_factory=dict)


def csv_in(folder: Path) -> Path:
    """Return the CSV of a folder: labels.csv, or the only one.

    Raises:
        DatasetError: if there is none, or several and none is labels.csv.
    """
    found = sorted(path for path in folder.glob("*.csv") if path.is_file())
    usual = [path for path in found if path.name == USUAL_NAME]
    if len(found) != 1 and not usual:
        what = "no CSV of labels" if not found else f"several CSVs, {found[0].name} and {found[1].name} among them"
        raise DatasetError(f"{folder} holds {what}; call the one with the labels {USUAL_NAME}.")
    return usual[0] if usual else found[0]


def read_folder_csv(folder: Path, schema: Schema | None = None) -> FolderReading:
    """Read a folder with a CSV; the rows that cannot be used are left out and told.

    Args:
        folder: with the CSV in it.
        schema: what the columns mean; else that of schema.toml in the folder; else one is made of the columns.

    Raises:
        DatasetError: if there is no CSV, or nothing in it can be used.
        SchemaError: if schema.toml cannot be read, or the columns make no schema.
    """
    path = csv_in(folder)
    table = read_csv_rows(path)
    if not table.rows and table.problems:
        raise DatasetError(f"{path}: no row can be used, and row {table.problems[0].row} {table.problems[0].what}.")
    if not table.rows:
        raise DatasetError(f"{path} has no row beside its header; write one for each picture.")
    if schema is None and (folder / SCHEMA_FILE).is_file():
        schema = read_schema(folder / SCHEMA_FILE)
    labels, problems = _label_columns(path, table, schema)
    schema = schema or schema_of_columns(
        folder.resolve().name, {name: _cells(table, at) for name, at in labels.items()}
    )
    return _Reader(folder, schema, table, labels, [*table.problems, *problems]).read()


def _cells(table: CsvRows, at: int) -> list[str]:
    return [cells[at] for _, cells in table.rows]


def _label_columns(path: Path, table: CsvRows, schema: Schema | None) -> tuple[dict[str, int], list[RowProblem]]:
    """Return the columns that hold labels, with their places, and what is wrong with the others."""
    labels, problems = {}, []
    for at, name in enumerate(table.columns):
        if name.lower() in (IMAGE, SPLIT, *UNITS.values()):
            continue
        if names_refused_trait(name):
            problems.append(RowProblem(HEADER_ROW, f"names “{name}”, a trait that Bolo keeps no attribute for"))
        elif not name:
            problems.append(RowProblem(HEADER_ROW, f"has no name for column {at + 1}, which is left out"))
        elif schema is not None and column_of(schema, name) is None:
            what = f"names “{name}”, which the schema {schema.name} does not know; rename the column, or take it out"
            problems.append(RowProblem(HEADER_ROW, what))
        else:
            labels[name] = at
    if not labels:
        raise DatasetError(f"{path} has no column of labels that can be used; give it one per attribute or per group.")
    return labels, problems


@dataclass(slots=True)
class _Rows:
    """What was read so far, row by row."""

    numbers: list[int] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    bits: list[np.ndarray] = field(default_factory=list)
    known: list[np.ndarray] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    units: dict[SplitUnit, list[str]] = field(default_factory=lambda: {unit: [] for unit in UNITS})


class _Reader:
    """Turns rows of text into labelled pictures."""

    def __init__(
        self, folder: Path, schema: Schema, table: CsvRows, labels: Mapping[str, int], problems: Sequence[RowProblem]
    ) -> None:
        self._pictures = PictureFolder(folder)
        self._schema = schema
        self._table = table
        self._places = {name.lower(): at for at, name in enumerate(table.columns)}
        found = [(at, column_of(schema, name)) for name, at in labels.items()]
        self._columns: list[tuple[int, Column]] = [(at, column) for at, column in found if column is not None]
        self._problems = list(problems)
        self._rows = _Rows()

    def read(self) -> FolderReading:
        """Return the pictures; raises DatasetError if not one row is sound."""
        for number, cells in self._table.rows:
            try:
                self._take(number, cells)
            except ValueError as error:
                self._problems.append(RowProblem(number, str(error)))
        rows = self._rows
        people = rows.units[SplitUnit.PERSON]
        said = [
            bits.tobytes() + known.tobytes() + f"{part}/{person}".encode()
            for bits, known, part, person in zip(rows.bits, rows.known, rows.parts, people, strict=True)
        ]
        keep, repeated = settle_repeated([str(path) for path in rows.paths], said, rows.numbers)
        images = self._images().subset(keep, self._schema.name)
        shared = shared_ids(images, list(compress(rows.numbers, keep)))
        reading = read_something(images, [*self._problems, *repeated, *shared, *self._absent()])
        units = {unit: tuple(compress(rows.units[unit], keep)) for unit in UNITS if UNITS[unit] in self._places}
        return FolderReading(reading, tuple(compress(rows.parts, keep)) if SPLIT in self._places else None, units)

    def _take(self, number: int, cells: tuple[str, ...]) -> None:
        """Read one row; raises ValueError, with a clause for the user."""
        bits, known = np.zeros(self._schema.size, np.uint8), np.zeros(self._schema.size, np.uint8)
        for at, column in self._columns:
            if cells[at]:
                column.fill(cells[at], bits, known)
        contradictions = take_out_contradictions(self._schema, bits, known)
        self._problems += [RowProblem(number, what) for what in contradictions]
        path, part = self._path(cells), self._part(cells)
        rows = self._rows
        rows.numbers.append(number)
        rows.paths.append(path)
        rows.bits.append(bits)
        rows.known.append(known)
        rows.parts.append(part)
        for unit, column_name in UNITS.items():
            rows.units[unit].append(cells[self._places[column_name]] if column_name in self._places else "")

    def _path(self, cells: tuple[str, ...]) -> Path:
        name = cells[self._places[IMAGE]]
        if not name:
            raise ValueError("names no picture")
        path = self._pictures.find(name)
        if path is None:
            raise ValueError(f"leads outside the folder: {name}")
        return path

    def _part(self, cells: tuple[str, ...]) -> str:
        if SPLIT not in self._places:
            return ""
        name = cells[self._places[SPLIT]]
        if name.lower() not in SPLIT_NAMES:
            raise ValueError(f"says “{name}” under split, which is none of train, validation, test")
        return SPLIT_NAMES[name.lower()]

    def _images(self) -> LabelledImages:
        rows, size = self._rows, self._schema.size
        known = np.array(rows.known, np.uint8).reshape(-1, size)
        return LabelledImages(
            self._schema.name,
            self._schema,
            tuple(rows.paths),
            np.array(rows.bits, np.uint8).reshape(-1, size),
            None if known.all() else known,
            tuple(rows.units[SplitUnit.PERSON]) if IDENTITY in self._places else None,
        )

    def _absent(self) -> list[RowProblem]:
        named = zip(self._rows.numbers, self._rows.paths, strict=True)
        return [
            RowProblem(number, f"labels {path.name}, which is not on disk; copy it there, or take the row out")
            for number, path in named
            if not path.is_file()
        ]
