"""Taking in what arrives in folders, until somebody stops it."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from engine.errors import CaseInUseError, FileError
from engine.jobs.import_spec import ImportSpec, ImportSummary
from engine.jobs.scan import scan
from engine.progress import Noted, Progress

SECONDS_BETWEEN_LOOKS = 5.0
SECONDS_UNTIL_HEARD = 0.2  # how soon a cancel is heard in between

TakeIn = Callable[[ImportSpec], ImportSummary]

_Stamp = tuple[int, int]  # size in bytes, nanoseconds of the last change


class Arrivals:
    """Says which files have come to rest since they were last taken: alike in two looks, one after the other.

    A file that is still being written grows from one look to the next. One that stood still for a while, was taken cut
    off and then grows on, comes to rest again, and is taken again.
    """

    def __init__(self) -> None:
        self._seen: dict[Path, _Stamp] = {}
        self._taken: dict[Path, _Stamp] = {}

    def look(self, files: Iterable[Path]) -> frozenset[Path]:
        """Look at all files that are there now; return those that are to be taken."""
        now = {path: stamp for path in files if (stamp := _stamp(path)) is not None}
        at_rest = {path for path, stamp in now.items() if self._seen.get(path) == stamp != self._taken.get(path)}
        self._seen = now
        return frozenset(at_rest)

    def note_taken(self, files: Iterable[Path]) -> None:
        """Remember that these were taken as they were at the last look."""
        self._taken.update((path, self._seen[path]) for path in files)

    @property
    def taken(self) -> frozenset[Path]:
        """Return all files that were taken."""
        return frozenset(self._taken)


def watch_folder(
    spec: ImportSpec, take_in: TakeIn, progress: Progress, *, seconds_between: float = SECONDS_BETWEEN_LOOKS
) -> NoReturn:
    """Import what arrives in the folders, now and from now on, and say after each import what came of it.

    It ends by being cancelled, within a fifth of a second where nothing is being imported. Files that cannot be used
    are named and kept as failures; where another job writes to the case, its end is waited for.

    Args:
        spec: names the folders.
        take_in: imports into the case; what is asked of it has `arrived`.
        progress: is told.
        seconds_between: from one look to the next.

    Raises:
        Cancelled: in the end.
        EngineError: if the case or the detector cannot be used.
    """
    arrivals = Arrivals()
    while True:
        files = arrivals.look(_files(spec))
        if files:
            _take(files, arrivals, spec, take_in, progress)
        _wait(seconds_between, progress)


def _take(files: frozenset[Path], arrivals: Arrivals, spec: ImportSpec, take_in: TakeIn, progress: Progress) -> None:
    # Where frames are compared with those before them, these are read again; known ones are not taken twice.
    context = frozenset() if spec.sampling.is_by_number else arrivals.taken
    try:
        summary = take_in(replace(spec, arrived=files | context))
    except CaseInUseError as error:
        progress.tell(Noted(text=f"{error} It is tried again."))
        return
    except FileError as error:
        progress.tell(Noted(text=str(error)))
    else:
        progress.tell(Noted(text=summary.in_words()))
    arrivals.note_taken(files)


def _files(spec: ImportSpec) -> list[Path]:
    """Return the pictures and videos that are there now; of a folder that is empty, or away for now, none."""
    files: list[Path] = []
    for path in spec.paths:
        try:
            files += [file for source in scan(path, holds_crops=spec.holds_crops).sources for file in source.files]
        except FileError:
            continue
    return files


def _stamp(path: Path) -> _Stamp | None:
    """Return what changes while a file is written; None where there is nothing in it yet, or it has gone."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns) if status.st_size else None


def _wait(seconds: float, progress: Progress) -> None:
    until = time.monotonic() + seconds
    while True:
        progress.check()
        left = until - time.monotonic()
        if left <= 0:
            return
        time.sleep(min(left, SECONDS_UNTIL_HEARD))
