"""What the case thread tells the window."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from engine.gallery.records import CropId, FailureRecord, FrameRecord, Label, SavedQuery, Source, TrackId
from engine.registry.card import ModelCard
from engine.search.evidence import Evidence
from engine.search.sorting import Sorting


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCase:
    """A case that has been opened, and the model that answers in it."""

    folder: Path
    title: str
    is_read_only: bool
    card: ModelCard | None  # None where no usable model is installed
    model_problem: str  # why there is none
    reviewer: str | None = None  # who reviews without seeing what others said
    holder: str = ""  # who else has it open, as a sentence; it is read-only here then


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """A source with what came of it."""

    source: Source
    frames: int  # of a source that is still being read, the number of the last one
    crops: int  # that the model has seen
    is_missing: bool = False  # nothing is where the case has it


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What the case holds at this moment."""

    crops: int
    embedded: int  # by the model in use
    sources: tuple[SourceFacts, ...]
    failures: tuple[FailureRecord, ...]
    cameras: tuple[str, ...]
    time_span: tuple[datetime, datetime] | None  # in the zone of the footage
    tracks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """How the results stand: each crop for itself, a place for each track, or the crops of one track alone."""

    by_track: bool = False
    only_track: TrackId | None = None
    sorting: Sorting = field(default_factory=Sorting)

    @property
    def has_places_of_tracks(self) -> bool:
        """Whether the crops of a track share a place."""
        return self.by_track and self.only_track is None


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFacts:
    """A saved search, and its hits that nobody has marked as seen."""

    query: SavedQuery
    new: frozenset[CropId]


@dataclass(frozen=True, slots=True, kw_only=True)
class CropFindings:
    """What the model thinks of every attribute of one crop."""

    crop_id: CropId
    evidence: tuple[Evidence, ...]  # in the schema's order


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameLook:
    """A frame, and whether its source has one before and one after it."""

    frame: FrameRecord
    has_before: bool
    has_after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CropLook:
    """Where a crop comes from, and what people said of it."""

    crop_id: CropId
    frame: FrameLook
    labels: tuple[Label, ...]
    picture: bytes = b""  # of the crop, a JPEG
