"""Pictures for every room, and a case of real pictures on the disk, small enough to look at each of them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.casework.case import new_case
from engine.gallery.gallery import Gallery
from engine.gallery.records import NewCrop, NewFrame, Quality, SourceKind
from engine.imaging.box import Box
from engine.imaging.digest import sha256_of
from engine.imaging.jpeg import encode_jpeg

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def draw_picture():
    """Return what writes a picture of blurred blotches, another for each seed."""

    def write(path: Path, seed: int, size: tuple[int, int] = (40, 90)) -> Path:
        blotches = np.random.default_rng(seed).integers(0, 255, (12, 6, 3), dtype=np.uint8)
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(blotches).resize(size, Image.Resampling.BICUBIC).save(path)
        return path

    return write


@pytest.fixture
def small_case(tmp_path: Path) -> Path:
    """Return a case of four frames on disk with two people each: crops 1 to 8."""
    folder, footage = tmp_path / "small.bolo", tmp_path / "gate"
    new_case(folder, "Station", "KLA 12/26", "to find a witness")
    footage.mkdir()
    with Gallery.open(folder) as gallery:
        source = gallery.add_source(footage, SourceKind.FRAMES, "Gate")
        for number in range(1, 5):
            path = footage / f"{number}.jpg"
            path.write_bytes(encode_jpeg(np.full((120, 160, 3), 40 * number, np.uint8)))
            gallery.record_frames(source, [_frame(path, number)])
        gallery.finish_source(source)
    return folder


@pytest.fixture
def small_gallery(small_case: Path) -> Iterator[Gallery]:
    """Return that case, open."""
    with Gallery.open(small_case) as gallery:
        yield gallery


def _frame(path: Path, number: int) -> NewFrame:
    return NewFrame(
        path=path,
        number=number,
        sha256=sha256_of(path),
        width_px=160,
        height_px=120,
        time_raw=None,
        time=NOON + timedelta(minutes=number),
        crops=tuple(_crop(left, number) for left in (20, 90)),
    )


def _crop(left: int, number: int) -> NewCrop:
    return NewCrop(
        box=Box(left, 20, 40, 80),
        score=0.9,
        quality=Quality(height_px=80, sharpness=120.0, truncated=0.0),
        jpeg=encode_jpeg(np.full((80, 40, 3), (left, 30 * number, 90), np.uint8)),
    )
