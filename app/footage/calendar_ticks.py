"""Where a calendar strip has its lines: at whole hours, days or weeks of the footage's zone."""

from datetime import UTC, datetime, timedelta, tzinfo

from app.translate import tr
from engine.casework.coverage import Span

MOST_TICKS = 12
MINUTES = (1, 5, 15, 60, 180, 360, 720)
DAYS = (1, 7, 28, 364)


def choose_step(span: Span) -> timedelta:
    """Return the distance of the lines: the shortest that gives few enough."""
    for minutes in MINUTES:
        if span.seconds <= MOST_TICKS * 60 * minutes:
            return timedelta(minutes=minutes)
    return next(
        (timedelta(days=days) for days in DAYS if span.seconds <= MOST_TICKS * 86_400 * days), timedelta(DAYS[-1])
    )


def ticks(span: Span, zone: tzinfo | None) -> list[datetime]:
    """Return the times of the lines within the span, in UTC."""
    step, start = choose_step(span), span.start.astimezone(zone).replace(tzinfo=None)
    # Stepped by the clock on the wall, so that midnight stays midnight where clocks change.
    wall = start.replace(hour=0, minute=0, second=0, microsecond=0)
    wall += step * ((start - wall) // step)
    found = []
    while True:
        moment = (wall.astimezone() if zone is None else wall.replace(tzinfo=zone)).astimezone(UTC)
        if moment >= span.end:
            return found
        if moment > span.start:
            found.append(moment)
        wall += step


def say_step(step: timedelta) -> str:
    """Return how far the lines are apart."""
    minutes = round(step.total_seconds() / 60)
    if minutes < 60:
        return tr("a line every {n} min").format(n=minutes) if minutes > 1 else tr("a line every minute")
    if minutes < 24 * 60:
        return tr("a line every {n} h").format(n=minutes // 60) if minutes > 60 else tr("a line every hour")
    return tr("a line every {n} days").format(n=step.days) if step.days > 1 else tr("a line at midnight")
