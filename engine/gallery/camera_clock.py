"""A camera's clock: the zone it stands in and how far it runs ahead, and the true time of what it recorded."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from engine.errors import ConfigError

MOST_AHEAD_S = 100 * 366 * 86_400.0  # a clock that was never set stands decades behind
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
_DURATION = re.compile(r"([+-]?)(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?")


@dataclass(frozen=True, slots=True)
class RecordedTime:
    """A time as the recorder wrote it."""

    written: datetime  # without a zone unless the recorder wrote one
    seconds: float = 0.0  # since then, by the video's own count


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraClock:
    """How a camera's clock stands.

    Attributes:
        zone: such as "Europe/Berlin", for times that carry none; None where nobody has said.
        ahead_s: how far the clock runs ahead of the true time; negative where it is behind.
    """

    zone: str | None = None
    ahead_s: float = 0.0

    def __post_init__(self) -> None:
        if self.zone is not None:
            zone_of(self.zone)
        if not abs(self.ahead_s) <= MOST_AHEAD_S:
            raise ConfigError("clock offset", self.ahead_s, "is more than a century; write it as 4m10s or -250s")

    def changed(self, zone: str | None, ahead_s: float | None) -> "CameraClock":
        """Return the clock with what is said of it; None leaves either as it is."""
        return CameraClock(
            zone=self.zone if zone is None else zone, ahead_s=self.ahead_s if ahead_s is None else ahead_s
        )

    def corrected(self, recorded: RecordedTime, fallback: tzinfo | None = None) -> datetime | None:
        """Return the true time, with a zone; None where it lies before 1970, as of a camera that was never set.

        An hour that clocks skip is read as if they had not been put forward yet, one that they repeat as its first
        run.

        Args:
            recorded: what the recorder wrote.
            fallback: where the clock stands if neither the recorder nor `zone` says; None is this computer's zone.
        """
        try:
            start = self._placed(recorded.written, fallback)
            # Counted in UTC: local clocks jump twice a year.
            moment = start.astimezone(UTC) + timedelta(seconds=recorded.seconds - self.ahead_s)
            return moment.astimezone(start.tzinfo) if moment >= EARLIEST else None
        except (ValueError, OverflowError, OSError):  # beyond the years that a calendar has
            return None

    def _placed(self, written: datetime, fallback: tzinfo | None) -> datetime:
        if written.tzinfo is not None:
            return written
        place = fallback if self.zone is None else zone_of(self.zone)
        return written.astimezone() if place is None else written.replace(tzinfo=place)


def is_repeated(written: datetime, zone: tzinfo) -> bool:
    """Return whether a time without a zone came twice there, for clocks were put back."""
    first, second = (written.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    return first is not None and second is not None and first > second


def is_skipped(written: datetime, zone: tzinfo) -> bool:
    """Return whether a time without a zone never came there, for clocks were put forward."""
    first, second = (written.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    return first is not None and second is not None and first < second


def zone_of(name: str) -> ZoneInfo:
    """Return the zone of this name.

    Raises:
        ConfigError: if there is none.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ConfigError("zone", name, "is no known time zone; write it like Europe/Berlin or UTC") from error


def read_duration(text: str) -> float:
    """Return the seconds of a duration as 4m10s, -250s, 1h or 1d2h3m4.5s.

    Raises:
        ConfigError: if it is none.
    """
    match = _DURATION.fullmatch(text.strip())
    if match is None or not any(match.groups()[1:]):
        raise ConfigError("duration", text, "is none; write it as 4m10s, or -250s for a clock behind")
    sign, *parts = match.groups()
    days, hours, minutes, seconds = (float(part or 0) for part in parts)
    total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    return -total if sign == "-" else total


def say_duration(seconds: float) -> str:
    """Return a duration as `read_duration` reads it."""
    whole, rest = divmod(round(abs(seconds), 3), 60)
    hours, minutes = divmod(int(whole), 60)
    parts = [f"{hours}h" if hours else "", f"{minutes}m" if minutes else ""]
    parts += [f"{rest:.3f}".rstrip("0").rstrip(".") + "s" if rest or not whole else ""]
    return ("-" if seconds < 0 else "") + "".join(parts)
