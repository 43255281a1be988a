"""What an import is asked to do, and what it says afterwards."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from engine.detection.choose import DetectorKind
from engine.detection.settings import CameraWish
from engine.detection.sifted import LeftOutCount
from engine.errors import ConfigError, FileError
from engine.gallery.records import SourceKind
from engine.imaging.name_presets import name_pattern
from engine.jobs.sampling import EVERY_FRAME, Sampling
from engine.search.saved_searches import SearchAlert


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSpec:
    """One import."""

    case: Path
    paths: tuple[Path, ...]  # folders, videos, single pictures
    camera: str | None = None  # None: the name of the folder, or of the video without its ending
    start: datetime | None = None  # of the videos' first frame; without a zone it is local time of `zone`
    zone: str | None = None  # "Europe/Berlin"; None is what the case has of the camera, else this computer's
    ahead_s: float | None = None  # how far the cameras' clocks run ahead; None is as the case has it, else not at all
    name_pattern: str | None = None  # with named fields, or a preset's key
    time_list: Path | None = None  # a CSV of files with their times
    detector: DetectorKind = DetectorKind.AUTO
    detector_weights: Path | None = None
    may_fetch_weights: bool = False  # the user has agreed to the download
    kind: SourceKind | None = None  # None: folders hold frames, or crops where the detector is "none"
    sampling: Sampling = EVERY_FRAME
    arrived: frozenset[Path] | None = None  # only these files below the paths; None is all
    detection: tuple[CameraWish, ...] = ()  # who of the people found is taken

    def __post_init__(self) -> None:
        if not self.paths:
            raise ConfigError("source", "", "is missing; name a folder, a video or a picture")
        pattern = None if self.name_pattern is None else name_pattern(self.name_pattern)
        if self.holds_crops and any(wish.zone is not None for wish in self.detection):
            raise ConfigError("ignore", self.camera or "", "needs whole frames; cut-out people have no place in them")
        if self.camera is not None and pattern is not None and pattern.gives_camera:
            raise ConfigError("camera", self.camera, "is named by the pattern too; leave it out, or write * there")

    @property
    def holds_crops(self) -> bool:
        """Return whether folders hold crops of people rather than frames."""
        return self.kind is SourceKind.CROPS or (self.kind is None and self.detector is DetectorKind.NONE)


@dataclass(slots=True, kw_only=True)
class Tally:
    """What an import has counted so far."""

    frames: int = 0
    detections: int = 0
    crops: int = 0
    tracks: int = 0
    skipped: int = 0
    passed_over: int = 0
    duplicates: int = 0
    names_unread: int = 0
    embedded: int = 0
    failures: list[FileError] = field(default_factory=list)
    left_out: LeftOutCount = field(default_factory=LeftOutCount)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSummary:
    """What an import changed."""

    frames: int  # taken in now
    detections: int
    crops: int
    tracks: int  # of the sources that gave something new
    skipped: int  # frames that the case had already
    passed_over: int = 0  # frames that were not to be looked at, and that the case has not
    duplicates: int  # frames whose content was there under another name; kept
    failures: int  # files and folders that could not be used
    names_unread: int = 0  # files whose names do not fit the pattern; taken in without what it would have said
    too_low: int = 0  # people below the minimum height
    ignored: int = 0  # people who stand in an ignored zone
    embedded: int  # crops
    detector: str
    device: str
    seconds: Mapping[str, float]  # by stage
    unusable: tuple[str, ...] = field(default=())  # a sentence for each named path that gave nothing
    alerts: tuple[SearchAlert, ...] = ()  # saved searches with new hits

    def in_words(self) -> str:
        """Return what came of it in one sentence."""
        frames, people = _counted(self.frames, "frame", "frames"), _counted(self.crops, "person", "people")
        parts = [f"{frames} taken in, {people} found by {self.detector}"]
        parts += [f"{self.too_low} below the minimum height left out"] if self.too_low else []
        parts += [f"{self.ignored} in ignored zones left out"] if self.ignored else []
        for number, one, many in (
            (self.skipped, "frame was there already", "frames were there already"),
            (self.passed_over, "frame was passed over", "frames were passed over"),
            (self.duplicates, "has the content of another file", "have the content of another file"),
            (self.names_unread, "file name could not be read", "file names could not be read"),
            (self.failures, "file or folder could not be used", "files or folders could not be used"),
        ):
            parts += [_counted(number, one, many)] if number else []
        return "; ".join(parts) + "."

    def to_dict(self) -> dict[str, Any]:
        """Return the summary as plain values for JSON."""
        return asdict(self)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
