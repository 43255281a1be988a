"""Whom a detector finds in a few frames of footage, before anything is taken in."""

import base64
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from engine.detection.choose import choose_detector
from engine.detection.detector import PersonDetector
from engine.errors import FileError
from engine.gallery.gallery import Gallery
from engine.gallery.records import SourceKind
from engine.imaging.jpeg import encode_jpeg
from engine.imaging.pixels import Pixels
from engine.imaging.stills import read_still
from engine.imaging.video import open_video
from engine.jobs.import_spec import ImportSpec
from engine.jobs.naming import naming_of
from engine.jobs.scan import ScannedSource, scan
from engine.progress import Progress

MOST_FRAMES = 12  # of all sources together
MOST_A_SOURCE = 6
ASSUMED_FRAMES = 250  # of a video that does not say how many it has
LONGEST_SIDE_PX = 1280  # of the picture shown
JPEG_QUALITY = 85


@dataclass(frozen=True, slots=True)
class PreviewedPerson:
    """One person found, however unsure."""

    box: tuple[float, float, float, float]  # x, y, w, h in frame pixels
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewedFrame:
    """One frame with the people found in it."""

    camera: str
    name: str  # of the file
    number: int  # 1-based
    width_px: int
    height_px: int
    jpeg: str  # base 64; smaller than the frame where that is large
    people: tuple[PreviewedPerson, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePreview:
    """What an import would find; `usual_score` is from where on it would take people if nothing else is said."""

    detector: str
    lowest_score: float
    usual_score: float
    highest_score: float
    frames: tuple[PreviewedFrame, ...]
    sources_not_shown: int  # for there are too many
    problems: tuple[str, ...]  # frames that could not be read, one sentence each


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pick:
    """A frame to look at, with the camera it is of."""

    camera: str
    path: Path
    number: int
    is_video: bool


def preview_people(spec: ImportSpec, progress: Progress) -> PeoplePreview:
    """Look for people in frames spread over the footage, down to the detector's lowest score; nothing is written.

    Args:
        spec: the import; what it says of who is taken is left to the viewer.
        progress: told how far it is; between frames it may stop.

    Raises:
        FileError: if there is nothing to import, or none of the frames can be read, or the weights cannot.
        ConfigError: if the pattern or the detector cannot work.
    """
    picks, left_out = _picks(spec)
    detector = choose_detector(spec.detector, spec.detector_weights, 0.0)
    frames: list[PreviewedFrame] = []
    problems: list[FileError] = []
    for pick in progress.track(picks, "Looking for people in a few frames"):
        try:
            frames.append(_previewed(pick, detector))
        except FileError as error:
            problems.append(error)
    if not frames and problems:
        raise problems[0]
    return PeoplePreview(
        detector=detector.name,
        lowest_score=detector.scores.lowest,
        usual_score=detector.scores.usual,
        highest_score=detector.scores.highest,
        frames=tuple(frames),
        sources_not_shown=left_out,
        problems=tuple(map(str, problems)),
    )


def _picks(spec: ImportSpec) -> tuple[list[_Pick], int]:
    """Return the frames to look at, and how many sources are left out as there are too many."""
    naming = naming_of(spec)
    sources = [source for path in spec.paths for source in scan(path, holds_crops=spec.holds_crops).sources]
    parts = [part for source in sources for part in naming.split(source)]
    shown = parts[:MOST_FRAMES]
    each = min(MOST_A_SOURCE, MOST_FRAMES // len(shown))
    with Gallery.open(spec.case, read_only=True) as gallery:
        picks = [
            _Pick(
                camera=gallery.camera_of_source(part.path, part.kind, spec.camera or part.default_camera),
                path=path,
                number=number,
                is_video=part.kind is SourceKind.VIDEO,
            )
            for part in shown
            for path, number in _spread_frames(part, each)
        ]
    return picks, len(parts) - len(shown)


def _spread_frames(part: ScannedSource, each: int) -> Iterator[tuple[Path, int]]:
    """Yield file and number of frames spread over a source."""
    if part.kind is not SourceKind.VIDEO:
        yield from ((part.files[place], place + 1) for place in _spread(len(part.files), each))
        return
    try:
        with closing(open_video(part.path)) as reader:
            count = reader.frame_count or ASSUMED_FRAMES
    except FileError:
        count = 1  # reading it says what is wrong
    yield from ((part.path, place + 1) for place in _spread(count, each))


def _spread(count: int, wanted: int) -> Sequence[int]:
    """Return up to `wanted` places among `count`, in the middle of as many equal parts."""
    return sorted({(2 * part + 1) * count // (2 * wanted) for part in range(wanted)})


def _previewed(pick: _Pick, detector: PersonDetector) -> PreviewedFrame:
    pixels = _read(pick)
    height, width = pixels.shape[:2]
    people = tuple(
        PreviewedPerson((found.box.x, found.box.y, found.box.w, found.box.h), found.score)
        for found in detector.detect(pixels)
    )
    return PreviewedFrame(
        camera=pick.camera,
        name=pick.path.name,
        number=pick.number,
        width_px=width,
        height_px=height,
        jpeg=base64.b64encode(encode_jpeg(_shrunk(pixels), JPEG_QUALITY)).decode("ascii"),
        people=people,
    )


def _read(pick: _Pick) -> Pixels:
    if not pick.is_video:
        return read_still(pick.path).pixels
    with closing(open_video(pick.path)) as reader:
        return reader.read(pick.number).pixels


def _shrunk(pixels: Pixels) -> Pixels:
    """Return a frame, (H, W, 3), no larger than is shown."""
    height, width = pixels.shape[:2]
    factor = LONGEST_SIDE_PX / max(height, width)
    if factor >= 1:
        return pixels
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
