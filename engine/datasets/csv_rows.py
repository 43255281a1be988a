"""The rows of a CSV of labels, as text; what cannot be read is told by its row."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.datasets.row_problem import RowProblem
from engine.errors import DatasetError, MissingPathError

MAX_BYTES = 200_000_000
DELIMITERS = (",", ";", "\t")  # the second is what a spreadsheet writes where the comma is the decimal mark
IMAGE = "image"
HEADER_ROW = 1
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
SURROGATES = range(0xD800, 0xE000)  # what undecodable bytes become


@dataclass(frozen=True, slots=True)
class CsvRows:
    """A CSV as text.

    Attributes:
        columns: the header's names, as they stand, without blanks around them.
        rows: number (the header is 1) and cells, without blanks around them; as many as columns.
        problems: the rows that could not be read.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    problems: tuple[RowProblem, ...]


def read_csv_rows(path: Path, key: str = IMAGE) -> CsvRows:
    """Read a CSV in UTF-8.

    Args:
        path: the file.
        key: the column that must be there: what a row speaks of.

    Raises:
        MissingPathError: if there is no such file.
        DatasetError: if it is too large or in UTF-16, or its header has no such column or one twice.
    """
    if not path.is_file():
        raise MissingPathError(path)
    if path.stat().st_size > MAX_BYTES:
        raise DatasetError(f"{path} is larger than {MAX_BYTES // 10**6} MB; split it into several folders.")
    data = path.read_bytes()
    if data.startswith(UTF16_MARKS):
        raise DatasetError(f"{path} is not in UTF-8; save it again as “CSV UTF-8”.")
    text = data.decode("utf-8-sig", errors="surrogateescape")
    records = _records(text, _delimiter(text))
    columns = _columns(path, next(records, None), key)
    rows, problems = [], []
    for record in records:
        problem = _problem(record, len(columns))
        if problem is not None:
            problems.append(problem)
        elif any(record.cells):
            rows.append((record.number, record.cells))
    return CsvRows(columns, tuple(rows), tuple(problems))


@dataclass(frozen=True, slots=True)
class _Record:
    """One row: its cells, or why it could not be parsed."""

    number: int
    cells: tuple[str, ...]
    reason: str = ""


def _delimiter(text: str) -> str:
    header = text.split("\n", 1)[0]
    return max(DELIMITERS, key=header.count)


def _records(text: str, delimiter: str) -> Iterator[_Record]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            yield _Record(number, tuple(cell.strip() for cell in next(reader)))
        except StopIteration:
            return
        except csv.Error as error:
            yield _Record(number, (), f"cannot be read as CSV ({error})")


def _columns(path: Path, header: _Record | None, key: str) -> tuple[str, ...]:
    columns = header.cells if header is not None else ()
    names = [column.lower() for column in columns]
    if key not in names:
        what = "pictures" if key == IMAGE else "crops"
        raise DatasetError(f"{path} has no column “{key}” in its first row; name the column of the {what} so.")
    if any(_is_undecoded(column) for column in columns):
        raise DatasetError(f"{path} is not in UTF-8; save it again as “CSV UTF-8”.")
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise DatasetError(f"{path} has the column “{repeated[0]}” {names.count(repeated[0])} times; rename one.")
    return columns


def _problem(record: _Record, columns: int) -> RowProblem | None:
    if record.reason:
        return RowProblem(record.number, record.reason)
    if any(record.cells) and len(record.cells) != columns:
        return RowProblem(record.number, f"has {len(record.cells)} cells, the header {columns}")
    if any(_is_undecoded(cell) or "\0" in cell for cell in record.cells):
        return RowProblem(record.number, "is not UTF-8 text; save the file again as “CSV UTF-8”")
    return None


def _is_undecoded(text: str) -> bool:
    return any(ord(character) in SURROGATES for character in text)
