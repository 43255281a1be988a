"""The frames that a report shows: pictures from their files, frames of videos from the child that reads them."""

import base64
import json
import subprocess
from pathlib import Path

from PySide6.QtGui import QImage, QImageReader

from app.frame_file import read_frame, within
from app.jobs.command import child_command
from app.picture_format import read_picture
from engine.gallery.records import CropRecord, SourceKind

LARGEST_SIDE_PX = 1000  # 186 points of paper at more than 300 dots an inch
ALLOCATION_LIMIT_MB = 512


class FramePictures:
    """Loads one frame at a time, and keeps the last: crops of one frame follow one another."""

    def __init__(self) -> None:
        QImageReader.setAllocationLimit(ALLOCATION_LIMIT_MB)
        self._child: subprocess.Popen[bytes] | None = None
        self._last: tuple[tuple[Path, int], QImage | None] | None = None

    def __enter__(self) -> "FramePictures":
        return self

    def __exit__(self, *_: object) -> None:
        if self._child is not None:
            self._child.communicate()  # the end of its input ends it

    def load(self, crop: CropRecord) -> QImage | None:
        """Return the frame of a crop, None where it cannot be had."""
        key = (crop.frame_path, crop.frame_number)
        if self._last is None or self._last[0] != key:
            is_video = crop.source_kind is SourceKind.VIDEO
            self._last = key, self._of_video(crop) if is_video else _of_file(crop)
        return self._last[1]

    def _of_video(self, crop: CropRecord) -> QImage | None:
        if self._child is None:
            program, arguments = child_command(("job", "frames"))
            self._child = subprocess.Popen([program, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        asking, answering = self._child.stdin, self._child.stdout
        if asking is None or answering is None:
            return None
        wish = {"id": crop.id, "path": str(crop.frame_path), "number": crop.frame_number}
        try:
            asking.write(json.dumps(wish).encode() + b"\n")
            asking.flush()
            answer = json.loads(answering.readline())
            return _shown(within(read_picture(base64.b64decode(answer["jpeg"])), LARGEST_SIDE_PX))
        except (OSError, ValueError, KeyError):  # the child is gone, or there is no such frame
            return None


def _of_file(crop: CropRecord) -> QImage | None:
    picture, _problem = read_frame(str(crop.frame_path), crop.sha256, LARGEST_SIDE_PX)
    return _shown(picture)


def _shown(picture: QImage) -> QImage | None:
    return None if picture.isNull() else picture
