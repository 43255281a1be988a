"""What narrows a search besides the description: cameras, time span, sources, quality, review state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import QueryError
from engine.gallery.records import CropId, ReviewState, SourceId
from engine.gallery.searchable import Searchable


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which crops a search considers; None leaves a filter off.

    A crop of unknown time does not pass a time filter: nothing shows that it lies in the span. The span includes
    both ends, and its times carry a zone.
    """

    cameras: frozenset[str] | None = None
    start: datetime | None = None
    end: datetime | None = None
    sources: frozenset[SourceId] | None = None
    min_height_px: int | None = None
    min_sharpness: float | None = None  # variance of the Laplacian; below about 50 a crop looks blurred
    reviews: frozenset[ReviewState] | None = None
    crops: frozenset[CropId] | None = None  # only these, such as the new hits of a saved search

    def __post_init__(self) -> None:
        for time in (self.start, self.end):
            if time is not None and time.tzinfo is None:
                raise QueryError(f"The time {time} has no zone; write it as {time.isoformat()}+00:00.")
        if self.start is not None and self.end is not None and self.start > self.end:
            raise QueryError(f"The span from {self.start} to {self.end} ends before it starts; swap the two.")

    @property
    def is_off(self) -> bool:
        """Whether every crop passes."""
        return self == Filters()

    def rows(self, searchable: Searchable) -> npt.NDArray[np.int64] | None:
        """Return the rows that pass, (n,) int64 ascending, or None where all do."""
        if self.is_off:
            return None
        passes = np.ones(len(searchable.crop_ids), dtype=bool)
        if self.cameras is not None:
            passes &= _is_one_of(searchable.camera_codes, self._codes(searchable))
        if self.start is not None:
            passes &= searchable.times >= self.start.timestamp()  # false where the time is nan
        if self.end is not None:
            passes &= searchable.times <= self.end.timestamp()
        if self.sources is not None:
            passes &= _is_one_of(searchable.source_ids, sorted(self.sources))
        if self.min_height_px is not None:
            passes &= searchable.heights_px >= self.min_height_px
        if self.min_sharpness is not None:
            passes &= searchable.sharpness >= self.min_sharpness
        if self.crops is not None:
            passes &= np.isin(searchable.crop_ids, sorted(self.crops))
        if self.reviews is not None:
            passes &= self._reviewed_so(searchable)
        return np.flatnonzero(passes)

    def _reviewed_so(self, searchable: Searchable) -> npt.NDArray[np.bool_]:
        """Return (N,) whether each crop is in one of the review states asked for."""
        wanted = self.reviews or frozenset()
        states = searchable.reviews
        named = np.isin(searchable.crop_ids, sorted(crop_id for crop_id, state in states.items() if state in wanted))
        if ReviewState.UNREVIEWED not in wanted:
            return named
        return named | ~np.isin(searchable.crop_ids, sorted(states))

    def _codes(self, searchable: Searchable) -> list[int]:
        names = list(searchable.cameras)
        return [names.index(camera) for camera in sorted(self.cameras or ()) if camera in names]

    def to_dict(self) -> dict[str, Any]:
        """Return the filters as plain values for JSON; `from_dict` reads them back equal."""
        return {
            "cameras": None if self.cameras is None else sorted(self.cameras),
            "start": None if self.start is None else self.start.isoformat(),
            "end": None if self.end is None else self.end.isoformat(),
            "sources": None if self.sources is None else sorted(self.sources),
            "min_height_px": self.min_height_px,
            "min_sharpness": self.min_sharpness,
            "reviews": None if self.reviews is None else sorted(state.value for state in self.reviews),
            "crops": None if self.crops is None else sorted(self.crops),
        }

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> "Filters":
        """Read what `to_dict` wrote.

        Raises:
            QueryError: if a field is not what it should be.
        """
        cameras, start, end, sources = (fields.get(name) for name in ("cameras", "start", "end", "sources"))
        height_px, sharpness, reviews, crops = (
            fields.get(name) for name in ("min_height_px", "min_sharpness", "reviews", "crops")
        )
        try:
            return cls(
                cameras=None if cameras is None else frozenset(map(str, cameras)),
                start=None if start is None else datetime.fromisoformat(start),
                end=None if end is None else datetime.fromisoformat(end),
                sources=None if sources is None else frozenset(SourceId(int(source)) for source in sources),
                min_height_px=None if height_px is None else int(height_px),
                min_sharpness=None if sharpness is None else float(sharpness),
                reviews=None if reviews is None else frozenset(map(ReviewState, reviews)),
                crops=None if crops is None else frozenset(CropId(int(crop)) for crop in crops),
            )
        except (TypeError, ValueError) as error:
            raise QueryError(f"The stored filters cannot be read ({error}); set them anew.") from error


def _is_one_of(codes: npt.NDArray[np.integer], wanted: Sequence[int]) -> npt.NDArray[np.bool_]:
    """Return whether each of the codes (n,), small and not negative, is wanted; ten times as fast as np.isin."""
    is_wanted = np.zeros(1 + int(codes.max(initial=0)), np.bool_)
    is_wanted[[code for code in wanted if 0 <= code < len(is_wanted)]] = True
    found: npt.NDArray[np.bool_] = is_wanted[codes]
    return found
