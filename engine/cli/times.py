"""Times as they are typed."""

from datetime import UTC, datetime

import typer

from engine.errors import ConfigError


def parse_time(text: str) -> datetime:
    """Read an ISO time, such as 2026-05-14T14:30 or 2026-05-14T14:30+02:00; its zone may be missing."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f"{text} is no time; write it as 2026-05-14T14:30 or 2026-05-14T14:30+02:00."
        ) from None


def parse_duration(text: str) -> float:
    """Read a duration, such as 4m10s or -250s; return it in seconds."""
    from engine.gallery.camera_clock import read_duration

    try:
        return read_duration(text)
    except ConfigError as error:
        raise typer.BadParameter(str(error)) from None


def in_utc_unless_said(time: datetime | None) -> datetime | None:
    """Return the time with a zone: its own, or UTC, in which a case lists its times."""
    return time.replace(tzinfo=UTC) if time is not None and time.tzinfo is None else time
