"""Orders of results other than the best match first."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import ConfigError, QueryError
from engine.gallery.records import CropId, ReviewState
from engine.gallery.searchable import Searchable
from engine.search.legibility import legibility_of

Rows = NDArray[np.int64]

REVIEW_ORDER = (ReviewState.CONFIRMED, ReviewState.UNSURE, ReviewState.UNREVIEWED, ReviewState.REJECTED)


class SortKey(Enum):
    """By what results are sorted."""

    MATCH = "match"
    TIME = "time"
    CAMERA = "camera"
    QUALITY = "quality"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorting:
    """An order of results.

    Attributes:
        key: what comes first: the best match, the earliest, by camera and then time, the clearest, or the confirmed.
        among: only so many of the best are sorted; None sorts all. By match nothing is left out.
    """

    key: SortKey = SortKey.MATCH
    among: int | None = None

    def __post_init__(self) -> None:
        if self.among is not None and self.among < 1:
            raise ConfigError("among", self.among, "must be at least 1")

    @property
    def is_by_match(self) -> bool:
        """Whether results stand as they were ranked."""
        return self.key is SortKey.MATCH

    def places(self, searchable: Searchable, rows: Rows, reviews: Mapping[CropId, ReviewState]) -> Rows:
        """Return the places (n,) of ranked rows in this order; equal ones stay as they were ranked.

        Args:
            searchable: the case's crops.
            rows: (n,) the best first.
            reviews: the states of those that have been reviewed.
        """
        keys = _KEYS[self.key](searchable, rows, reviews)
        return np.lexsort((np.arange(len(rows)), *reversed(keys)))

    def to_dict(self) -> dict[str, Any]:
        """Return the order for JSON; `from_dict` reads it back equal."""
        return {"key": self.key.value, "among": self.among}

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> "Sorting":
        """Read what `to_dict` wrote.

        Raises:
            QueryError: if it is no order.
        """
        try:
            among = fields.get("among")
            return cls(key=SortKey(fields.get("key", "match")), among=None if among is None else int(among))
        except (TypeError, ValueError) as error:
            raise QueryError(f"The stored order cannot be read ({error}); sort anew.") from error


Reviews = Mapping[CropId, ReviewState]
Keys = tuple[NDArray[Any], ...]  # the first one counts most; ascending


def _by_match(_searchable: Searchable, rows: Rows, _reviews: Reviews) -> Keys:
    return (np.arange(len(rows)),)


def _by_time(searchable: Searchable, rows: Rows, _reviews: Reviews) -> Keys:
    return (searchable.times[rows],)  # unknown times, nan, come last


def _by_camera(searchable: Searchable, rows: Rows, _reviews: Reviews) -> Keys:
    return searchable.camera_codes[rows], searchable.times[rows]  # codes stand in the order of the names


def _by_quality(searchable: Searchable, rows: Rows, _reviews: Reviews) -> Keys:
    heights = searchable.heights_px[rows].astype(np.float64)
    return -legibility_of(heights, searchable.sharpness[rows]), -heights


def _by_review(searchable: Searchable, rows: Rows, reviews: Reviews) -> Keys:
    order = {state: place for place, state in enumerate(REVIEW_ORDER)}
    unreviewed = order[ReviewState.UNREVIEWED]
    ids = searchable.crop_ids[rows].tolist()
    return (np.array([order[reviews[id_]] if id_ in reviews else unreviewed for id_ in ids], np.int64),)


_KEYS = {
    SortKey.MATCH: _by_match,
    SortKey.TIME: _by_time,
    SortKey.CAMERA: _by_camera,
    SortKey.QUALITY: _by_quality,
    SortKey.REVIEW: _by_review,
}
