"""A list of files with their times and cameras: a CSV that came with the footage."""

import csv
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath, PureWindowsPath

from engine.errors import FileError, MissingPathError

MOST_BYTES = 200_000_000
HEAD = "write its first line as file,time or file,time,camera"


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A line of the list."""

    time: datetime | None
    camera: str | None


class TimeList:
    """Times and cameras by the end of a file's path: `a.jpg`, or `gate/a.jpg` where names repeat.

    Nothing is opened by what the list says; it is only compared with the files that were found.

    Args:
        path: a CSV with the columns file, time (ISO 8601) and, if it is to say so, camera.

    Raises:
        FileError: if it cannot be read, naming the line.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._by_end: dict[tuple[str, ...], ListedFile] = {}
        self._depths: set[int] = set()
        for number, row in enumerate(_rows(path), start=2):
            self._add(number, row)

    def of(self, path: Path) -> ListedFile | None:
        """Return the line for a file, the one that names the most of its folders; None where there is none."""
        for depth in sorted(self._depths, reverse=True):
            entry = self._by_end.get(path.parts[-depth:])
            if entry is not None:
                return entry
        return None

    def _add(self, number: int, row: dict[str, str]) -> None:
        end = _end(row.get("file") or "")
        if not end:
            raise FileError(self.path, f"names no file in line {number}; write the name as it lies in the folder.")
        entry = ListedFile(self._time(number, row), (row.get("camera") or "").strip() or None)
        if self._by_end.setdefault(end, entry) != entry:
            name = "/".join(end)
            raise FileError(self.path, f"says two things of {name} in line {number}; write its folder too.")
        self._depths.add(len(end))

    def _time(self, number: int, row: dict[str, str]) -> datetime | None:
        text = (row.get("time") or "").strip()
        try:
            return datetime.fromisoformat(text) if text else None
        except ValueError as error:
            reason = f"has no time in line {number} ({text}); write it as 2026-03-01T12:30:15."
            raise FileError(self.path, reason) from error


def _rows(path: Path) -> list[dict[str, str]]:
    """Return the lines by the names in the first one."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileError(path, f"is larger than {MOST_BYTES // 10**6} MB; split it.")
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file, dialect=_dialect(file.readline()))
            file.seek(0)
            names = {(name or "").strip().lower() for name in table.fieldnames or ()}
            if not {"file", "time"} <= names:
                raise FileError(path, f"lacks the columns; {HEAD}.")
            return [{(name or "").strip().lower(): value or "" for name, value in row.items()} for row in table]
    except FileNotFoundError as error:
        raise MissingPathError(path) from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise FileError(path, f"cannot be read as a list ({error}); save it as CSV in UTF-8, and {HEAD}.") from error


def _dialect(head: str) -> type[csv.Dialect]:
    class Separated(csv.excel):
        delimiter = ";" if ";" in head else "\t" if "\t" in head else ","

    return Separated


def _end(text: str) -> tuple[str, ...]:
    """Return the parts of a path that lies below some folder; nothing where it leads out of one."""
    pure = PureWindowsPath(text.strip()) if "\\" in text else PurePosixPath(text.strip())
    return () if pure.anchor or ".." in pure.parts else pure.parts
