"""Opening a source: its frames one after another, with their times, and what could not be used."""

import math
from collections.abc import Iterator, Set
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeAlias

from engine.errors import FileError
from engine.imaging.pixels import Pixels
from engine.imaging.stills import decode_still, read_picture_file
from engine.imaging.video import VideoReader
from engine.jobs.frame_times import FrameTimes

FRAMES_A_COUNT_MAY_BE_WRONG = 2  # containers without a frame count let it be guessed from their duration
SHARE_A_COUNT_MAY_BE_WRONG = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedFrame:
    """A decoded frame."""

    path: Path
    number: int  # 1-based
    sha256: str
    pixels: Pixels
    time: datetime | None


@dataclass(frozen=True, slots=True)
class UnusableFile:
    """A file that could not be read, or not to its end."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class AlreadyTaken:
    """Frames that the case has."""

    count: int


FootageItem: TypeAlias = OpenedFrame | UnusableFile | AlreadyTaken


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a source is read."""

    known: Set[tuple[Path, str, int]]  # path, SHA-256 and number of the frames that the case has
    times: FrameTimes
    every: int
    is_complete: bool = False  # an earlier import came to the source's end


class Footage(Protocol):
    """An opened source."""

    @property
    def total(self) -> int | None:
        """Return how many frames will be taken or skipped, as far as it is known."""

    def items(self) -> Iterator[FootageItem]:
        """Yield the frames in order, and what could not be used; call it once."""


class PictureFootage:
    """The pictures of a folder."""

    def __init__(self, files: tuple[Path, ...], reading: Reading) -> None:
        self._numbered = list(enumerate(files, start=1))[:: reading.every]
        self._known = {(path, sha256) for path, sha256, _ in reading.known}  # numbers move as files are added
        self._times = reading.times

    @property
    def total(self) -> int | None:
        """Return the number of pictures to read."""
        return len(self._numbered)

    def items(self) -> Iterator[FootageItem]:
        """Yield the pictures in order; a known one is hashed and not decoded."""
        for number, path in self._numbered:
            try:
                yield self._open(number, path)
            except FileError as error:
                yield UnusableFile(path, error.reason)

    def _open(self, number: int, path: Path) -> FootageItem:
        file = read_picture_file(path)
        if (path, file.sha256) in self._known:
            return AlreadyTaken(1)
        still = decode_still(file)
        time = self._times.of_picture(path, still.taken_at)
        return OpenedFrame(path=path, number=number, sha256=file.sha256, pixels=still.pixels, time=time)


class VideoFootage:
    """The frames of a video."""

    def __init__(self, reader: VideoReader, sha256: str, reading: Reading) -> None:
        self._reader = reader
        self._sha256 = sha256
        self._every = reading.every
        self._times = reading.times
        self._is_complete = reading.is_complete
        self._known = {number for path, digest, number in reading.known if (path, digest) == (reader.path, sha256)}

    @property
    def total(self) -> int | None:
        """Return the number of frames to take by the container's count."""
        return None if self._reader.frame_count is None else math.ceil(self._reader.frame_count / self._every)

    def items(self) -> Iterator[FootageItem]:
        """Yield the frames in order; where decoding ends early, say so last."""
        with closing(self._reader) as reader:
            if known := self._wanted_and_known():
                yield AlreadyTaken(known)
            if self._is_all_known(known):
                return
            for frame in reader.frames(every=self._every, skip=self._known):
                yield OpenedFrame(
                    path=reader.path,
                    number=frame.number,
                    sha256=self._sha256,
                    pixels=frame.pixels,
                    time=self._times.of_video_frame(reader.path, frame.seconds),
                )
            if (reason := self._broken_tail()) is not None:
                yield UnusableFile(reader.path, reason)

    def _wanted_and_known(self) -> int:
        return sum((number - 1) % self._every == 0 for number in self._known)

    def _is_all_known(self, known: int) -> bool:
        """Return whether decoding again would surely give nothing new; a container's count alone is no proof."""
        wanted = range(1, max(self._known, default=0) + 1, self._every)
        has_no_gap = known == len(wanted)
        return self._is_complete and has_no_gap and self.total is not None and known >= self.total

    def _broken_tail(self) -> str | None:
        """Return the reason if decoding ended clearly before the container's count, else None."""
        count, came = self._reader.frame_count, self._reader.frames_decoded
        if came == 0:
            return "has no frame that can be decoded; convert it to MP4 or AVI."
        if count is None or came >= count * (1 - SHARE_A_COUNT_MAY_BE_WRONG) - FRAMES_A_COUNT_MAY_BE_WRONG:
            return None
        return f"ends after {came} of {count} frames, which were taken; copy it again from where it came for the rest."
