"""A case of drawn crops, as large as one likes: no picture is looked at, and the catalog and its files are real."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.errors import CaseError
from engine.gallery.gallery import Gallery
from engine.gallery.records import CaseInfo, CropId, NewCrop, NewFrame, Quality, SourceId, SourceKind
from engine.imaging.box import Box
from engine.imaging.jpeg import encode_jpeg
from engine.progress import Progress, StageMeter
from engine.registry.query_model import QueryModel

FIRST_TIME = datetime(2026, 3, 2, tzinfo=UTC)
SPAN = timedelta(days=7)
CAMERAS = tuple(f"Camera {number}" for number in range(1, 9))
PEOPLE_A_FRAME = 4
CROPS_A_TRACK = 25  # at most
FRAMES_A_BATCH = 500  # at most; every camera has two batches at least
SPREAD = 1.0  # length of the noise on a category's embedding: the cosine with it is 0.7, as on real pictures
LOGIT_MEAN, LOGIT_DEVIATION = 2.5, 2.0  # of a value that holds; of one that does not the mean is negative
NO_PICTURE = b""  # where nothing is looked at
BLUR_PX = 10, 4  # height, width of what is enlarged into a picture
PICTURE_PX = 64, 160  # width, height
FRAME_PX = (1920, 1080)  # width, height
DIGITS_OF_SHA256 = 64

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPeople:
    """What a model would say of n drawn crops.

    Attributes:
        vectors: (n, D) float32, of unit length.
        logits: (n, A) float32, calibrated.
    """

    vectors: Floats
    logits: Floats


def draw_people(
    model: QueryModel, count: int, generator: np.random.Generator, person: NDArray[np.int64] | None = None
) -> DrawnPeople:
    """Draw crops of the model's known categories.

    A category is drawn as often as the training data had it. Around its embedding lies noise, and every value that
    holds has a logit of mean 2.5, every other of mean −2.5, both with deviation 2.

    Args:
        model: a query side that has its known categories.
        count: n.
        generator: of the chance.
        person: (n,) whom each crop shows, from 0: crops of one person are of one category; None for n people.

    Raises:
        ModelError: if the model was stored without its categories.
    """
    embeddings, known = model.known_embeddings, model.known
    assert known is not None  # or there were no embeddings
    people = count if person is None else 1 + int(person.max(initial=-1))
    category = generator.choice(len(known.counts), people, p=known.counts / known.counts.sum())
    if person is not None:
        category = category[person]
    width = embeddings.shape[1]
    noise = generator.standard_normal((count, width), np.float32) * np.float32(SPREAD / np.sqrt(width))
    vectors = embeddings[category] + noise
    means = np.where(known.vectors[category] > 0, np.float32(LOGIT_MEAN), np.float32(-LOGIT_MEAN))
    logits = means + np.float32(LOGIT_DEVIATION) * generator.standard_normal(means.shape, np.float32)
    return DrawnPeople(vectors=vectors / np.linalg.norm(vectors, axis=1, keepdims=True), logits=logits)


def make_drawn_case(
    folder: Path, model: QueryModel, crops: int, progress: Progress, pictures: Sequence[bytes] = (NO_PICTURE,)
) -> None:
    """Make a case of eight cameras over a week, with crops drawn by `draw_people`, the same ones every time.

    Stopped half-way, the folder holds a smaller case.

    Args:
        folder: where nothing is yet.
        model: says what is drawn.
        crops: how many.
        progress: of the drawing.
        pictures: JPEGs, of which the crops have one after the other; none by default.

    Raises:
        CaseExistsError: if there is something at the path.
        ModelError: if the model was stored without its categories.
    """
    generator = np.random.default_rng(crops)
    meter = StageMeter(progress, "Drawing crops", crops)
    with Gallery.create(folder, CaseInfo(name=f"{crops:,} drawn crops", created=FIRST_TIME)) as gallery:
        recorded: dict[SourceId, list[CropId]] = {_add_camera(gallery, camera): [] for camera in CAMERAS}
        sources = list(recorded)
        with gallery.writer():
            for place, frames in enumerate(_frames(crops, pictures)):
                progress.check()
                source = sources[place % len(sources)]
                ids = gallery.record_frames(source, frames)
                save_people(gallery, model, ids, generator)
                recorded[source] += ids
                meter.advance(len(ids))
        for source, of_source in recorded.items():
            gallery.save_tracks(source, list(_tracks(of_source)), gallery.last_frame_id(source))
            gallery.finish_source(source)
    meter.finish()


def add_drawn_crops(gallery: Gallery, crops: int) -> list[CropId]:
    """Record so many more crops, after all others and not yet embedded; return their ids."""
    source = gallery.sources()[0].id
    number = gallery.last_frame_number(source) + 1
    frames = [_frame(number + place, FIRST_TIME + SPAN, [NO_PICTURE]) for place in range(crops)]
    return gallery.record_frames(source, frames)


def save_people(gallery: Gallery, model: QueryModel, crop_ids: list[CropId], generator: np.random.Generator) -> None:
    """Draw what the model says of crops of consecutive frames, and save it."""
    frame, place = np.divmod(np.arange(len(crop_ids)), PEOPLE_A_FRAME)
    people = draw_people(model, len(crop_ids), generator, frame // CROPS_A_TRACK * PEOPLE_A_FRAME + place)
    gallery.save_embeddings(model.id, crop_ids, people.vectors, people.logits)


def check_drawn_case(gallery: Gallery, model: QueryModel, crops: int) -> None:
    """Refuse a case that is not one of so many drawn crops.

    Raises:
        CaseError: if it is another.
    """
    counts = gallery.counts()
    if counts.embedded.get(model.id, 0) < crops or not gallery.info().name.endswith("drawn crops"):
        reason = f"it is no finished case of {crops:,} drawn crops; name another folder, or delete it."
        raise CaseError(gallery.folder, reason)


def _add_camera(gallery: Gallery, camera: str) -> SourceId:
    return gallery.add_source(Path("/drawn") / camera, SourceKind.VIDEO, camera)


def draw_pictures(count: int, generator: np.random.Generator) -> list[bytes]:
    """Return JPEGs of coloured blurs, as large as a crop's usually is: what has to be read and painted, and no more."""
    coarse = generator.integers(0, 256, (count, *BLUR_PX, 3), np.uint8)
    return [
        encode_jpeg(np.asarray(Image.fromarray(each).resize(PICTURE_PX, Image.Resampling.BICUBIC))) for each in coarse
    ]


