"""How much memory an import of very many small frames takes, early and late."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import cv2

from engine.demo.footage import demo_walks
from engine.demo.lens import stamp
from engine.demo.scene import Scene
from engine.demo.sites import SITES
from engine.detection.choose import DetectorKind
from engine.device import peak_memory_mb, resident_memory_mb
from engine.errors import ConfigError
from engine.gallery.gallery import Gallery
from engine.gallery.records import SourceKind
from engine.imaging.jpeg import encode_jpeg
from engine.imaging.pixels import Pixels
from engine.jobs.embed_gallery import Embedder
from engine.jobs.import_footage import import_footage
from engine.jobs.import_spec import ImportSpec
from engine.progress import Advanced, Event, Progress

DRAWN = 24  # moments of the demo's first camera; the recorder's line makes each frame another
SECONDS_BETWEEN = 0.5
FRAME_PX = (320, 180)  # width, height
JPEG_QUALITY = 80
FRAMES_A_RUN = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryToMeasure:
    """An import whose memory is measured.

    Attributes:
        frames: of 320 × 180 pixels, in one folder.
        early: the frame at which memory is looked at first.
        detector: who finds people; "none" takes each frame for one person.
        detector_weights: of YOLOX.
    """

    frames: int = 20_000
    early: int = 2_000
    detector: DetectorKind = DetectorKind.AUTO
    detector_weights: Path | None = None

    def __post_init__(self) -> None:
        if not 0 < self.early < self.frames:
            raise ConfigError("early", self.early, f"must lie before the last frame, {self.frames}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryFigures:
    """Memory of the process in MiB; None where the system does not tell.

    Attributes:
        frames: taken in.
        crops: found.
        embedded: of these.
        early: the frame of the early look, or the next one that was told of.
        early_peak_mb: the most that was held until then.
        late_peak_mb: the most that was held until the last frame was in.
        end_peak_mb: the most that was held until the job's end, with linking and indexing.
        growth_mb: late_peak_mb less early_peak_mb.
        early_resident_mb: held at the early look.
        late_resident_mb: held at the last frame.
    """

    frames: int
    crops: int
    embedded: int
    early: int
    early_peak_mb: float | None
    late_peak_mb: float | None
    end_peak_mb: float | None
    growth_mb: float | None
    early_resident_mb: float | None
    late_resident_mb: float | None


@dataclass(slots=True)
class _Look:
    """What one look at the memory saw."""

    frame: int
    peak_mb: float | None = field(default_factory=peak_memory_mb)
    resident_mb: float | None = field(default_factory=resident_memory_mb)


def measure_memory(asked: MemoryToMeasure, embedder: Embedder | None, progress: Progress) -> MemoryFigures:
    """Draw the frames, import them into a case that goes afterwards, and look at the memory on the way.

    Raises:
        FileError, ConfigError: if the detector cannot be used.
    """
    with TemporaryDirectory(prefix="bolo-bench-") as name:
        folder, case = Path(name) / "frames", Path(name) / "measured.bolo"
        folder.mkdir()
        _draw(folder, asked.frames, progress)
        Gallery.create(case).close()
        looks = _Looks(asked, progress)
        spec = ImportSpec(
            case=case,
            paths=(folder,),
            kind=SourceKind.FRAMES,
            detector=asked.detector,
            detector_weights=asked.detector_weights,
        )
        summary = import_footage(spec, Progress(looks.take), embedder=embedder)
    return looks.figures(summary.frames, summary.crops, summary.embedded)


class _Looks:
    """Looks at the memory when the import tells that it has come far enough."""

    def __init__(self, asked: MemoryToMeasure, progress: Progress) -> None:
        self._asked = asked
        self._progress = progress
        self._early: _Look | None = None
        self._late: _Look | None = None

    def take(self, event: Event) -> None:
        """Pass an event on, and look where it is time."""
        self._progress.check()
        self._progress.tell(event)
        if not isinstance(event, Advanced) or event.total != self._asked.frames or self._late is not None:
            return
        if self._early is None and event.done >= self._asked.early:
            self._early = _Look(event.done)
        if event.done == self._asked.frames:
            self._late = _Look(event.done)

    def figures(self, frames: int, crops: int, embedded: int) -> MemoryFigures:
        """Return what was seen."""
        early, late = self._early or _Look(frames), self._late or _Look(frames)
        has_both = early.peak_mb is not None and late.peak_mb is not None
        return MemoryFigures(
            frames=frames,
            crops=crops,
            embedded=embedded,
            early=early.frame,
            early_peak_mb=early.peak_mb,
            late_peak_mb=late.peak_mb,
            end_peak_mb=peak_memory_mb(),
            growth_mb=round((late.peak_mb or 0) - (early.peak_mb or 0), 1) if has_both else None,
            early_resident_mb=early.resident_mb,
            late_resident_mb=late.resident_mb,
        )


def _draw(folder: Path, count: int, progress: Progress) -> None:
    """Draw the frames in another process, so that the most that this one holds is the import's."""
    runs = [range(start, min(start + FRAMES_A_RUN, count)) for start in range(0, count, FRAMES_A_RUN)]
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        for run in progress.track(runs, "Drawing frames"):
            pool.submit(_draw_run, folder, run).result()


def _draw_run(folder: Path, numbers: range) -> None:
    """Write JPEGs of a few drawn moments, over and over, each with another line of the recorder."""
    moments, site = _moments(), SITES[0]
    for number in numbers:
        pixels = moments[number % len(moments)].copy()
        stamp(pixels, f"{site.name.upper()}  {site.start + timedelta(seconds=number):%Y-%m-%d %H:%M:%S}")
        (folder / f"{number:06}.jpg").write_bytes(encode_jpeg(pixels, JPEG_QUALITY))


@cache
def _moments() -> tuple[Pixels, ...]:
    site = SITES[0]
    scene = Scene(site, demo_walks()[site.name])
    drawn = (scene.draw(number * SECONDS_BETWEEN).pixels for number in range(DRAWN))
    return tuple(cv2.resize(pixels, FRAME_PX, interpolation=cv2.INTER_AREA) for pixels in drawn)
