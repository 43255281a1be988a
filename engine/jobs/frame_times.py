"""When a frame was taken: from the user, a list, the file's name, its EXIF or its container."""

import re
from datetime import UTC, datetime
from pathlib import Path

from engine.gallery.camera_clock import CameraClock, RecordedTime
from engine.imaging.container_time import container_time
from engine.jobs.naming import Naming

# 20260301_120000, 20260301_120000_250, 2026-03-01 12.00.00,250, 20260301T120000Z and the like, anywhere in a name.
_IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)[T _-]{0,2}(\d\d)[-_.:h]?(\d\d)[-_.:m]?(\d\d)"
    r"(?:[-_.,]?(\d{3}))?(Z)?(?!\d)"
)


class FrameTimes:
    """Finds the time that the recorder wrote, and corrects it by the camera's clock.

    Args:
        clock: the camera's.
        start: when a video's first frame was taken, as the user says; without a zone it is the camera's own time.
        naming: how names are read; None looks for a date and time anywhere in them.
    """

    def __init__(self, *, clock: CameraClock, start: datetime | None = None, naming: Naming | None = None) -> None:
        self._clock = clock
        self._start = start
        self._naming = Naming() if naming is None else naming

    def of_picture(self, path: Path, exif: datetime | None) -> RecordedTime | None:
        """Return a picture's time: what the list says, else its name, else its EXIF, else None."""
        time = self._named(path) or exif
        return None if time is None else RecordedTime(time)

    def of_video(self, path: Path) -> RecordedTime | None:
        """Return the time of a video's first frame: by the user, the list, its name or its container; or None."""
        time = self._start or self._named(path) or container_time(path)
        return None if time is None else RecordedTime(time)

    def corrected(self, recorded: RecordedTime | None) -> datetime | None:
        """Return the true time, with a zone; None where none was recorded, or the clock was never set."""
        return None if recorded is None else self._clock.corrected(recorded)

    def _named(self, path: Path) -> datetime | None:
        return self._naming.time(path) or (None if self._naming.reads_times else time_in_name(path.name))


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
