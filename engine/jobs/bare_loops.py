"""What an import cannot do without, each in a loop of its own: decoding, detecting, embedding."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from engine.detection.detector import PersonDetector
from engine.gallery.records import SourceKind
from engine.imaging.crops import cut_crop
from engine.imaging.pixels import Pixels
from engine.imaging.stills import read_still
from engine.imaging.video import open_video
from engine.jobs.embed_gallery import BATCH, Embedder
from engine.jobs.people import MARGIN
from engine.jobs.scan import ScannedSource

FRAMES_AT_A_TIME = 32  # decoded before the detector is timed, so that the decoder's threads do not share its time


@dataclass(frozen=True, slots=True, kw_only=True)
class BareSeconds:
    """Seconds of each loop."""

    decode: float
    detect: float
    embed: float

    @property
    def total(self) -> float:
        """Return their sum."""
        return self.decode + self.detect + self.embed


def time_bare_loops(
    sources: Sequence[ScannedSource], *, every: int, detector: PersonDetector, embedder: Embedder
) -> BareSeconds:
    """Decode all frames, detect the people in each, and embed their crops, with the threads that each library chooses.

    Nothing is stored. The crops are cut from the frames as an import cuts them, but not written as JPEG and read again.

    Args:
        sources: folders of frames, and videos, that can be read to their end.
        every: takes every so-manieth frame.
        detector: finds the people.
        embedder: embeds their crops, as many at a time as an import does.
    """
    loops = _Loops(detector=detector, embedder=embedder)
    for source in sources:
        loops.decode(source, every)
        loops.detect_and_embed(source, every)
    loops.embed_rest()
    return BareSeconds(decode=loops.decode_s, detect=loops.detect_s, embed=loops.embed_s)


@dataclass(slots=True, kw_only=True)
class _Loops:
    """The loops, source after source."""

    detector: PersonDetector
    embedder: Embedder
    decode_s: float = 0.0
    detect_s: float = 0.0
    embed_s: float = 0.0
    crops: list[Pixels] = field(default_factory=list)  # that wait until a batch is full

    def decode(self, source: ScannedSource, every: int) -> None:
        """Time reading all frames, and keep none."""
        began = time.perf_counter()
        for _ in _frames(source, every):
            pass
        self.decode_s += time.perf_counter() - began

    def detect_and_embed(self, source: ScannedSource, every: int) -> None:
        """Time detecting on frames that are decoded already, then embedding on crops that are cut already."""
        frames = _frames(source, every)
        while some := list(islice(frames, FRAMES_AT_A_TIME)):
            began = time.perf_counter()
            found = [self.detector.detect(pixels) for pixels in some]
            self.detect_s += time.perf_counter() - began
            for pixels, people in zip(some, found, strict=True):
                self.crops += [cut_crop(pixels, person.box, MARGIN) for person in people]
            while len(self.crops) >= BATCH:
                self._embed(BATCH)

    def embed_rest(self) -> None:
        """Time embedding the crops that fill no batch."""
        if self.crops:
            self._embed(len(self.crops))

    def _embed(self, count: int) -> None:
        began = time.perf_counter()
        self.embedder.embed_images(self.crops[:count])
        self.embed_s += time.perf_counter() - began
        del self.crops[:count]


def _frames(source: ScannedSource, every: int) -> Iterator[Pixels]:
    return _of_video(source.path, every) if source.kind is SourceKind.VIDEO else _of_pictures(source.files, every)


def _of_video(path: Path, every: int) -> Iterator[Pixels]:
    with open_video(path) as reader:
        for frame in reader.frames(every=every):
            yield frame.pixels


def _of_pictures(files: Sequence[Path], every: int) -> Iterator[Pixels]:
    for path in files[::every]:
        yield read_still(path).pixels
