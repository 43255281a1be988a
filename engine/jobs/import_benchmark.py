"""How long an import takes, against bare loops that decode, detect and embed the same frames."""

import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import cv2
import numpy as np
import torch

from engine.demo.footage import render_demo_footage, source_folders
from engine.detection.choose import DetectorKind, choose_detector
from engine.detection.detector import PersonDetector
from engine.device import peak_memory_mb
from engine.errors import EngineError
from engine.gallery.gallery import Gallery
from engine.jobs.bare_loops import BareSeconds, time_bare_loops
from engine.jobs.embed_gallery import BATCH, Embedder
from engine.jobs.import_footage import STAGE, import_footage
from engine.jobs.import_spec import ImportSpec, ImportSummary
from engine.jobs.sampling import Sampling
from engine.jobs.scan import scan
from engine.jobs.workers import Workers
from engine.progress import Advanced, Event, Progress

CASE_NAME = "measured.bolo"
WARM_UP_PX = (192, 96, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportToMeasure:
    """What is imported, and how.

    Attributes:
        source: a video or folder of frames; None draws the beginning of the demo's footage.
        frames_per_camera: of the four cameras that are drawn.
        detector: who finds people.
        detector_weights: of YOLOX.
        every: takes every so-manieth frame.
        rounds: of the medians.
    """

    source: Path | None = None
    frames_per_camera: int = 8
    detector: DetectorKind = DetectorKind.AUTO
    detector_weights: Path | None = None
    every: int = 1
    rounds: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFigures:
    """What an import costs.

    Attributes:
        import_s: from the call to its summary, with the detector's loading; the median round's.
        bare_s: the sum of the bare loops in the same round.
        ratio: of these two; design §7: at most 1.1.
        bare: seconds of each bare loop.
        seconds: the import's by stage, over all threads: their sum is more than import_s.
        time_left_error: by what share of the true time left the estimates were off, at most, between the first tenth of
            the import's time and its last; None where too little was told.
        frames: taken in.
        crops: found, cut out and embedded.
        detector: that was used.
        threads: OpenCV's and torch's own in the bare loops, as many as they choose.
        workers: threads of the import, in each of which both have one.
        rounds: of import and bare loops in turn.
        peak_memory_mb: of this process when the first import was done; None where the system does not tell.
    """

    import_s: float
    bare_s: float
    ratio: float
    bare: BareSeconds
    seconds: Mapping[str, float]
    time_left_error: float | None
    frames: int
    crops: int
    detector: str
    threads: tuple[int, int]
    workers: int
    rounds: int
    peak_memory_mb: float | None


@dataclass(frozen=True, slots=True)
class _Round:
    """One import, and the bare loops after it."""

    import_s: float
    summary: ImportSummary
    bare: BareSeconds
    time_left_error: float | None
    peak_memory_mb: float | None

    @property
    def ratio(self) -> float:
        return self.import_s / self.bare.total


def measure_import(asked: ImportToMeasure, embedder: Embedder, progress: Progress) -> ImportFigures:
    """Import into a case that goes afterwards, and run the bare loops over the same frames.

    Raises:
        FileError: if the source or the detector's weights cannot be used.
        ConfigError: if the detector is not known.
        EngineError: if the source holds no frame.
    """
    detector = choose_detector(asked.detector, asked.detector_weights)
    _warm_up(detector, embedder)
    with TemporaryDirectory(prefix="bolo-bench-") as name:
        folder = Path(name)
        paths = _drawn(folder, asked, progress) if asked.source is None else (asked.source,)
        spec = ImportSpec(
            case=folder / CASE_NAME,
            paths=paths,
            detector=asked.detector,
            detector_weights=asked.detector_weights,
            sampling=Sampling(every=asked.every),
        )
        rounds = [_round(spec, number, detector, embedder, progress) for number in range(asked.rounds)]
    return _figures(rounds)


def _warm_up(detector: PersonDetector, embedder: Embedder) -> None:
    """Let both build what they build once, such as plans for this size of batch."""
    grey = np.full(WARM_UP_PX, 128, np.uint8)
    detector.detect(grey)
    embedder.embed_images([grey] * BATCH)


def _drawn(folder: Path, asked: ImportToMeasure, progress: Progress) -> tuple[Path, ...]:
    footage = folder / "footage"
    render_demo_footage(footage, progress, frames_per_site=asked.frames_per_camera)
    return source_folders(footage)


def _round(spec: ImportSpec, number: int, detector: PersonDetector, embedder: Embedder, progress: Progress) -> _Round:
    case = spec.case.with_name(f"{number}-{spec.case.name}")
    Gallery.create(case).close()
    spec = replace(spec, case=case)
    promises = _Promises(progress)
    began = time.perf_counter()
    summary = import_footage(spec, Progress(promises.take), embedder=embedder)
    import_s = time.perf_counter() - began
    if not summary.frames:
        raise EngineError(f"{spec.paths[0]} has no frame that could be measured; name footage that Bolo can read.")
    peak = peak_memory_mb()  # before the bare loops, which hold more frames at a time
    sources = [source for path in spec.paths for source in scan(path, holds_crops=spec.holds_crops).sources]
    bare = time_bare_loops(sources, every=spec.sampling.every, detector=detector, embedder=embedder)
    return _Round(import_s, summary, bare, promises.worst_error(began, import_s), peak)


class _Promises:
    """Keeps what the import says of the time left, and passes its events on."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._promises: list[tuple[float, float]] = []  # when it was said, and how many seconds were left

    def take(self, event: Event) -> None:
        """Pass an event on; raises Cancelled once the user asked to stop."""
        self._progress.check()
        self._progress.tell(event)
        if isinstance(event, Advanced) and event.stage.startswith(STAGE) and event.seconds_left is not None:
            self._promises.append((time.perf_counter(), event.seconds_left))

    def worst_error(self, began: float, import_s: float) -> float | None:
        """Return the largest error, as a share of what was truly left."""
        end, tenth = began + import_s, import_s / 10
        told = [(end - at, left) for at, left in self._promises if began + tenth <= at <= end - tenth]
        return max((abs(left - true) / true for true, left in told), default=None)


def _figures(rounds: Sequence[_Round]) -> ImportFigures:
    """Return the figures of the round whose ratio is the median."""
    middle = statistics.median_low(each.ratio for each in rounds)
    median = next(each for each in rounds if each.ratio == middle)
    return ImportFigures(
        import_s=median.import_s,
        bare_s=median.bare.total,
        ratio=median.ratio,
        bare=median.bare,
        seconds=median.summary.seconds,
        time_left_error=median.time_left_error,
        frames=median.summary.frames,
        crops=median.summary.crops,
        detector=median.summary.detector,
        threads=(cv2.getNumThreads(), torch.get_num_threads()),
        workers=Workers().count,
        rounds=len(rounds),
        peak_memory_mb=rounds[0].peak_memory_mb,
    )
