"""Labels of a case as CSV: a row for each crop and labeller, a column for each attribute.

Cells: 1 holds, 0 does not, ? cannot be told; an empty one says nothing. Columns may be groups too, whose values are
their attributes (`engine.datasets.folder_csv`).
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np

from engine.attributes.schema import Schema
from engine.casework.safe_csv import defused
from engine.datasets.csv_cells import Column, column_of
from engine.datasets.csv_rows import read_csv_rows
from engine.datasets.row_problem import RowProblem
from engine.errors import DatasetError
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, CropRecord, Label

CROP, LABELLER, GUESSED = "crop_id", "labeller", "guessed"
PLACE = ("camera", "time", "source", "file", "frame", "track_id")  # for whoever reads it; not read back
CANNOT_TELL = "?"
HEADER_ROW = 1
IMPORTED = "labels imported"  # in the log
EXPORTED = "labels exported"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelImport:
    """What was taken in.

    Attributes:
        labels: how many.
        crops: of how many crops.
        problems: the rows and columns that were left out.
    """

    labels: int
    crops: int
    problems: tuple[RowProblem, ...]


def export_labels(gallery: Gallery, schema: Schema, path: Path) -> int:
    """Write all labels and return how many rows there are; labels of attributes the schema lacks get columns too.

    Raises:
        OSError: if the file cannot be written.
    """
    labels = list(gallery.labels())
    others = sorted({label.attribute for label in labels} - set(schema.attribute_ids))
    columns = [*schema.attribute_ids, *others]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    writer.writerow([CROP, LABELLER, *PLACE, *columns, GUESSED])
    rows = 0
    crops = {crop.id: crop for crop in gallery.crops(sorted({label.crop_id for label in labels}))} if labels else {}
    for (crop_id, name), of_row in groupby(labels, key=lambda label: (label.crop_id, label.who)):
        writer.writerow(_row(crops[crop_id], name, list(of_row), columns))
        rows += 1
    draft = path.with_name(f"{path.name}.part")
    draft.write_text(text.getvalue(), encoding="utf-8", errors="surrogateescape", newline="")
    draft.replace(path)
    if not gallery.read_only:
        gallery.log(EXPORTED, {"file": path.name, "rows": rows})
    return rows


def import_labels(gallery: Gallery, schema: Schema, path: Path, labeller: str | None = None) -> LabelImport:
    """Take labels in, in one transaction; rows that cannot be used are left out and told.

    Args:
        gallery: the case.
        schema: what the columns mean.
        path: a CSV with the column crop_id.
        labeller: whose labels they are, where the CSV does not say; None for the user of this machine.

    Raises:
        MissingPathError: if there is no such file.
        DatasetError: if it cannot be read, or no row of it can be used.
    """
    table = read_csv_rows(path, CROP)
    places = {name.lower(): at for at, name in enumerate(table.columns)}
    columns, problems = _columns(table.columns, schema)
    if not columns:
        raise DatasetError(f"{path} has no column for an attribute of {schema.title}; name the columns by their ids.")
    problems = [*table.problems, *problems]
    reader = _Reader(schema, columns, places, set(gallery.crop_ids()), labeller)
    for number, cells in table.rows:
        try:
            reader.take(cells)
        except ValueError as error:
            problems.append(RowProblem(number, str(error)))
    if not reader.labels:
        reason = f": row {problems[0].row} {problems[0].what}" if problems else ""
        raise DatasetError(f"{path} holds no label that can be used{reason}; nothing was taken in.")
    crops = {crop_id for of_name in reader.labels.values() for crop_id in of_name}
    count = sum(len(of_crop) for of_name in reader.labels.values() for of_crop in of_name.values())
    facts = {"file": path.name, "labels": count, "crops": len(crops), "left_out": len(problems)}
    gallery.take_in_labels(reader.labels, IMPORTED, facts)
    return LabelImport(labels=count, crops=len(crops), problems=tuple(problems))


def _row(crop: CropRecord, name: str, labels: list[Label], columns: list[str]) -> list[str]:
    said = {label.attribute: CANNOT_TELL if label.value is None else str(int(label.value)) for label in labels}
    place = (
        crop.camera,
        "" if crop.time is None else crop.time.isoformat(),
        str(crop.source_path),
        str(crop.frame_path),
        str(crop.frame_number),
        "" if crop.track_id is None else str(crop.track_id),
    )
    guessed = ";".join(label.attribute for label in labels if label.is_guess)
    return [
        str(crop.id),
        name,
        *(str(defused(cell)) for cell in place),
        *(said.get(column, "") for column in columns),
        guessed,
    ]


def _columns(names: tuple[str, ...], schema: Schema) -> tuple[list[tuple[int, Column]], list[RowProblem]]:
    found, problems = [], []
    for at, name in enumerate(names):
        if not name or name.lower() in (CROP, LABELLER, GUESSED, *PLACE):
            continue
        column = column_of(schema, name)
        if column is None:
            problems.append(RowProblem(HEADER_ROW, f"names “{name}”, which the schema {schema.name} does not know"))
        else:
            found.append((at, column))
    return found, problems


class _Reader:
    """Turns rows into labels, by labeller and whether they are guesses."""

    def __init__(
        self,
        schema: Schema,
        columns: list[tuple[int, Column]],
        places: dict[str, int],
        crop_ids: set[CropId],
        labeller: str | None,
    ) -> None:
        self.labels: dict[tuple[str | None, bool], dict[CropId, dict[str, bool | None]]] = defaultdict(dict)
        self._schema = schema
        self._columns = columns
        self._places = places
        self._crop_ids = crop_ids
        self._labeller = labeller

    def take(self, cells: tuple[str, ...]) -> None:
        """Take a row whole or not at all.

        Raises:
            ValueError: with a clause for the user.
        """
        crop_id = self._crop(cells[self._places[CROP]])
        name = self._cell(cells, LABELLER) or self._labeller
        guessed = set(self._cell(cells, GUESSED).split(";"))
        said = {attribute: value for at, column in self._columns for attribute, value in self._said(cells[at], column)}
        for attribute, value in said.items():
            self.labels[name, attribute in guessed].setdefault(crop_id, {})[attribute] = value

    def _cell(self, cells: tuple[str, ...], name: str) -> str:
        return cells[self._places[name]] if name in self._places else ""

    def _crop(self, cell: str) -> CropId:
        if not (cell.isascii() and cell.isdigit()):
            raise ValueError(f"says “{cell}” under {CROP}, which is no number")
        crop_id = CropId(int(cell))
        if crop_id not in self._crop_ids:
            raise ValueError(f"speaks of the crop {cell}, which the case does not have")
        return crop_id

    def _said(self, cell: str, column: Column) -> Iterator[tuple[str, bool | None]]:
        """Yield the attributes that a cell speaks of."""
        if not cell:
            return
        bits, known = np.zeros((2, self._schema.size), np.uint8)
        if cell == CANNOT_TELL:
            known[column.place] = 1
        else:
            column.fill(cell, bits, known)
        for place in np.flatnonzero(known).tolist():
            yield self._schema.attribute_ids[place], None if cell == CANNOT_TELL else bool(bits[place])
