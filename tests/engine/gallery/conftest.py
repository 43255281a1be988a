"""A case on disk, and what goes into it."""

import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, NewCrop, NewFrame, Quality, SourceId, SourceKind
from engine.imaging.box import Box

NOBODY = 65534
START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def make_frame(number: int, crops: int = 2, *, path: Path | None = None, sha256: str | None = None) -> NewFrame:
    """Return a frame whose crops' pictures say which frame and place they are of."""
    return NewFrame(
        path=path or Path(f"/footage/{number:06}.jpg"),
        number=number,
        sha256=sha256 or f"{number:064x}",
        width_px=640,
        height_px=480,
        time_raw=None,
        time=START + timedelta(seconds=number),
        crops=tuple(make_crop(f"frame {number}, crop {place}".encode(), place) for place in range(crops)),
    )


def make_crop(jpeg: bytes, place: int = 0) -> NewCrop:
    quality = Quality(height_px=40, sharpness=123.5, truncated=0.25)
    return NewCrop(box=Box(10.5 + place, 20.25, 30.0, 40.0), score=0.75, quality=quality, jpeg=jpeg)


@pytest.fixture(name="make_frame")
def make_frame_fixture() -> Callable[..., NewFrame]:
    return make_frame


@pytest.fixture
def unit_vectors() -> Callable[..., np.ndarray]:
    def make(count: int, width: int = 8, seed: int = 0) -> np.ndarray:
        vectors = np.random.default_rng(seed).normal(size=(count, width)).astype(np.float32)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    return make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "station.bolo"


@pytest.fixture
def gallery(folder: Path) -> Iterator[Gallery]:
    with Gallery.create(folder) as gallery:
        yield gallery


@pytest.fixture
def source(gallery: Gallery) -> SourceId:
    return gallery.add_source(Path("/footage"), SourceKind.FRAMES, "door")


@pytest.fixture
def crop_ids(gallery: Gallery, source: SourceId) -> list[CropId]:
    """Record five frames with two crops each."""
    return gallery.record_frames(source, [make_frame(number) for number in range(1, 6)])


@pytest.fixture
def read_only_folder() -> Iterator[Callable[[Path], Path]]:
    """Return what moves a case to where the process may read and not write; root gives up its rights for the test."""
    if not hasattr(os, "seteuid"):
        pytest.skip("this system has no user to become who may not write")
    home = Path(tempfile.mkdtemp(prefix="bolo-read-only-"))
    user = os.geteuid()

    def lock(case: Path) -> Path:
        moved = home / case.name
        shutil.copytree(case, moved)
        for path in (home, moved, *moved.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        if user == 0:
            os.seteuid(NOBODY)
        return moved

    yield lock
    if user == 0:
        os.seteuid(user)
    for path in (home, *home.rglob("*")):
        if path.is_dir():
            path.chmod(stat.S_IRWXU)
    shutil.rmtree(home)
