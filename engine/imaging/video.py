"""Reading video through OpenCV; the only module of the room that loads it."""

import itertools
import math
import os
import stat
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self, cast

import cv2

from engine.errors import MissingPathError, VideoError
from engine.imaging.pixels import Pixels
from engine.paths import utf8_or_bytes

# A file from outside may be a playlist: only containers of video are taken, and nothing is opened but the file itself.
CONTAINERS = "avi,mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpeg,mpegts,mpegvideo,asf,flv,h264,hevc,mjpeg,m4v,ogg,mxf,dv"
FFMPEG_OPTIONS = f"protocol_whitelist;file|format_whitelist;{CONTAINERS}"
MAX_PIXELS = 100_000_000
SUFFIXES = frozenset(
    {".avi", ".mp4", ".m4v", ".mov", ".mkv", ".webm", ".mpg", ".mpeg", ".ts", ".mts", ".m2ts", ".wmv", ".asf", ".flv"}
    | {".3gp", ".h264", ".264", ".h265", ".265", ".hevc", ".mjpeg", ".mjpg", ".ogv", ".mxf", ".dv"}
)
FORWARD_FRAMES = 250  # a frame this little ahead is reached sooner by decoding on than by seeking


@dataclass(frozen=True, slots=True)
class VideoFrame:
    """One frame of a video."""

    number: int  # 1-based
    seconds: float  # since the first frame
    pixels: Pixels  # (H, W, 3) RGB


def open_video(path: Path) -> "VideoReader":
    """Open a video file for reading.

    Raises:
        MissingPathError: if there is no such file.
        VideoError: if it is empty, or no video that can be decoded.
    """
    return VideoReader(path)


class VideoReader:
    """One open video; belongs to one thread.

    Attributes:
        path: the file.
        frame_count: as the container says or as it follows from its duration; None where it does not say.
        fps: frames a second as the container says; 25 where it does not say.
        size: width and height of a frame.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._capture = _open(path)
        count = self._capture.get(cv2.CAP_PROP_FRAME_COUNT)
        fps = self._capture.get(cv2.CAP_PROP_FPS)
        self.frame_count = int(count) if math.isfinite(count) and count > 0 else None
        self.fps = float(fps) if math.isfinite(fps) and fps > 0 else 25.0
        self.size = _size(self._capture)
        self._number = 0  # of the frame decoded last

    def frames(self, start: int = 1, every: int = 1, skip: Container[int] = ()) -> Iterator[VideoFrame]:
        """Yield every `every`-th frame from number `start` on, up to the last that can be decoded.

        The way to a frame is decoded, not sought: seeking may land beside it, and a job that goes on would then take a
        frame twice or miss one.

        Args:
            start: the first number.
            every: the step from one number to the next.
            skip: numbers that are passed over, at a fraction of the cost.
        """
        for number in itertools.count(start, every):
            if not self._go_to(number):
                return
            if number in skip:
                continue
            frame = self._retrieve()
            if frame is None:
                return
            yield frame

    def passing(self) -> Iterator[tuple[int, float]]:
        """Yield number and seconds of every frame from the first on; `current` gives the frame that was yielded last.

        What is not asked for is passed over at a fraction of the cost.
        """
        for number in itertools.count(1):
            if not self._go_to(number):
                return
            yield number, self._seconds()

    def current(self) -> VideoFrame | None:
        """Return the frame that `passing` has come to; None where it cannot be decoded."""
        return self._retrieve()

    def read(self, number: int) -> VideoFrame:
        """Return one frame.

        Raises:
            VideoError: if the video has no such frame, or it cannot be decoded.
        """
        if not self._number < number <= self._number + FORWARD_FRAMES:
            self._seek(number)
        frame = self._retrieve() if self._go_to(number) else None
        if frame is None:
            raise VideoError(self.path, f"frame {number} cannot be read; the file may be cut off there.")
        return frame

    @property
    def frames_decoded(self) -> int:
        """Return how far reading has come: the number of the frame decoded last, 0 before the first."""
        return self._number

    def close(self) -> None:
        """Let go of the file."""
        self._capture.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _go_to(self, number: int) -> bool:
        """Decode up to a frame; return whether the video reaches that far."""
        if number < 1:
            return False
        if number <= self._number:
            self._rewind()
        while self._number < number:
            if not self._capture.grab():
                return False
            self._number += 1
        return True

    def _retrieve(self) -> VideoFrame | None:
        """Return the frame decoded last."""
        is_there, bgr = self._capture.retrieve()
        if not is_there or bgr is None:
            return None
        return VideoFrame(self._number, self._seconds(), cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB))

    def _seconds(self) -> float:
        """Return the frame's time stamp; from its number where the container has none."""
        seconds = self._capture.get(cv2.CAP_PROP_POS_MSEC) / 1000
        is_stamped = math.isfinite(seconds) and (seconds > 0 or self._number == 1)
        return float(max(seconds, 0.0)) if is_stamped else (self._number - 1) / self.fps

    def _seek(self, number: int) -> None:
        """Jump to just before a frame; back to the start where the container cannot say where it landed."""
        self._capture.set(cv2.CAP_PROP_POS_FRAMES, number - 1)
        if self._capture.get(cv2.CAP_PROP_POS_FRAMES) == number - 1:
            self._number = number - 1
        else:
            self._rewind()

    def _rewind(self) -> None:
        self._capture.release()
        self._capture = _open(self.path)
        self._number = 0


def _open(path: Path) -> "cv2.VideoCapture":
    _check_file(path)
    os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"] = FFMPEG_OPTIONS  # OpenCV reads it at every opening
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")  # FFmpeg's complaints stay off the user's screen
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    capture = cv2.VideoCapture(cast(str, utf8_or_bytes(path.resolve())), cv2.CAP_FFMPEG)  # its stubs know no bytes
    width, height = _size(capture)
    if not capture.isOpened() or width < 1 or height < 1:
        raise VideoError(path, "is not a video that Bolo can read; convert it to MP4 or AVI.")
    if width * height > MAX_PIXELS:
        raise VideoError(path, f"has frames of {width} × {height} pixels, the limit is 100 million; save it smaller.")
    return capture


def _check_file(path: Path) -> None:
    try:
        status = path.stat()
    except FileNotFoundError as error:
        raise MissingPathError(path) from error
    except OSError as error:
        raise VideoError(path, f"cannot be read ({error.strerror}); check the drive and your rights to it.") from error
    if not stat.S_ISREG(status.st_mode):
        raise VideoError(path, "is not a file; choose a video file.")
    if status.st_size == 0:
        raise VideoError(path, "is empty; copy it again from where it came.")


def _size(capture: "cv2.VideoCapture") -> tuple[int, int]:
    return int(capture.get(cv2.CAP_PROP_FRAME_WIDTH)), int(capture.get(cv2.CAP_PROP_FRAME_HEIGHT))
