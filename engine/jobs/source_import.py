"""Taking one source into the case: opened, people cut out, recorded batch by batch, embedded on the way."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from engine.errors import FileError
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, NewFrame, SourceId, SourceKind
from engine.imaging.digest import sha256_of
from engine.imaging.video import open_video
from engine.jobs.embed_gallery import BATCH, Embedder, embed_batch
from engine.jobs.footage import (
    AlreadyTaken,
    Footage,
    FootageItem,
    OpenedFrame,
    PictureFootage,
    Reading,
    UnusableFile,
    VideoFootage,
)
from engine.jobs.import_spec import Tally
from engine.jobs.people import PeopleCutter
from engine.jobs.read_ahead import read_ahead
from engine.jobs.scan import ScannedSource
from engine.jobs.stage_clock import StageClock
from engine.progress import FileFailed, Noted, Progress, StageMeter

FRAMES_A_TRANSACTION = 16
FRAMES_AHEAD = 4


def open_footage(source: ScannedSource, reading: Reading, progress: Progress) -> Footage:
    """Return the source's footage; of a video the file is hashed first.

    Raises:
        FileError: if it is a video that cannot be opened.
    """
    if source.kind is not SourceKind.VIDEO:
        return PictureFootage(source.files, reading)
    reader = open_video(source.path)
    return VideoFootage(reader, sha256_of(source.path, progress.check), reading)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What taking in a source works with."""

    gallery: Gallery
    cutter: PeopleCutter
    embedder: Embedder | None
    clock: StageClock
    tally: Tally
    progress: Progress

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
        self._batch: list[NewFrame] = []
        self._unembedded: list[CropId] = []
        self._first_by_content: dict[str, Path] = {}  # by SHA-256
        self._noted: set[Path] = set()
        self._failing = {row.path for row in workshop.gallery.failures() if row.source_id == source_id}
        self._failed_now: set[Path] = set()

    def take(self, footage: Footage) -> None:
        """Take in the footage from where the case has it; what is committed stays when this is cancelled."""
        progress = self._shop.progress
        meter = StageMeter(progress, f"Importing {self._source.path.name}", footage.total)
        items = self._shop.clock.measure_items(footage.items(), "decode")
        with closing(read_ahead(items, FRAMES_AHEAD)) as ready:
            for item in ready:
                progress.check()
                meter.advance(self._take_item(item))
        self._commit()
        self._clear_failures()
        self._shop.gallery.finish_source(self._id)
        meter.finish()

    def give_up(self, path: Path, reason: str) -> None:
        """Note a file that cannot be used; the import goes on."""
        self._failed_now.add(path)
        error = FileError(path, reason)
        self._shop.tally.failures.append(error)
        self._shop.gallery.record_failure(path, reason, self._id)
        if self._taken or not self._is_named:
            self._shop.tell_failure(error)

    def _take_item(self, item: FootageItem) -> int:
        """Take one item; return how many frames it stands for."""
        match item:
            case OpenedFrame():
                self._taken += 1
                self._take_frame(item)
                return 1
            case AlreadyTaken(count):
                self._taken += count
                self._shop.tally.skipped += count
                return count
            case UnusableFile(path, reason):
                self.give_up(path, reason)
                return 1 if self._source.kind is not SourceKind.VIDEO else 0

    def _take_frame(self, frame: OpenedFrame) -> None:
        self._note_duplicate(frame)
        self._batch.append(self._shop.cutter.cut(frame))
        if len(self._batch) >= FRAMES_A_TRANSACTION:
            self._commit()

    def _note_duplicate(self, frame: OpenedFrame) -> None:
        """Count a frame whose file is in the case under another name; say so once a file."""
        first = self._first_with_content(frame)
        if first == frame.path:
            return
        self._shop.tally.duplicates += 1
        if frame.path not in self._noted:
            self._noted.add(frame.path)
            text = f"{frame.path} has the same content as {first}, which is in the case already; both are kept."
            self._shop.progress.tell(Noted(text=text))

    def _first_with_content(self, frame: OpenedFrame) -> Path:
        """Return the first file with the frame's content, which may still wait in the batch."""
        if frame.sha256 not in self._first_by_content:
            with self._shop.clock.measure("store"):
                first = self._shop.gallery.frame_of_content(frame.sha256)
            self._first_by_content[frame.sha256] = first or frame.path
        return self._first_by_content[frame.sha256]

    def _commit(self) -> None:
        """Record the batch in one transaction, and embed once enough crops wait."""
        if self._batch:
            with self._shop.clock.measure("store"):
                self._unembedded += self._shop.gallery.record_frames(self._id, self._batch)
            self._count_batch()
            self._batch = []
        while self._shop.embedder is not None and len(self._unembedded) >= BATCH:
            with self._shop.clock.measure("embed"):
                embed_batch(self._shop.gallery, self._shop.embedder, self._unembedded[:BATCH])
            self._shop.tally.embedded += BATCH
            del self._unembedded[:BATCH]

    def _count_batch(self) -> None:
        tally, crops = self._shop.tally, sum(len(frame.crops) for frame in self._batch)
        tally.frames += len(self._batch)
        tally.detections += crops
        tally.crops += crops

    def _clear_failures(self) -> None:
        """Forget earlier failures of files that could be used this time, or are gone from the source."""
        for path in self._failing - self._failed_now:
            self._shop.gallery.clear_failure(path, self._id)
