"""What of a case was searched and what was not, by camera."""

from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from engine.detection.settings import DetectionSettings
from engine.gallery.camera_clock import CameraClock
from engine.gallery.catalog.coverage import (
    CoverageBounds,
    CoverageTally,
    CropTally,
    FrameTally,
    SourceTally,
)
from engine.gallery.catalog.values import at
from engine.gallery.records import FailureRecord

if TYPE_CHECKING:  # the window shows a coverage before it has loaded what makes one
    from engine.gallery.gallery import Gallery

USUAL_BOUNDS = CoverageBounds()
EVERYBODY = DetectionSettings()


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when, both in UTC."""

    start: datetime
    end: datetime

    @property
    def seconds(self) -> float:
        """Return how long it is."""
        return (self.end - self.start).total_seconds()


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraCoverage:
    """What of one camera was searched and what was not."""

    camera: str
    clock: CameraClock
    spans: tuple[Span, ...]  # with footage, in order
    sources: SourceTally
    frames: FrameTally
    crops: CropTally
    settings: tuple[DetectionSettings, ...] = ()  # by which its sources were taken in, where they leave people out

    @property
    def gaps(self) -> tuple[Span, ...]:
        """Return the times between the spans, without footage."""
        return tuple(Span(before.end, after.start) for before, after in pairwise(self.spans))

    @property
    def span(self) -> Span | None:
        """Return from the first frame to the last; None where none has a time."""
        return Span(self.spans[0].start, self.spans[-1].end) if self.spans else None

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return {
            "camera": self.camera,
            "zone": self.clock.zone,
            "clock_offset_s": self.clock.ahead_s,
            "sources": self.sources.sources,
            "sources_unfinished": self.sources.unfinished,
            "failures": self.sources.failures,
            "frames": self.frames.frames,
            "frames_without_time": self.frames.without_time,
            "frames_passed_over": self.sources.passed_over,
            "frames_without_people": self.frames.without_people,
            "people_taken": [settings.in_words() for settings in self.settings],
            "crops": self.crops.crops,
            "crops_too_small": self.crops.too_small,
            "crops_blurred": self.crops.blurred,
            "crops_below_quality": self.crops.below_quality,
            "crops_not_embedded": self.crops.not_embedded,
            "spans": [_plain(span) for span in self.spans],
            "gaps": [{**_plain(gap), "seconds": gap.seconds} for gap in self.gaps],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What of a case was searched and what was not."""

    cameras: tuple[CameraCoverage, ...]  # by name
    failures: tuple[FailureRecord, ...]
    bounds: CoverageBounds
    model_id: str | None  # of the model that has to have embedded a crop

    @property
    def span(self) -> Span | None:
        """Return from the first frame of any camera to the last; None where none has a time."""
        spans = [camera.span for camera in self.cameras if camera.span is not None]
        return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return {
            "bounds": asdict(self.bounds),
            "model_id": self.model_id,
            "span": None if self.span is None else _plain(self.span),
            "cameras": [camera.to_dict() for camera in self.cameras],
            "failures": [{"path": str(failure.path), "reason": failure.reason} for failure in self.failures],
        }


def read_coverage(gallery: "Gallery", model_id: str | None, bounds: CoverageBounds = USUAL_BOUNDS) -> Coverage:
    """Return what of a case was searched and what was not; reads every frame and crop.

    Args:
        gallery: the case.
        model_id: the model that searches; None where there is none, and so no crop can be found.
        bounds: what counts as a gap, and as too small or too blurred to judge.
    """
    tally = gallery.coverage_tally(bounds, model_id)
    settings = _settings_by_camera(gallery)
    return Coverage(
        cameras=tuple(
            _camera(camera, gallery.camera_clock(camera), tally, settings.get(camera, ())) for camera in tally.sources
        ),
        failures=tuple(gallery.failures()),
        bounds=bounds,
        model_id=model_id,
    )


def _settings_by_camera(gallery: "Gallery") -> dict[str, tuple[DetectionSettings, ...]]:
    """Return who was taken of the people found, for the cameras where that was not everybody."""
    found: dict[str, dict[DetectionSettings, None]] = {}
    for source in gallery.sources():
        settings = gallery.detection_settings(source.id)
        if settings != EVERYBODY:
            found.setdefault(source.camera, {})[settings] = None
    return {camera: tuple(settings) for camera, settings in found.items()}


def _camera(
    camera: str, clock: CameraClock, tally: CoverageTally, settings: tuple[DetectionSettings, ...]
) -> CameraCoverage:
    frames = tally.frames.get(camera, FrameTally())
    return CameraCoverage(
        camera=camera,
        clock=clock,
        spans=_spans(frames, tally.gaps.get(camera, [])),
        sources=tally.sources[camera],
        frames=frames,
        crops=tally.crops.get(camera, CropTally()),
        settings=settings,
    )


def _spans(frames: FrameTally, gaps: list[tuple[float, float]]) -> tuple[Span, ...]:
    """Return what lies between the gaps."""
    if frames.first is None or frames.last is None:
        return ()
    starts = [frames.first, *(end for _, end in gaps)]
    ends = [*(begin for begin, _ in gaps), frames.last]
    return tuple(Span(at(start), at(end)) for start, end in zip(starts, ends, strict=True))


def _plain(span: Span) -> dict[str, str]:
    return {"start": span.start.isoformat(), "end": span.end.isoformat()}