def _frames(crops: int, pictures: Sequence[bytes]) -> Iterator[list[NewFrame]]:
    """Yield batches of frames, one camera's each, with so many crops in all; their times are spread over the span."""
    full, rest = divmod(crops, PEOPLE_A_FRAME)
    people = [PEOPLE_A_FRAME] * full + [rest] * bool(rest)
    size = min(FRAMES_A_BATCH, -(-len(people) // (2 * len(CAMERAS))))
    for start in range(0, len(people), size):
        yield [
            _frame(
                number,
                FIRST_TIME + SPAN * ((number - 1) / len(people)),
                [pictures[(PEOPLE_A_FRAME * number + place) % len(pictures)] for place in range(count)],
            )
            for number, count in enumerate(people[start : start + size], start + 1)
        ]


def _tracks(crops: list[CropId]) -> Iterator[list[CropId]]:
    """Yield tracks of a camera's crops: whoever stands at the same place of the next frames is one person."""
    for place in range(PEOPLE_A_FRAME):
        there = crops[place::PEOPLE_A_FRAME]
        yield from (there[start : start + CROPS_A_TRACK] for start in range(0, len(there), CROPS_A_TRACK))


def _frame(number: int, time: datetime, pictures: Sequence[bytes]) -> NewFrame:
    return NewFrame(
        path=Path("/drawn.mp4"),
        number=number,
        sha256=f"{number:0{DIGITS_OF_SHA256}x}",
        width_px=FRAME_PX[0],
        height_px=FRAME_PX[1],
        time_raw=None,
        time=time,
        crops=tuple(_crop(place, picture) for place, picture in enumerate(pictures)),
    )


def _crop(place: int, picture: bytes) -> NewCrop:
    quality = Quality(height_px=160, sharpness=300.0, truncated=0.0)
    return NewCrop(box=Box(200.0 * place, 300.0, 64.0, 160.0), score=0.9, quality=quality, jpeg=picture)
