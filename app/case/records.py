"""What the case thread tells the window."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from engine.gallery.records import CropId, FailureRecord, Source
from engine.registry.card import ModelCard
from engine.search.evidence import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCase:
    """A case that has been opened, and the model that answers in it."""

    folder: Path
    title: str
    is_read_only: bool
    card: ModelCard | None  # None where no usable model is installed
    model_problem: str  # why there is none


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """A source with what came of it."""

    source: Source
    frames: int  # of a source that is still being read, the number of the last one
    crops: int  # that the model has seen


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What the case holds at this moment."""

    crops: int
    embedded: int  # by the model in use
    sources: tuple[SourceFacts, ...]
    failures: tuple[FailureRecord, ...]
    cameras: tuple[str, ...]
    time_span: tuple[datetime, datetime] | None  # in the zone of the footage


@dataclass(frozen=True, slots=True, kw_only=True)
class CropFindings:
    """What the model thinks of every attribute of one crop."""

    crop_id: CropId
    evidence: tuple[Evidence, ...]  # in the schema's order
