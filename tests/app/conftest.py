"""A window with a small real case, and a model whose query side is random: its heads' logits are written by hand."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from safetensors.numpy import save_file

from app.language import Language, speak
from app.main_window import MainWindow
from app.settings import Settings
from app.theme.icons import Icons
from app.theme.theme import Theme, ThemeChoice
from engine import paths
from engine.attributes.schema import Schema
from engine.attributes.schema_file import shipped_schema
from engine.gallery.gallery import Gallery
from engine.gallery.records import CaseInfo, CropId, NewCrop, NewFrame, Quality, SourceKind
from engine.imaging.box import Box
from engine.imaging.digest import sha256_of
from engine.imaging.jpeg import encode_jpeg
from engine.registry.card import ModelCard, write_card
from engine.registry.store import InstalledModel
from engine.registry.weights import WEIGHTS_FILE, model_id_of
from engine.search.active_model import activate_model

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
PREPROCESSING = {"backbone": "none", "input_px": [64, 32], "flip_average": False}
FRAMES = 6  # of each camera, two people in each; the first of the two is in red
FRAME_PX = (160, 120)  # width, height
LICENCE = "Drawn data; for tests only."


@pytest.fixture(scope="session")
def peta() -> Schema:
    return shipped_schema("peta")


@pytest.fixture(scope="session")
def installed_model(bolo_home: Path, peta: Schema) -> InstalledModel:
    """Return a model in the user's folder; cases are switched to it, so that no shipped one is needed."""
    folder = paths.user_models_dir() / "test-model"
    folder.mkdir(parents=True)
    random = np.random.default_rng(5)
    tensors = {}
    for place, (into, out) in enumerate(pairwise((peta.size, 32, 16, 8))):
        tensors[f"category_encoder.mlp.{2 * place}.weight"] = random.normal(0, 0.3, (out, into)).astype(np.float16)
        tensors[f"category_encoder.mlp.{2 * place}.bias"] = np.zeros(out, np.float16)
    save_file(tensors, folder / WEIGHTS_FILE)
    card = ModelCard(
        name="test-model",
        title="A model for tests",
        model_id=model_id_of(folder / WEIGHTS_FILE, PREPROCESSING),
        schema=peta,
        backbone="none",
        input_px=(64, 32),
        flip_average=False,
        data={"name": "PETA"},
        recipe={},
        figures={"full": {"rank1": 44.1}},
        licence_notes=(LICENCE,),
    )
    write_card(card, folder)
    return InstalledModel(folder=folder, card=card)


@pytest.fixture
def empty_case(tmp_path: Path, installed_model: InstalledModel) -> Path:
    """Return a case without footage."""
    folder = tmp_path / "empty.bolo"
    with Gallery.create(folder, CaseInfo(name="Nothing yet", created=NOON)) as gallery:
        activate_model(gallery, installed_model)
    return folder


@pytest.fixture
def small_case(tmp_path: Path, installed_model: InstalledModel) -> Path:
    """Return a case of two cameras with twenty-four crops; every second one has a red top."""
    folder = tmp_path / "small.bolo"
    with Gallery.create(folder, CaseInfo(name="Forecourt", created=NOON)) as gallery:
        activate_model(gallery, installed_model)
        for place, camera in enumerate(("Gate A", "Gate B")):
            import_frames(gallery, tmp_path / f"footage-{place}", camera)
        gallery.record_failure(tmp_path / "broken.jpg", "is no picture; copy it again.")
        embed_by_hand(gallery, installed_model.card)
    return folder


def import_frames(gallery: Gallery, footage: Path, camera: str) -> list[CropId]:
    """Write frames as files and put them with their crops into the case, as an import would."""
    footage.mkdir()
    source_id = gallery.add_source(footage, SourceKind.FRAMES, camera)
    crop_ids: list[CropId] = []
    for number in range(1, FRAMES + 1):
        pixels = np.full((FRAME_PX[1], FRAME_PX[0], 3), 90 + 10 * number, np.uint8)
        path = footage / f"{number:03}.jpg"
        path.write_bytes(encode_jpeg(pixels))
        frame = NewFrame(
            path=path,
            number=number,
            sha256=sha256_of(path),
            width_px=FRAME_PX[0],
            height_px=FRAME_PX[1],
            time_raw=None,
            time=NOON + timedelta(minutes=number),
            crops=(_crop(20, (200, 30, 30)), _crop(90, (40, 60, 120))),
        )
        crop_ids += gallery.record_frames(source_id, [frame])
    gallery.finish_source(source_id)
    return crop_ids


def embed_by_hand(gallery: Gallery, card: ModelCard) -> None:
    """Say of every second crop that its top is red, and of nobody anything else."""
    crop_ids = gallery.crops_without_embedding(card.model_id)
    random = np.random.default_rng(7)
    vectors = random.normal(size=(len(crop_ids), 8)).astype(np.float32)
    logits = np.full((len(crop_ids), card.schema.size), -3.0, np.float32)
    logits[0::2, card.schema.index("upperBodyRed")] = 3.0
    logits[1::2, card.schema.index("upperBodyBlue")] = 3.0
    logits[:4, card.schema.index("accessoryHat")] = 3.0
    gallery.save_embeddings(card.model_id, crop_ids, vectors / np.linalg.norm(vectors, axis=1, keepdims=True), logits)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """Have the window speak German while the test lasts; asked for before the window, so that it is built so."""
    speak(qapp, Language.GERMAN)
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)
    QLocale.setDefault(QLocale.system())


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, ThemeChoice.DARK)


@pytest.fixture
def icons(theme: Theme) -> Icons:
    return Icons(theme)


@pytest.fixture
def window(qtbot, theme: Theme, installed_model: InstalledModel) -> Iterator[MainWindow]:
    """Return the window on its start page; what it starts ends with the test."""
    made = MainWindow(theme, Settings())
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def opened(qtbot, window: MainWindow, small_case: Path) -> MainWindow:
    """Return the window with the small case open and its results shown."""
    window.open_case(small_case)
    qtbot.waitUntil(lambda: window.search_page is not None, timeout=20_000)
    qtbot.waitUntil(lambda: window.search_page.is_answered, timeout=20_000)
    return window


def _crop(left: int, colour: tuple[int, int, int]) -> NewCrop:
    return NewCrop(
        box=Box(left, 20, 40, 80),
        score=0.9,
        quality=Quality(height_px=80, sharpness=120.0, truncated=0.0),
        jpeg=encode_jpeg(np.full((80, 40, 3), colour, np.uint8)),
    )
