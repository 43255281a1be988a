"""When a frame was taken: from the user, the file's name, or its EXIF."""

import re
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from engine.errors import ConfigError

# 20260301_120000, 20260301_120000_250, 2026-03-01 12.00.00,250, 20260301T120000Z and the like, anywhere in a name.
_IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)[T _-]{0,2}(\d\d)[-_.:h]?(\d\d)[-_.:m]?(\d\d)"
    r"(?:[-_.,]?(\d{3}))?(Z)?(?!\d)"
)


class FrameTimes:
    """Gives frames their time, always with a zone."""

    def __init__(self, *, start: datetime | None = None, zone: str | None = None) -> None:
        """Take what the user said.

        Args:
            start: when a video's first frame was taken; without a zone it is local time of `zone`.
            zone: where the cameras' clocks stand, such as "Europe/Berlin"; None is this computer's zone.

        Raises:
            ConfigError: if there is no such zone.
        """
        self._zone = None if zone is None else _zone(zone)
        self._start = None if start is None else self._with_zone(start)

    def of_picture(self, path: Path, exif: datetime | None) -> datetime | None:
        """Return a picture's time: what its name says, else its EXIF, else None."""
        time = time_in_name(path.name) or exif
        return None if time is None else self._with_zone(time)

    def of_video_frame(self, path: Path, seconds: float) -> datetime | None:
        """Return the time of a video's frame: its start by the user or by its name, and the seconds since; or None."""
        start = self._start or self.of_picture(path, None)
        if start is None:
            return None
        # Counted in UTC: local clocks jump twice a year.
        return (start.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(start.tzinfo)

    def _with_zone(self, time: datetime) -> datetime:
        if time.tzinfo is not None:
            return time
        return time.astimezone() if self._zone is None else time.replace(tzinfo=self._zone)


def time_in_name(name: str) -> datetime | None:
    """Return the first date and time that stand in a file's name, without a zone unless a Z says UTC; else None."""
    for match in _IN_NAME.finditer(name):
        *fields, milliseconds, zulu = match.groups()
        year, month, day, hour, minute, second = map(int, fields)
        microsecond = int(milliseconds or 0) * 1000
        try:
            return datetime(year, month, day, hour, minute, second, microsecond, tzinfo=UTC if zulu else None)
        except ValueError:  # the digits are no date; others may be
            continue
    return None


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ConfigError("zone", name, "is no known time zone; write it like Europe/Berlin or UTC") from error
