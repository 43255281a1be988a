"""Filters in English: "cameras Gate A and Gate B; from 14 May 2026 12:00:00 UTC; at least 48 px high"."""

from collections.abc import Iterator
from datetime import datetime

from engine.search.filters import Filters

NONE = "none: every crop was considered"


def say_filters(filters: Filters) -> str:
    """Return what a search considered, as one phrase."""
    return "; ".join(_parts(filters)) or NONE


def _parts(filters: Filters) -> Iterator[str]:
    if filters.cameras is not None:
        yield f"cameras {', '.join(sorted(filters.cameras)) or 'none'}"
    if filters.sources is not None:
        yield f"sources {', '.join(map(str, sorted(filters.sources))) or 'none'}"
    if filters.start is not None:
        yield f"from {_say_time(filters.start)}"
    if filters.end is not None:
        yield f"to {_say_time(filters.end)}"
    if filters.min_height_px is not None:
        yield f"at least {filters.min_height_px} px high"
    if filters.min_sharpness is not None:
        yield f"sharpness at least {filters.min_sharpness:g}"
    if filters.reviews is not None:
        yield f"review state {' or '.join(sorted(state.value for state in filters.reviews)) or 'none'}"
    if filters.crops is not None:
        yield f"only {len(filters.crops):,} crops that were named"


def _say_time(time: datetime) -> str:
    return f"{time:%Y-%m-%d %H:%M:%S} {time.tzname() or ''}".rstrip()
