"""What an import will take in, found out before it begins: sources in order, and about how many new frames."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from engine.errors import FileError
from engine.gallery.gallery import Gallery
from engine.gallery.records import SourceKind
from engine.imaging.video import open_video
from engine.jobs.import_spec import ImportSpec
from engine.jobs.naming import Naming
from engine.jobs.sampling import USUAL_FPS
from engine.jobs.scan import Scan, ScannedPath, ScannedSource
from engine.progress import Progress

SourceKey = tuple[Path, SourceKind, str]  # with its camera


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSource:
    """A source with what it is expected to give."""

    source: ScannedSource
    named: str  # what the footage calls its camera
    camera: str  # what the case calls it
    new_frames: int  # by file and container counts; 0 where nobody can say


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPath:
    """A named path with what is to be taken of it, or why nothing of it can be used."""

    path: Path
    found: Scan | FileError
    sources: tuple[PlannedSource, ...] = ()


def plan_import(
    gallery: Gallery, spec: ImportSpec, naming: Naming, scanned: Iterable[ScannedPath], progress: Progress
) -> list[PlannedPath]:
    """Look through all that was found; between sources it may be stopped."""
    planner = _Planner(gallery, spec, naming, progress)
    return [planner.plan(each) for each in scanned]


class _Planner:
    """Counts what the sources hold and what the case has of them."""

    def __init__(self, gallery: Gallery, spec: ImportSpec, naming: Naming, progress: Progress) -> None:
        self._spec = spec
        self._naming = naming
        self._progress = progress
        self._camera_of: Callable[[Path, SourceKind, str], str] = gallery.camera_of_source
        self._known: Mapping[SourceKey, int] = _frames_by_source(gallery)

    def plan(self, scanned: ScannedPath) -> PlannedPath:
        if isinstance(scanned.found, FileError):
            return PlannedPath(path=scanned.path, found=scanned.found)
        found = replace(scanned.found, sources=tuple(filter(self._has_arrived, scanned.found.sources)))
        return PlannedPath(path=scanned.path, found=found, sources=tuple(self._sources(found)))

    def _has_arrived(self, source: ScannedSource) -> bool:
        """Return whether any file of a source is to be taken."""
        return self._spec.arrived is None or not self._spec.arrived.isdisjoint(source.files)

    def _sources(self, found: Scan) -> Iterator[PlannedSource]:
        for whole in found.sources:
            for source in filter(self._has_arrived, self._naming.split(whole)):
                self._progress.check()
                named = self._spec.camera or source.default_camera
                camera = self._camera_of(source.path, source.kind, named)
                known = self._known.get((source.path, source.kind, camera), 0)
                frames, fps = _count_frames(source, self._spec.arrived)
                wanted = self._spec.sampling.expected(frames, fps)
                new = wanted if self._spec.arrived is not None else max(wanted - known, 0)
                yield PlannedSource(source=source, named=named, camera=camera, new_frames=new)


def _frames_by_source(gallery: Gallery) -> dict[SourceKey, int]:
    counts = gallery.counts_by_source()
    return {(source.path, source.kind, source.camera): counts[source.id].frames for source in gallery.sources()}


def _count_frames(source: ScannedSource, arrived: frozenset[Path] | None) -> tuple[int, float]:
    """Return how many frames a source has, 0 where nobody can say, and how many a second."""
    if source.kind is not SourceKind.VIDEO:
        return len(source.files if arrived is None else arrived.intersection(source.files)), USUAL_FPS
    try:
        with open_video(source.path) as reader:
            return reader.frame_count or 0, reader.fps
    except FileError:  # its turn says why
        return 0, USUAL_FPS
