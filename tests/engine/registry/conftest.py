"""A whole model, small enough to be written in a moment, and what changes it as somebody who means ill would."""

import dataclasses
import json

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file, save_file

from engine.attributes.schema_file import shipped_schema
from engine.encoders.backbone import BackboneKind, Weights
from engine.encoders.model import Model, Preprocessing
from engine.registry.card import ModelCard, read_card, write_card
from engine.registry.known_categories import CATEGORIES_FILE, KnownCategories, write_known_categories
from engine.registry.loading import save_weights
from engine.registry.store import InstalledModel, ModelStore
from engine.registry.weights import model_id_of


@pytest.fixture(scope="session")
def tiny_model():
    torch.manual_seed(3)
    how = Preprocessing(input_px=(64, 32))
    return Model(shipped_schema("pa100k"), BackboneKind.EFFICIENTNET_LITE0, how, weights=Weights.RANDOM, dropout=0.0)


@pytest.fixture
def installed(tiny_model, tmp_path) -> InstalledModel:
    """Return a model's folder, without the categories that it may have."""
    folder = tmp_path / "made" / "tiny"
    weights = save_weights(tiny_model, folder)
    card = ModelCard(
        name="tiny",
        title="Tiny",
        model_id="",
        schema=tiny_model.schema,
        backbone=tiny_model.backbone_kind.value,
        input_px=(64, 32),
        flip_average=True,
        data={},
        recipe={},
        figures={},
        licence_notes=("none",),
    )
    card = dataclasses.replace(card, model_id=model_id_of(weights, card.preprocessing))
    write_card(card, folder)
    return InstalledModel(folder=folder, card=card)


@pytest.fixture
def made(installed) -> InstalledModel:
    """Return a model's folder, as a training leaves it."""
    known = KnownCategories.of(np.eye(installed.card.schema.size, dtype=np.uint8))
    write_known_categories(known, installed.folder, installed.card.model_id)
    return installed


@pytest.fixture
def store(tmp_path) -> ModelStore:
    return ModelStore((tmp_path / "shipped", tmp_path / "mine"))


def rewritten(installed, **fields):
    """Write fields into the card's file, as nothing of ours would."""
    path = installed.folder / "card.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))


def with_true_id(installed):
    """Have the card state the id of whatever weights lie there, which who forges a model can work out as well."""
    (installed.folder / CATEGORIES_FILE).unlink(missing_ok=True)  # it states the id too
    rewritten(installed, model_id=model_id_of(installed.weights, read_card(installed.folder).preprocessing))


def with_tensors(installed, change):
    """Change the tensors, a dict, in place, and have the card state their id."""
    tensors = load_file(installed.weights)
    change(tensors)
    save_file(tensors, installed.weights)
    with_true_id(installed)
