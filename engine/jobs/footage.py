"""Opening a source: its frames one after another, with their times, and what could not be used."""

from collections.abc import Iterator, Set
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeAlias

from engine.errors import BrokenOffError, FileError
from engine.gallery.camera_clock import RecordedTime
from engine.imaging.change import ChangeWatch
from engine.imaging.file_state import FileState, file_state
from engine.imaging.pixels import Pixels
from engine.imaging.stills import decode_still, read_picture_file
from engine.imaging.video import VideoFrame, VideoReader
from engine.jobs.frame_times import FrameTimes
from engine.jobs.sampling import EVERY_FRAME, Sampling, Ticks

FRAMES_A_COUNT_MAY_BE_WRONG = 2  # containers without a frame count let it be guessed from their duration
SHARE_A_COUNT_MAY_BE_WRONG = 0.01
GONE = "went away while it was read; plug the drive in, or bring the folder back, and import it again: it goes on."
WRITTEN_TO = "is still being written to; import it again when it is complete."


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedFrame:
    """A decoded frame."""

    path: Path
    number: int  # 1-based
    sha256: str
    pixels: Pixels
    recorded: RecordedTime | None  # as the recorder wrote it
    time: datetime | None  # corrected by the camera's clock


@dataclass(frozen=True, slots=True)
class UnusableFile:
    """A file that could not be read, or not to its end."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class AlreadyTaken:
    """Frames that the case has."""

    count: int


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Frames that were compared with the last one that was looked at, and do not differ from it."""

    count: int = 1


@dataclass(frozen=True, slots=True)
class PassedOver:
    """How many frames of the source were not to be looked at; comes last.

    Attributes:
        count: frames that the case does not have.
        without_time: pictures that no rate could thin out, and that were looked at for that.
    """

    count: int
    without_time: int = 0


FootageItem: TypeAlias = OpenedFrame | UnusableFile | AlreadyTaken | Unchanged | PassedOver


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a source is read."""

    known: Set[tuple[Path, str, int]]  # path, SHA-256 and number of the frames that the case has
    times: FrameTimes
    sampling: Sampling = EVERY_FRAME
    arrived: Set[Path] | None = None  # pictures to read; None is all
    is_complete: bool = False  # an earlier import came to the source's end


class Footage(Protocol):
    """An opened source."""

    @property
    def total(self) -> int | None:
        """Return how many frames will be taken or skipped, as far as it is known."""

    @property
    def known(self) -> int:
        """Return how many of these the case has, as far as it can be told before they are read."""

    def items(self) -> Iterator[FootageItem]:
        """Yield the frames in order, and what could not be used; call it once.

        Raises:
            BrokenOffError: if the source has gone.
        """

    def check(self) -> None:
        """Raise BrokenOffError if frames that were read may be of another content than the one that was hashed."""


class PictureFootage:
    """The pictures of a folder.

    Args:
        files: the pictures in order.
        reading: how they are read.
        place: the folder; once it has gone, its pictures are not looked for one by one. None where it is no matter.
    """

    def __init__(self, files: tuple[Path, ...], reading: Reading, place: Path | None = None) -> None:
        self._place = place
        self._state = None if place is None else file_state(place)
        self._sampling = reading.sampling
        wanted = list(enumerate(files, start=1))[:: reading.sampling.every]
        arrived = reading.arrived
        self._numbered = [(number, path) for number, path in wanted if arrived is None or path in arrived]
        self._known = {(path, sha256) for path, sha256, _ in reading.known}  # numbers move as files are added
        self._known_paths = {path for path, _ in self._known}
        self._times = reading.times
        self._ticks = Ticks(reading.sampling.fps)
        self._watch = ChangeWatch()
        self._without_time = 0
        here = {path for _, path in wanted} | self._known_paths
        self._passed_over = sum(path not in here for path in files)

    @property
    def total(self) -> int | None:
        """Return the number of pictures to read."""
        return len(self._numbered)

    @property
    def known(self) -> int:
        """Return how many of the files have a path that the case has; their content may be another by now."""
        return sum(path in self._known_paths for _, path in self._numbered)

    def items(self) -> Iterator[FootageItem]:
        """Yield the pictures in order; a known one is hashed, and decoded only where others are compared with it."""
        for number, path in self._numbered:
            try:
                yield self._item(number, path)
            except FileError as error:
                self._refuse_to_go_on(error)
                yield UnusableFile(path, error.reason)
        yield PassedOver(self._passed_over, self._without_time)

    def check(self) -> None:
        """Do nothing: a picture is hashed and decoded from the same bytes."""

    def _refuse_to_go_on(self, error: FileError) -> None:
        """Raise BrokenOffError if a file cannot be read as the whole folder has gone."""
        if self._place is not None and not file_state(self._place).is_there(self._state):
            raise BrokenOffError(self._place, GONE) from error

    def _item(self, number: int, path: Path) -> FootageItem:
        file = read_picture_file(path)
        is_known = (path, file.sha256) in self._known
        if is_known and self._sampling.is_by_number:
            return AlreadyTaken(1)
        still = decode_still(file)
        recorded = self._times.of_picture(path, still.taken_at)
        if not self._is_wanted(still.pixels, recorded):
            return self._passed(is_known=is_known)
        if is_known:
            return AlreadyTaken(1)
        return OpenedFrame(
            path=path,
            number=number,
            sha256=file.sha256,
            pixels=still.pixels,
            recorded=recorded,
            time=self._times.corrected(recorded),
        )

    def _is_wanted(self, pixels: Pixels, recorded: RecordedTime | None) -> bool:
        if self._sampling.fps is not None and recorded is None:
            self._without_time += 1
        elif recorded is not None and not self._ticks.passes(_seconds_of(recorded)):
            return False
        return not self._sampling.on_change or self._watch.has_changed(pixels)

    def _passed(self, *, is_known: bool) -> FootageItem:
        """Return what stands for a picture that is not wanted, which the case may have from another import."""
        if is_known:
            return AlreadyTaken(1)
        self._passed_over += 1
        return Unchanged()


def _seconds_of(recorded: RecordedTime) -> float:
    """Return the seconds of a recorder's time on its own clock; a zone is no matter within one source."""
    return (recorded.written.replace(tzinfo=None) - datetime(1970, 1, 1)).total_seconds() + recorded.seconds


