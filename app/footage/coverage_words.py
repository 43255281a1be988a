"""What a camera covers and what it does not, in words."""

from datetime import datetime, tzinfo

from app.footage.preview_words import say_settings
from app.search.times import say_day
from app.translate import say_decimal, say_number, tr, tr_count
from engine.casework.coverage import CameraCoverage, Coverage, Span

GAPS_TOLD = 8
MINUTE, HOUR, DAY = 60, 3_600, 86_400


def say_length(seconds: float) -> str:
    """Return a length in its two largest units: 2 d 3 h, 1 h 5 min, 4 min, 12 s."""
    if seconds < MINUTE:
        return tr("{n} s").format(n=round(seconds))
    minutes = round(seconds / MINUTE)
    if minutes < MINUTE:
        return tr("{n} min").format(n=minutes)
    hours, minutes = divmod(minutes, 60)
    if hours < 24:
        return tr("{h} h {m} min").format(h=hours, m=minutes) if minutes else tr("{h} h").format(h=hours)
    days, hours = divmod(hours, 24)
    return tr("{d} d {h} h").format(d=say_number(days), h=hours) if hours else tr("{d} d").format(d=say_number(days))


def say_span(span: Span, zone: tzinfo | None) -> str:
    """Return from when to when; the day once where both ends have the same."""
    start, end = span.start.astimezone(zone), span.end.astimezone(zone)
    last = f"{end:%H:%M}" if start.date() == end.date() else _moment(end)
    return f"{_moment(start)} – {last}"


def say_gaps(camera: CameraCoverage) -> str:
    """Return how many gaps there are, and how long the longest is."""
    if not camera.gaps:
        return tr("none") if camera.spans else tr("not known")
    longest = say_length(max(gap.seconds for gap in camera.gaps))
    if len(camera.gaps) == 1:
        return longest
    return tr("{n}, longest {length}").format(n=say_number(len(camera.gaps)), length=longest)


def say_strip(camera: CameraCoverage, zone: tzinfo | None) -> str:
    """Return what the strip shows, for those who do not see it and for the tooltip."""
    if camera.span is None:
        return say_timeless(camera)
    lines = [tr("{camera}: footage {span}").format(camera=camera.camera, span=say_span(camera.span, zone))]
    lines += [tr("No footage {span}").format(span=say_span(gap, zone)) for gap in camera.gaps[:GAPS_TOLD]]
    if len(camera.gaps) > GAPS_TOLD:
        more = len(camera.gaps) - GAPS_TOLD
        lines.append(tr_count(more, "… and {n} more gap", "… and {n} more gaps").format(n=say_number(more)))
    return "\n".join([*lines, *say_left_out(camera)])


def say_left_out(camera: CameraCoverage) -> list[str]:
    """Return who was taken of the people found, where that was not everybody."""
    text = tr("People were left out by choice; taken were: {settings}")
    return [text.format(settings=say_settings(settings)) for settings in camera.settings]


def say_timeless(camera: CameraCoverage) -> str:
    """Return why a camera has no strip."""
    return tr("Its frames have no times") if camera.frames.frames else tr("No frames yet")


def say_share(part: int, whole: int) -> str:
    """Return a count, with its share of the whole: 12 (3 %)."""
    if not part:
        return "0"
    percent = max(1, round(100 * part / whole)) if whole else 100
    return tr("{n} ({percent} %)").format(n=say_number(part), percent=percent)


def say_quality(camera: CameraCoverage, coverage: Coverage) -> str:
    """Return why crops are hard to judge."""
    return tr("{small} less than {height} px high, {blurred} blurred (sharpness below {sharpness})").format(
        small=say_number(camera.crops.too_small),
        height=coverage.bounds.min_height_px,
        blurred=say_number(camera.crops.blurred),
        sharpness=say_decimal(coverage.bounds.min_sharpness),
    )


def _moment(time: datetime) -> str:
    return f"{say_day(time)}, {time:%H:%M}"
