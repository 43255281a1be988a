"""Taking one source into the case: opened, people cut out, recorded batch by batch, embedded on the way."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from engine.errors import BrokenOffError, FileError
from engine.gallery.gallery import Gallery
from engine.gallery.records import NewFrame, SourceId, SourceKind
from engine.imaging.digest import sha256_of
from engine.imaging.file_state import file_state
from engine.imaging.video import open_video
from engine.jobs.embed_gallery import EmbeddingAhead
from engine.jobs.footage import (
    AlreadyTaken,
    Footage,
    FootageItem,
    OpenedFrame,
    PassedOver,
    PictureFootage,
    Reading,
    Unchanged,
    UnusableFile,
    VideoFootage,
)
from engine.jobs.import_meter import ImportMeter, Work
from engine.jobs.import_spec import Tally
from engine.jobs.people import PeopleCutter
from engine.jobs.read_ahead import read_ahead
from engine.jobs.scan import ScannedSource
from engine.jobs.stage_clock import StageClock
from engine.jobs.workers import Workers
from engine.progress import FileFailed, Noted, Progress

TakenItem: TypeAlias = NewFrame | UnusableFile | AlreadyTaken | Unchanged | PassedOver

FRAMES_A_TRANSACTION = 16
TINY_S = 1e-6
FRAMES_DECODED_AHEAD = 4  # whole frames, so few


def open_footage(source: ScannedSource, reading: Reading, progress: Progress) -> Footage:
    """Return the source's footage; of a video the file is hashed first.

    Raises:
        FileError: if it is a video that cannot be opened.
    """
    if source.kind is not SourceKind.VIDEO:
        return PictureFootage(source.files, reading, None if source.is_of_file else source.path)
    before = file_state(source.path)
    reader = open_video(source.path)
    return VideoFootage(reader, sha256_of(source.path, progress.check), reading, before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What taking in a source works with."""

    gallery: Gallery
    cutter: PeopleCutter
    workers: Workers
    embedding: EmbeddingAhead | None
    clock: StageClock
    tally: Tally
    progress: Progress
    arrived: frozenset[Path] | None = None  # the only files that are looked at

    def tell_failure(self, error: FileError) -> None:
        """Tell of a file that cannot be used while the import goes on."""
        self.progress.tell(FileFailed(path=str(error.path), reason=error.reason))


