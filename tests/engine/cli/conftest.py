"""A case made by the command line itself, and a model small enough to be written by hand."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest
from safetensors.numpy import save_file

from engine.attributes.schema_file import shipped_schema
from engine.cli.app import run
from engine.gallery.gallery import Gallery
from engine.imaging.jpeg import encode_jpeg
from engine.registry.card import ModelCard, write_card
from engine.registry.store import default_store
from engine.registry.weights import WEIGHTS_FILE, model_id_of
from engine.search.active_model import activate_model

CROPS_A_CAMERA = 6


@pytest.fixture(scope="session")
def model_folder(tmp_path_factory) -> Path:
    """Return a model's folder of which the query side alone works."""
    folder = tmp_path_factory.mktemp("model") / "tiny"
    folder.mkdir()
    schema = shipped_schema("peta")
    random = np.random.default_rng(5)
    tensors = {}
    for place, (into, out) in enumerate(pairwise((schema.size, 16, 8))):
        tensors[f"category_encoder.mlp.{2 * place}.weight"] = random.normal(0, 0.3, (out, into)).astype(np.float16)
        tensors[f"category_encoder.mlp.{2 * place}.bias"] = np.zeros(out, np.float16)
    save_file(tensors, folder / WEIGHTS_FILE)
    preprocessing = {"backbone": "efficientnet_lite0", "input_px": [64, 32], "flip_average": False}
    card = ModelCard(
        name="tiny",
        title="Tiny",
        model_id=model_id_of(folder / WEIGHTS_FILE, preprocessing),
        schema=schema,
        backbone="efficientnet_lite0",
        input_px=(64, 32),
        flip_average=False,
        data={},
        recipe={},
        figures={},
        licence_notes=("For tests only.",),
    )
    write_card(card, folder)
    return folder


@pytest.fixture(scope="session")
def crops_folder(tmp_path_factory) -> Path:
    """Return a folder of person crops."""
    folder = tmp_path_factory.mktemp("footage") / "gate"
    folder.mkdir()
    random = np.random.default_rng(8)
    for number in range(CROPS_A_CAMERA):
        pixels = random.integers(0, 255, (96, 48, 3), dtype=np.uint8)
        (folder / f"{number:03}.jpg").write_bytes(encode_jpeg(pixels))
    return folder


@pytest.fixture(scope="session")
def case(tmp_path_factory, crops_folder, model_folder) -> Path:
    """Return a case of two cameras whose crops the tiny model is said to have embedded."""
    folder = tmp_path_factory.mktemp("cases") / "small.bolo"
    assert run(["case", "new", str(folder), "--name", "Small"]) == 0
    default_store().add(model_folder)  # the command would miss the image encoder
    for camera in ("Gate A", "Gate B"):
        assert run(["import", str(folder), str(crops_folder), "--detector", "none", "--camera", camera]) == 0
    model = default_store().get("tiny")
    random = np.random.default_rng(9)
    with Gallery.open(folder) as gallery:
        ids = gallery.crop_ids()
        vectors = random.normal(size=(len(ids), 8)).astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        logits = random.normal(0, 2, (len(ids), model.card.schema.size)).astype(np.float32)
        gallery.save_embeddings(model.card.model_id, ids, vectors, logits)
        activate_model(gallery, model)
    return folder


@pytest.fixture
def bolo(capsys):
    """Return what runs one command line in this process: exit code, stdout, stderr."""

    def call(*argv: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run([str(argument) for argument in argv])
        written = capsys.readouterr()
        return code, written.out, written.err

    return call


@pytest.fixture
def bolo_process():
    """Return what runs one command line in a process of its own, as a user or the window does."""

    def call(*argv: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "engine.cli", *map(str, argv)]
        return subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=280, env=dict(os.environ))

    return call


@pytest.fixture
def small_video(tmp_path) -> Path:
    """Return a video of five frames, 64 × 48."""
    path = tmp_path / "small.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10, (64, 48))
    for number in range(5):
        writer.write(np.full((48, 64, 3), 40 * number, np.uint8))
    writer.release()
    return path
