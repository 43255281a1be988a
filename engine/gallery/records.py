"""What the catalog holds, as records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import NewType

from engine.errors import ConfigError
from engine.gallery.camera_clock import CameraClock
from engine.imaging.box import Box

SourceId = NewType("SourceId", int)
FrameId = NewType("FrameId", int)
CropId = NewType("CropId", int)
TrackId = NewType("TrackId", int)


def installed_version() -> str:
    """Return the version of Bolo that runs."""
    from importlib import metadata  # brings the parsers of mail and zip along, which the window must not wait for

    try:
        return metadata.version("bolo")
    except metadata.PackageNotFoundError:  # run from a source tree that was never installed
        return "unknown"


class SourceKind(Enum):
    """What an imported path is."""

    FRAMES = "frames"  # a folder of frames, one picture each
    CROPS = "crops"  # a folder of person crops
    VIDEO = "video"  # one video file


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An imported folder or video."""

    id: SourceId
    path: Path
    kind: SourceKind
    camera: str
    is_complete: bool  # all its frames have been taken in


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCrop:
    """A person cut out of a frame, before the catalog gives it an id."""

    box: Box  # the detection in frame pixels, without the margin that the picture has
    score: float  # the detector's, 1.0 where the file is a crop already
    quality: "Quality"
    jpeg: bytes  # the picture with its margin
    picture_hash: bytes = b""  # 16 bytes of `perceptual_hash`; nothing where it was not computed


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFrame:
    """One image of a source with the people in it, before the catalog gives it an id."""

    path: Path  # the file: the picture itself, or the video that holds it
    number: int  # 1-based; of a folder the place in its sorted list, of a video the frame's number
    sha256: str  # of the file; a video's frames share the video's
    width_px: int
    height_px: int
    time_raw: datetime | None  # as the recorder wrote it; of a video its first frame's
    raw_seconds: float = 0.0  # since then, by the video's own count
    time: datetime | None  # corrected by the camera's zone and offset; always with a zone
    crops: tuple[NewCrop, ...]

    def __post_init__(self) -> None:
        if self.time is not None and self.time.tzinfo is None:
            raise ConfigError("time", self.time.isoformat(), "has no time zone")
        if self.number < 1:
            raise ConfigError("number", self.number, "must be 1 or more, for frames are counted from 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """How well a crop shows a person."""

    height_px: int
    sharpness: float  # variance of the Laplacian of the grey crop; below about 50 it looks blurred
    truncated: float  # share of the box's sides that touch the frame's edge, 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CropRecord:
    """A crop with all that the catalog knows of where it comes from."""

    id: CropId
    source_id: SourceId
    source_path: Path
    source_kind: SourceKind
    frame_path: Path
    frame_number: int
    frame_size_px: tuple[int, int]  # width, height
    sha256: str
    time: datetime | None
    camera: str
    box: Box
    score: float
    track_id: TrackId | None
    quality: Quality


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameRecord:
    """A frame with the people that were found in it."""

    id: FrameId
    source_id: SourceId
    source_kind: SourceKind
    frame_path: Path
    frame_number: int
    frame_size_px: tuple[int, int]  # width, height
    sha256: str
    time: datetime | None  # corrected
    time_raw: datetime | None  # as the recorder wrote it, of a video its first frame's; mostly without a zone
    raw_seconds: float  # since then, by the video's own count
    people: tuple[tuple[CropId, Box], ...]  # by id


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraRecord:
    """A camera, its clock and what it gave."""

    name: str
    clock: CameraClock
    sources: int
    frames: int
    timed: int  # frames with a time
    first: datetime | None  # UTC
    last: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraChange:
    """What changing a camera did."""

    name: str
    clock: CameraClock
    frames: int  # whose time is another now
    kept: int  # frames with a time of which nothing is known as it was recorded: it stays
    repeated: int  # frames of an hour that clocks repeated: taken as its first run


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureRecord:
    """An input that could not be used, and why."""

    path: Path
    reason: str
    source_id: SourceId | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseInfo:
    """What a case is about."""

    name: str
    reference: str = ""  # the file number of the investigation
    purpose: str = ""
    created: datetime
    bolo_version: str = field(default_factory=installed_version)  # that made it


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCounts:
    """How much a case holds."""

    sources: int
    frames: int
    frames_without_people: int
    crops: int
    tracks: int
    failures: int
    embedded: Mapping[str, int]  # crops by model id


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """How much came from one source."""

    frames: int
    crops: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSearch:
    """What a saved search asks, as the catalog keeps it; `filters` and `examples` are JSON."""

    text: str
    filters: str = "{}"
    examples: str = "{}"
    scorer: str | None = None  # None: the usual one
    learns: bool = False  # whether reviewed crops count as examples


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedQuery:
    """A search kept under a name, and how far the case has been looked through for it."""

    id: int
    name: str
    asks: StoredSearch
    saved_at: datetime
    checked_until: CropId  # crops up to this id have been looked through
    new: int  # hits that nobody has marked as seen


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedHit:
    """A crop that a saved search found when it was new."""

    crop_id: CropId
    found_at: datetime
    seen_at: datetime | None  # None: still new


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedQuery:
    """A saved search that was taken away, with its hits: all it takes to put it back."""

    query: SavedQuery
    hits: tuple[SavedHit, ...]


class ReviewState(Enum):
    """What a person who looked at a crop said of it; the last word counts."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One word said on a crop."""

    crop_id: CropId
    state: ReviewState
    note: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What one person says that a crop shows."""

    crop_id: CropId
    attribute: str  # its id; a schema may have dropped it since
    value: bool | None  # None: it cannot be told
    who: str
    at: datetime
    is_guess: bool  # a model's, which nobody has looked at singly


@dataclass(frozen=True, slots=True)
class Said:
    """One labeller's word on a crop and an attribute; `is_guess` where a model said it, and nobody has looked yet."""

    value: bool | None  # None: it cannot be told
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class LabelCount:
    """How many labels of one attribute there are, of all labellers, guesses left out."""

    holds: int
    does_not: int
    cannot_tell: int


class BookmarkState(Enum):
    """Whether a crop is to be found again, or part of the case; the last word counts."""

    NONE = "none"
    BOOKMARKED = "bookmarked"
    ADDED = "added"  # to the case, for a reason that is given


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """One word on whether a crop is to be found again."""

    crop_id: CropId
    state: BookmarkState
    note: str  # why
    who: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One line of the audit log; `facts` is canonical JSON."""

    number: int
    at: str  # ISO 8601, UTC
    who: str
    action: str
    facts: str
    previous: str  # the hash of the line before
    hash: str


class JobState(Enum):
    """How a job stands."""

    RUNNING = "running"  # or killed: no process says which
    DONE = "done"
    CANCELLED = "cancelled"
    PAUSED = "paused"  # to be gone on with
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRecord:
    """One run of a job on the case; `inputs` and `summary` are JSON."""

    id: int
    kind: str
    inputs: str
    state: JobState
    started_at: datetime
    finished_at: datetime | None
    summary: str
