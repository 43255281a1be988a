"""When a picture was taken, as its EXIF says."""

from datetime import datetime

from PIL import ExifTags, Image


def taken_at(image: Image.Image) -> datetime | None:
    """Return the time of exposure with its fraction and zone as far as they are written, else None."""
    exif = image.getexif()
    details = exif.get_ifd(ExifTags.IFD.Exif)
    written = details.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime)
    if not isinstance(written, str):
        return None
    fraction = _digits(details.get(ExifTags.Base.SubsecTimeOriginal))
    zone = _text(details.get(ExifTags.Base.OffsetTimeOriginal))
    return _parse(written.strip(" \0"), fraction, zone)


def _parse(written: str, fraction: str, zone: str) -> datetime | None:
    """Return the time, dropping a zone or fraction that cannot be read; None where the time itself cannot."""
    try:
        time = datetime.strptime(written, "%Y:%m:%d %H:%M:%S")
    except ValueError:
        return None
    if fraction:
        time = time.replace(microsecond=int(fraction[:6].ljust(6, "0")))
    try:
        return time.replace(tzinfo=datetime.strptime(zone, "%z").tzinfo)
    except ValueError:
        return time


def _digits(value: object) -> str:
    text = _text(value)
    return text if text.isascii() and text.isdigit() else ""


def _text(value: object) -> str:
    return value.strip(" \0") if isinstance(value, str) else ""
