"""How paths and times stand in SQLite."""

import os
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from engine.errors import ConfigError
from engine.paths import utf8_or_bytes

PATHS_KEPT = 4096  # a page of crops names each source many times, and making a path takes longer than all else of a row


def path_to_value(path: Path) -> str | bytes:
    """Return the path as text, or as bytes where its name is no UTF-8 (SQLite's text must be)."""
    return utf8_or_bytes(path)


@lru_cache(maxsize=PATHS_KEPT)
def path_from_value(value: str | bytes) -> Path:
    """Return the path that `path_to_value` was given; crops of one frame share it."""
    return Path(os.fsdecode(value))


def text_to_value(text: str) -> str:
    """Return text that SQLite takes; the odd bytes of a name that is no UTF-8 become escapes."""
    return text.encode("utf-8", "backslashreplace").decode()


def time_to_values(time: datetime | None) -> tuple[float | None, str | None]:
    """Return seconds since 1970 UTC, and the name or offset of the zone that the time was given in."""
    if time is None:
        return None, None
    if time.tzinfo is None:
        raise ConfigError("time", time.isoformat(), "has no time zone")
    if isinstance(time.tzinfo, ZoneInfo) and time.tzinfo.key:
        return time.timestamp(), time.tzinfo.key
    return time.timestamp(), time.isoformat()[len(time.replace(tzinfo=None).isoformat()) :]


def time_from_values(seconds: float | None, zone: str | None) -> datetime | None:
    """Return the time that `time_to_values` was given."""
    if seconds is None or zone is None:
        return None
    return datetime.fromtimestamp(seconds, zone_from_text(zone))


def now() -> float:
    """Return the present in seconds since 1970 UTC."""
    return datetime.now(UTC).timestamp()


def at(seconds: float) -> datetime:
    """Return a moment in UTC."""
    return datetime.fromtimestamp(seconds, UTC)


@lru_cache(maxsize=256)
def zone_from_text(zone: str) -> tzinfo:
    """Return the zone of a name or an offset, as `time_to_values` gives it."""
    if zone[:1] in "+-":
        offset = datetime.strptime(zone, "%z").tzinfo
        assert offset is not None  # %z always gives one
        return offset
    return ZoneInfo(zone)
