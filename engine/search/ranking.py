"""The answer to a search."""

from dataclasses import dataclass, field
from typing import Any

from engine.attributes.schema import Schema
from engine.gallery.records import CropRecord, ReviewState
from engine.search.evidence import Band, ClauseEvidence, Evidence
from engine.search.examples import NO_EXAMPLES, Examples
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.sorting import Sorting

LEAD_NOT_IDENTIFICATION = "Similarity is a lead, not an identification"


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedCrop:
    """A crop in its place."""

    rank: int  # 1-based
    score: float  # as the scorer has it; 0 where nothing was asked
    band: Band | None  # None where nothing was asked
    crop: CropRecord
    evidence: tuple[Evidence, ...]  # one a ticked value
    clauses: tuple[ClauseEvidence, ...]  # one a clause: the marks on a tile
    review: ReviewState = ReviewState.UNREVIEWED
    of_track: int = 1  # how many crops share the place


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The best crops for a description, best first, and what they were chosen from."""

    query: Query
    filters: Filters
    schema: Schema
    scorer: str
    model_id: str
    revision: int  # of what the search read
    considered: int  # crops that passed the filters, and were ranked
    searchable: int  # crops that the model has embedded
    total: int  # crops in the case
    results: tuple[RankedCrop, ...]
    examples: Examples = NO_EXAMPLES
    learns: bool = False  # whether reviewed crops counted as examples too
    counted: Examples = NO_EXAMPLES  # all examples that counted: those asked for, and the reviewed ones
    tracks: int | None = None  # that were ranked, where the crops of a track share a place
    offset: int = 0  # better crops that are left out, for they stand on an earlier page
    sorting: Sorting = field(default_factory=Sorting)  # how they stand, where not the best first

    @property
    def says_nothing(self) -> bool:
        """Whether nothing was asked, so that the crops stand by time."""
        return self.query.is_empty and self.counted.is_empty

    @property
    def is_cut(self) -> bool:
        """Whether more was ranked than is shown."""
        return len(self.results) < self.places

    @property
    def has_next_page(self) -> bool:
        """Whether more crops stand behind those shown."""
        return self.offset + len(self.results) < self.places

    @property
    def places(self) -> int:
        """How many places there are: a crop's each, or a track's; where only the best are sorted, no more."""
        ranked = self.considered if self.tracks is None else self.tracks
        is_cut = not self.sorting.is_by_match and self.sorting.among is not None
        return min(ranked, self.sorting.among or ranked) if is_cut else ranked

    @property
    def ranked(self) -> int:
        """How many places were ranked, whatever is left out when they are sorted."""
        return self.considered if self.tracks is None else self.tracks

    def summary(self) -> str:
        """Return what was ranked in one line: "200 of 41,300 ranked", "201 to 400 of 2,100 tracks ranked"."""
        shown = f"{len(self.results):,}"
        if self.offset:
            shown = f"{self.offset + 1:,} to {self.offset + len(self.results):,}"
        kind = "" if self.tracks is None else " tracks"
        line = f"{shown} of {self.places:,}{kind} ranked"
        if self.considered < self.searchable:
            line += f"; the filters leave out {self.searchable - self.considered:,}"
        if self.searchable < self.total:
            line += f"; {self.total - self.searchable:,} not embedded yet"
        return line

    def facts(self) -> dict[str, Any]:
        """Return what the audit log keeps of a search: enough to run it again and compare."""
        return {
            "query": self.query.to_text(),
            "words": self.query.in_words(self.schema),
            "filters": self.filters.to_dict(),
            "examples": self.counted.to_log(),
            "from_reviews": self.learns,
            **({"given": self.examples.to_log()} if self.learns else {}),  # without those that reviews have added
            "scorer": self.scorer,
            "model_id": self.model_id,
            "revision": self.revision,
            "considered": self.considered,
            "offset": self.offset,
            "by_track": self.tracks is not None,
            **({} if self.sorting.is_by_match else {"sorting": self.sorting.to_dict()}),
            "shown": [ranked.crop.id for ranked in self.results],
        }
