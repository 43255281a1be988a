"""Times and places of a crop, in words."""

from datetime import datetime

from PySide6.QtCore import QLocale

from app.translate import locale, say_number, tr
from engine.gallery.records import CropRecord, SourceKind


def say_clock(crop: CropRecord) -> str:
    """Return the time of day of a crop, or its frame's number where no time is known."""
    if crop.time is None:
        return tr("frame {n}").format(n=say_number(crop.frame_number))
    return crop.time.strftime("%H:%M:%S")


def say_moment(time: datetime | None) -> str:
    """Return date, time and zone."""
    if time is None:
        return tr("not known")
    return f"{say_day(time)}, {time:%H:%M:%S} {time.tzname() or ''}".strip()


def say_day(time: datetime) -> str:
    """Return the date: 14 May 2026."""
    return tr("{day} {month} {year}").format(day=time.day, month=_short_month(time), year=time.year)


def say_day_short(time: datetime) -> str:
    """Return the date without its year: 14 May."""
    return tr("{day} {month}").format(day=time.day, month=_short_month(time))


def say_place(crop: CropRecord) -> str:
    """Return file and frame of a crop; a picture that is the frame itself needs no number."""
    if crop.source_kind is SourceKind.VIDEO:
        return tr("{name} · frame {n}").format(name=crop.frame_path.name, n=say_number(crop.frame_number))
    return f"{crop.frame_path.parent.name}/{crop.frame_path.name}"


def _short_month(time: datetime) -> str:
    return locale().standaloneMonthName(time.month, QLocale.FormatType.ShortFormat)
