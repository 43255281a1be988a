"""What an import would make of the first file names, before anything is taken in."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from engine.errors import FileError
from engine.gallery.camera_clock import RecordedTime, is_repeated, is_skipped
from engine.gallery.gallery import Gallery
from engine.gallery.records import SourceKind
from engine.imaging.stills import read_still
from engine.jobs.frame_times import FrameTimes
from engine.jobs.import_spec import ImportSpec
from engine.jobs.naming import naming_of
from engine.jobs.scan import ScannedSource, scan

FILES_SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewedFile:
    """What would be known of one file."""

    path: Path
    camera: str
    raw: str | None  # ISO 8601, as the recorder wrote it
    time: str | None  # ISO 8601, corrected
    remark: str  # what is missing or doubtful; empty where nothing is

    def line(self) -> str:
        """Return the file as one line."""
        is_corrected = self.raw is not None and self.time is not None and not self.time.startswith(self.raw)
        told = f"{self.time or 'no time'}" + (f" (its clock: {self.raw})" if is_corrected else "")
        return f"{self.path.name}: camera {self.camera}, {told}" + (f"; {self.remark}" if self.remark else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePreview:
    """The first files, and what cannot be read among all."""

    files: tuple[PreviewedFile, ...]
    total: int  # files that would be taken in
    unread: int  # of these, names that do not fit the pattern
    problems: str  # how many of each kind, with the first names

    def lines(self) -> Iterator[str]:
        """Yield what to print."""
        yield from (file.line() for file in self.files)
        if self.total > len(self.files):
            yield f"… and {self.total - len(self.files)} more files."
        told = f": {self.problems}" if self.problems else ""
        yield f"Names that cannot be read: {self.unread} of {self.total}{told}."

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        facts = asdict(self)
        return {**facts, "files": [{**file, "path": str(file["path"])} for file in facts["files"]]}


def preview_names(spec: ImportSpec, shown: int = FILES_SHOWN) -> NamePreview:
    """Return what an import would know of the files by their names, lists and EXIF; nothing is written.

    Args:
        spec: the import.
        shown: how many files are looked at closely; of all of them the names are read.

    Raises:
        FileError: if there is nothing to import, or a list cannot be read.
        ConfigError: if the pattern or the zone cannot work.
        CaseError: if the case cannot be opened.
    """
    naming = naming_of(spec)
    sources = [source for path in spec.paths for source in scan(path, holds_crops=spec.holds_crops).sources]
    unread = naming.unread(path for source in sources for path in source.files)
    reasons = {path: problem.value for path, problem in unread.problems}
    pairs = ((part, path) for source in sources for part in naming.split(source) for path in part.files)
    files = []
    with Gallery.open(spec.case, read_only=True) as gallery:
        for part, path in islice(pairs, shown):
            camera = gallery.camera_of_source(part.path, part.kind, spec.camera or part.default_camera)
            clock = gallery.camera_clock(camera).changed(spec.zone, spec.ahead_s)
            times = FrameTimes(clock=clock, start=spec.start, naming=naming)
            files.append(_previewed(part, path, camera, times, reasons.get(path, "")))
    total = sum(len(source.files) for source in sources)
    return NamePreview(files=tuple(files), total=total, unread=len(unread.problems), problems=unread.in_words())


def _previewed(part: ScannedSource, path: Path, camera: str, times: FrameTimes, reason: str) -> PreviewedFile:
    recorded = times.of_video(path) if part.kind is SourceKind.VIDEO else times.of_picture(path, _exif(path))
    time = times.corrected(recorded)
    return PreviewedFile(
        path=path,
        camera=camera,
        raw=None if recorded is None else recorded.written.isoformat(),
        time=None if time is None else time.isoformat(),
        remark="; ".join(filter(None, (reason, _doubt(recorded, time)))),
    )


def _exif(path: Path) -> datetime | None:
    try:
        return read_still(path).taken_at
    except FileError:  # the import names it
        return None


def _doubt(recorded: RecordedTime | None, time: datetime | None) -> str:
    """Return what daylight saving makes of the recorder's time."""
    if recorded is None or time is None or recorded.written.tzinfo is not None or time.tzinfo is None:
        return ""
    if is_repeated(recorded.written, time.tzinfo):
        return "this hour came twice, as clocks were put back; taken as its first run"
    if is_skipped(recorded.written, time.tzinfo):
        return "this hour was skipped, as clocks were put forward; read as if they had not been"
    return ""
