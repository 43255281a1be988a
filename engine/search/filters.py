"""What narrows a search besides the description: cameras, time span, sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import QueryError
from engine.gallery.records import SourceId
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
            passes &= np.isin(searchable.camera_codes, self._codes(searchable))
        if self.start is not None:
            passes &= searchable.times >= self.start.timestamp()  # false where the time is nan
        if self.end is not None:
            passes &= searchable.times <= self.end.timestamp()
        if self.sources is not None:
            passes &= np.isin(searchable.source_ids, sorted(self.sources))
        return np.flatnonzero(passes)

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
        }

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> "Filters":
        """Read what `to_dict` wrote.

        Raises:
            QueryError: if a field is not what it should be.
        """
        cameras, start, end, sources = (fields.get(name) for name in ("cameras", "start", "end", "sources"))
        try:
            return cls(
                cameras=None if cameras is None else frozenset(map(str, cameras)),
                start=None if start is None else datetime.fromisoformat(start),
                end=None if end is None else datetime.fromisoformat(end),
                sources=None if sources is None else frozenset(SourceId(int(source)) for source in sources),
            )
        except (TypeError, ValueError) as error:
            raise QueryError(f"The stored filters cannot be read ({error}); set them anew.") from error