class SourceImport:
    """One source on its way into the case.

    Args:
        workshop: what to work with.
        source: what to take in.
        source_id: its place in the case.
        is_named: whether the user named this very file, and so is told otherwise if nothing of it can be used.
    """

    def __init__(self, workshop: Workshop, source: ScannedSource, source_id: SourceId, *, is_named: bool) -> None:
        self._shop = workshop
        self._source = source
        self._id = source_id
        self._is_named = is_named
        self._taken = 0  # frames, and those that the case had
        self._passed_over: int | None = None  # until it is known
        self._batch: list[NewFrame] = []
        self._first_by_content: dict[str, Path] = {}  # by SHA-256, of the batch: afterwards the catalog knows
        self._noted: set[Path] = set()
        self._failing = {row.path for row in workshop.gallery.failures() if row.source_id == source_id}
        if workshop.arrived is not None:
            self._failing &= workshop.arrived
        self._failed_now: set[Path] = set()

    def take(self, footage: Footage, meter: ImportMeter) -> None:
        """Take in the footage from where the case has it; what is committed stays when this is cancelled.

        Raises:
            BrokenOffError: if it has gone, or is still being written to.
        """
        items = self._shop.clock.measure_items(footage.items(), "decode")
        with (
            closing(read_ahead(items, FRAMES_DECODED_AHEAD)) as decoded,
            closing(self._shop.workers.map_ahead(self._cut, decoded)) as ready,
        ):
            try:
                self._take_items(ready, footage, meter)
            except BrokenOffError:
                self._commit(footage)
                raise
        self._clear_failures()
        self._shop.gallery.finish_source(self._id, self._passed_over)
        meter.finish()

    def _take_items(self, ready: Iterable[TakenItem], footage: Footage, meter: ImportMeter) -> None:
        for item in ready:
            self._shop.progress.check()
            self._take_item(item, meter)
            if len(self._batch) >= FRAMES_A_TRANSACTION:
                self._commit(footage)
        self._commit(footage)

    def give_up(self, path: Path, reason: str) -> None:
        """Note a file that cannot be used; the import goes on."""
        self._failed_now.add(path)
        error = FileError(path, reason)
        self._shop.tally.failures.append(error)
        self._shop.gallery.record_failure(path, reason, self._id)
        if self._taken or not self._is_named:
            self._shop.tell_failure(error)

    def _cut(self, item: FootageItem) -> TakenItem:
        """Return a frame as the people in it, and all else as it is; runs in a worker."""
        return self._shop.cutter.cut(item) if isinstance(item, OpenedFrame) else item

    def _take_item(self, item: TakenItem, meter: ImportMeter) -> None:
        match item:
            case NewFrame():
                self._taken += 1
                self._take_frame(item)
                meter.take(1, self._work())
            case AlreadyTaken(count):
                self._taken += count
                self._shop.tally.skipped += count
                meter.skip(count)
            case Unchanged(count):
                meter.take(count, self._work())
            case PassedOver():
                self._pass_over(item)
            case UnusableFile(path, reason):
                self.give_up(path, reason)
                meter.take(0 if self._source.kind is SourceKind.VIDEO else 1, self._work())

    def _work(self) -> Work:
        """Return what the workers have done so far."""
        tally, clock = self._shop.tally, self._shop.clock
        crops = tally.crops + sum(len(frame.crops) for frame in self._batch)
        frames, embedded = clock.items("detect"), clock.items("embed")
        return Work(
            ahead=max(frames - tally.frames - len(self._batch), 0),
            crops=crops,
            embedded=min(embedded, crops),
            crop_cost=self._crop_cost(frames, crops, embedded),
        )

    def _crop_cost(self, frames: int, crops: int, embedded: int) -> float:
        """Return what embedding a crop costs where a frame costs 1; by the seconds so far, once some are embedded."""
        if self._shop.embedding is None or not crops:
            return 0.0
        if not embedded:
            return frames / crops  # as much as the rest
        seconds = self._shop.clock.seconds()
        return seconds["embed"] / embedded / max((seconds["detect"] + seconds["crop"]) / frames, TINY_S)

    def _pass_over(self, item: PassedOver) -> None:
        self._passed_over = item.count
        self._shop.tally.passed_over += item.count
        if item.without_time:
            text = f"{self._source.path}: pictures without a time, so that all were looked at: {item.without_time}."
            self._shop.progress.tell(Noted(text=text))

    def _take_frame(self, frame: NewFrame) -> None:
        self._note_duplicate(frame)
        self._batch.append(frame)

    def _note_duplicate(self, frame: NewFrame) -> None:
        """Count a frame whose file is in the case under another name; say so once a file."""
        first = self._first_with_content(frame)
        if first == frame.path:
            return
        self._shop.tally.duplicates += 1
        if frame.path not in self._noted:
            self._noted.add(frame.path)
            text = f"{frame.path} has the same content as {first}, which is in the case already; both are kept."
            self._shop.progress.tell(Noted(text=text))

    def _first_with_content(self, frame: NewFrame) -> Path:
        """Return the first file with the frame's content, which may still wait in the batch."""
        if frame.sha256 not in self._first_by_content:
            with self._shop.clock.measure("store"):
                first = self._shop.gallery.frame_of_content(frame.sha256)
            self._first_by_content[frame.sha256] = first or frame.path
        return self._first_by_content[frame.sha256]

    def _commit(self, footage: Footage) -> None:
        """Record the batch in one transaction, and let its crops be embedded.

        Raises:
            BrokenOffError: if its frames may be of another content than was hashed; then nothing is recorded.
        """
        footage.check()
        if self._batch:
            with self._shop.clock.measure("store"):
                crop_ids = self._shop.gallery.record_frames(self._id, self._batch)
            self._count_batch()
            self._batch = []
            self._first_by_content = {}
            if self._shop.embedding is not None:
                self._shop.tally.embedded += self._shop.embedding.add(crop_ids)

    def _count_batch(self) -> None:
        tally, crops = self._shop.tally, sum(len(frame.crops) for frame in self._batch)
        tally.frames += len(self._batch)
        tally.detections += crops
        tally.crops += crops

    def _clear_failures(self) -> None:
        """Forget earlier failures of files that could be used this time, or are gone from the source."""
        for path in self._failing - self._failed_now:
            self._shop.gallery.clear_failure(path, self._id)
