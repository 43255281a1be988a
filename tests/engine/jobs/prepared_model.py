"""A model by name and id alone, and what embeds in its place; run as a program: `prepared_model.py CASE MODEL_FOLDER`.

As a program it switches a case to the model, slowly enough to be killed on the way.
"""

import sys
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
from safetensors.numpy import save_file

from engine.attributes.schema_file import shipped_schema
from engine.gallery.gallery import Gallery
from engine.jobs.activate import activate_in_case
from engine.jobs.runner import run_as_child
from engine.registry.card import ModelCard, read_card, write_card
from engine.registry.store import InstalledModel
from engine.registry.weights import WEIGHTS_FILE, model_id_of

SECONDS_A_BATCH = 0.02


def write_model(folder, seed, schema=None):
    """Write a model whose query side works, of PA100K's schema unless told; its id is a hash as every model's is."""
    schema = schema or shipped_schema("pa100k")
    folder.mkdir(parents=True)
    weight = np.random.default_rng(seed).normal(0, 0.3, (8, schema.size)).astype(np.float16)
    tensors = {"category_encoder.mlp.0.weight": weight, "category_encoder.mlp.0.bias": np.zeros(8, np.float16)}
    save_file(tensors, folder / WEIGHTS_FILE)
    how = {"backbone": "efficientnet_lite0", "input_px": [64, 32], "flip_average": False}
    card = ModelCard(
        name=folder.name,
        title=f"Model {seed}",
        model_id=model_id_of(folder / WEIGHTS_FILE, how),
        schema=schema,
        backbone=how["backbone"],
        input_px=(64, 32),
        flip_average=False,
        data={},
        recipe={},
        figures={},
        licence_notes=(),
    )
    write_card(card, folder)
    return InstalledModel(folder=folder, card=card)


class Stand:
    """Embeds a crop by its colours, each model in its own way."""

    device = "cpu"

    def __init__(self, installed, seconds_a_batch=0.0):
        self.id = installed.card.model_id
        self.calls = []
        self._width = installed.card.schema.size
        self._seconds = seconds_a_batch
        self._turn = np.random.default_rng(int(self.id, 16) % 2**32).normal(size=(3, 8))

    def embed_images(self, crops):
        time.sleep(self._seconds)
        crops = list(crops)
        self.calls.append(len(crops))
        vectors = np.array([crop.mean(axis=(0, 1)) + 1 for crop in crops]) @ self._turn
        vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
        return SimpleNamespace(vectors=vectors, logits=np.repeat(vectors[:, :1], self._width, axis=1))


def switch_slowly(progress):
    folder = Path(sys.argv[2])
    installed = InstalledModel(folder=folder, card=read_card(folder))
    with Gallery.open(Path(sys.argv[1])) as gallery:
        return activate_in_case(gallery, installed, lambda model: Stand(model, SECONDS_A_BATCH), progress)


if __name__ == "__main__":
    sys.exit(run_as_child(switch_slowly))
