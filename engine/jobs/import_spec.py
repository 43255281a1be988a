"""What an import is asked to do, and what it says afterwards."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from engine.detection.choose import DetectorKind
from engine.errors import ConfigError, FileError
from engine.gallery.records import SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSpec:
    """One import."""

    case: Path
    paths: tuple[Path, ...]  # folders, videos, single pictures
    camera: str | None = None  # None: the name of the folder, or of the video without its ending
    start: datetime | None = None  # of the videos' first frame; without a zone it is local time of `zone`
    zone: str | None = None  # of the cameras, such as "Europe/Berlin"; None is this computer's
    detector: DetectorKind = DetectorKind.AUTO
    detector_weights: Path | None = None
    may_fetch_weights: bool = False  # the user has agreed to the download
    kind: SourceKind | None = None  # None: folders hold frames, or crops where the detector is "none"
    every: int = 1  # takes every so-manieth frame

    def __post_init__(self) -> None:
        if not self.paths:
            raise ConfigError("source", "", "is missing; name a folder, a video or a picture")
        if self.every < 1:
            raise ConfigError("every", self.every, "must be 1 or more")

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
    skipped: int = 0
    duplicates: int = 0
    embedded: int = 0
    failures: list[FileError] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSummary:
    """What an import changed."""

    frames: int  # taken in now
    detections: int
    crops: int
    tracks: int
    skipped: int  # frames that the case had already
    duplicates: int  # frames whose content was there under another name; kept
    failures: int  # files that could not be used
    embedded: int  # crops
    detector: str
    device: str
    seconds: Mapping[str, float]  # by stage
    unusable: tuple[str, ...] = field(default=())  # a sentence for each named path that gave nothing

    def to_dict(self) -> dict[str, Any]:
        """Return the summary as plain values for JSON."""
        return asdict(self)