class VideoFootage:
    """The frames of a video.

    Args:
        reader: the opened file.
        sha256: of the file.
        reading: how it is read.
        hashed: the file's state before it was hashed; None is its state now.
    """

    def __init__(self, reader: VideoReader, sha256: str, reading: Reading, hashed: FileState | None = None) -> None:
        self._reader = reader
        self._hashed = hashed or file_state(reader.path)
        self._sha256 = sha256
        self._sampling = reading.sampling
        self._times = reading.times
        self._is_complete = reading.is_complete
        self._known = {number for path, digest, number in reading.known if (path, digest) == (reader.path, sha256)}
        self._taken = 0

    @property
    def total(self) -> int | None:
        """Return the number of frames to take, or to compare, by the container's count."""
        count = self._reader.frame_count
        return None if count is None else self._sampling.expected(count, self._reader.fps)

    @property
    def known(self) -> int:
        """Return how many frames the case has, of those that are wanted where numbers alone decide."""
        return sum((number - 1) % self._sampling.every == 0 for number in self._known)

    def items(self) -> Iterator[FootageItem]:
        """Yield the frames in order; where decoding ends early, say so last."""
        with closing(self._reader) as reader:
            if known := self.known:
                yield AlreadyTaken(known)
            if self._is_all_known(known):
                return
            start = self._times.of_video(reader.path)
            for item in self._by_number() if self._sampling.is_by_number else self._by_content():
                yield self._opened(item, start) if isinstance(item, VideoFrame) else item
            if (reason := self._broken_tail()) is not None:
                self.check()
                yield UnusableFile(reader.path, reason)
            yield PassedOver(max(reader.frames_decoded - len(self._known) - self._taken, 0))

    def check(self) -> None:
        """Raise BrokenOffError if the file has been written to since it was hashed, or has gone."""
        now = file_state(self._reader.path)
        if now != self._hashed:
            raise BrokenOffError(self._reader.path, WRITTEN_TO if now.is_there(self._hashed) else GONE)

    def _by_number(self) -> Iterator[VideoFrame]:
        return self._reader.frames(every=self._sampling.every, skip=self._known)

    def _by_content(self) -> Iterator[VideoFrame | Unchanged]:
        """Yield the frames that are wanted and not known.

        Known ones are decoded too where frames are compared: what comes after them is compared with them.
        """
        ticks, watch = Ticks(self._sampling.fps), ChangeWatch()
        for number, seconds in self._reader.passing():
            is_known = number in self._known
            if (number - 1) % self._sampling.every or not ticks.passes(seconds):
                continue
            if is_known and not self._sampling.on_change:
                continue
            frame = self._reader.current()
            if frame is None:
                return
            is_wanted = not self._sampling.on_change or watch.has_changed(frame.pixels)
            if not is_known:
                yield frame if is_wanted else Unchanged()

    def _opened(self, frame: VideoFrame, start: RecordedTime | None) -> OpenedFrame:
        self._taken += 1
        recorded = None if start is None else replace(start, seconds=frame.seconds)
        return OpenedFrame(
            path=self._reader.path,
            number=frame.number,
            sha256=self._sha256,
            pixels=frame.pixels,
            recorded=recorded,
            time=self._times.corrected(recorded),
        )

    def _is_all_known(self, known: int) -> bool:
        """Return whether decoding again would surely give nothing new; a container's count alone is no proof."""
        wanted = range(1, max(self._known, default=0) + 1, self._sampling.every)
        is_decided = self._sampling.is_by_number and known == len(wanted)
        return self._is_complete and is_decided and self.total is not None and known >= self.total

    def _broken_tail(self) -> str | None:
        """Return the reason if decoding ended clearly before the container's count, else None."""
        count, came = self._reader.frame_count, self._reader.frames_decoded
        if came == 0:
            return "has no frame that can be decoded; convert it to MP4 or AVI."
        if count is None or came >= count * (1 - SHARE_A_COUNT_MAY_BE_WRONG) - FRAMES_A_COUNT_MAY_BE_WRONG:
            return None
        return f"ends after {came} of {count} frames, which were taken; copy it again from where it came for the rest."
