"""A small real case, and a model whose query side is three random layers."""

import shutil
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from engine.attributes.schema_file import shipped_schema
from engine.gallery.gallery import Gallery
from engine.gallery.records import CaseInfo, NewCrop, NewFrame, Quality, SourceKind
from engine.imaging.box import Box
from engine.imaging.jpeg import encode_jpeg
from engine.registry.card import ModelCard
from engine.registry.query_model import QueryModel

CROPS = 60
MODEL_ID = "test-model"
NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def peta():
    return shipped_schema("peta")


@pytest.fixture(scope="session")
def model(peta):
    """Return a query side with random weights."""
    random = np.random.default_rng(5)
    widths = (peta.size, 32, 16, 8)
    layers = tuple(
        (random.normal(0, 0.3, (out, into)).astype(np.float32), random.normal(0, 0.1, out).astype(np.float32))
        for into, out in pairwise(widths)
    )
    card = ModelCard(
        name="test",
        title="Test",
        model_id=MODEL_ID,
        schema=peta,
        backbone="none",
        input_px=(64, 32),
        flip_average=False,
        data={},
        recipe={},
        figures={},
        licence_notes=(),
    )
    return QueryModel(card, layers)


@pytest.fixture(scope="session")
def vectors():
    """Return (N, 8) unit embeddings; the last ten crops are copies of the ten before, so that scores tie."""
    made = np.random.default_rng(6).normal(size=(CROPS, 8)).astype(np.float32)
    made[-10:] = made[-20:-10]
    return made / np.linalg.norm(made, axis=1, keepdims=True)


@pytest.fixture(scope="session")
def logits(peta):
    """Return (N, A) calibrated logits, as float16 keeps them; ties as in `vectors`."""
    made = np.random.default_rng(7).normal(-1, 2, (CROPS, peta.size)).astype(np.float16).astype(np.float32)
    made[-10:] = made[-20:-10]
    return made


def frame(path: Path, number: int, colour: int) -> NewFrame:
    """Return a frame with one person; every tenth frame has no time."""
    pixels = np.full((80, 40, 3), (colour, 90, 255 - colour), dtype=np.uint8)
    crop = NewCrop(
        box=Box(number, 2, 40, 80),
        score=0.9,
        quality=Quality(height_px=80, sharpness=400.0, truncated=0.0),
        jpeg=encode_jpeg(pixels),
    )
    time = None if number % 10 == 0 else NOON + timedelta(seconds=number)
    return NewFrame(
        path=path / f"{number:04}.jpg",
        number=number,
        sha256=f"{hash((path.name, number)) & (2**64 - 1):064x}",
        width_px=320,
        height_px=240,
        time_raw=time,
        time=time,
        crops=(crop,),
    )


@pytest.fixture(scope="session")
def case_folder(tmp_path_factory, vectors, logits):
    """Return a case of two cameras, thirty crops each, all embedded."""
    folder = tmp_path_factory.mktemp("cases") / "search.bolo"
    info = CaseInfo(name="Search", created=NOON, bolo_version="0.1.0")
    with Gallery.create(folder, info) as gallery:
        ids = []
        for camera in ("Gate A", "Gate B"):
            path = folder.parent / camera
            source = gallery.add_source(path, SourceKind.FRAMES, camera)
            ids += gallery.record_frames(source, [frame(path, n, 4 * n) for n in range(1, CROPS // 2 + 1)])
            gallery.finish_source(source)
        gallery.save_embeddings(MODEL_ID, ids, vectors, logits)
    return folder


@pytest.fixture
def new_frame():
    """Return what makes a frame with one person."""
    return frame


@pytest.fixture
def gallery(case_folder):
    with Gallery.open(case_folder) as opened:
        yield opened


@pytest.fixture
def own_case(case_folder, tmp_path):
    """Yield a copy of the case that may be changed."""
    shutil.copytree(case_folder, tmp_path / "own.bolo")
    with Gallery.open(tmp_path / "own.bolo") as opened:
        yield opened
