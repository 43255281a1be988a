"""Fitting a model's search on labelled pictures; the embedding itself is stood in for."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from safetensors.numpy import save_file

from engine.attributes.schema_file import shipped_schema
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.search_split import SearchSplit
from engine.errors import ModelError
from engine.evaluation.embedded_split import EmbeddedSplit
from engine.gallery.records import Quality
from engine.jobs import fit_search as job
from engine.progress import Progress
from engine.registry.card import ModelCard, read_card, write_card
from engine.registry.known_categories import KnownCategories, write_known_categories
from engine.registry.query_model import QueryModel
from engine.registry.store import InstalledModel, ModelStore, check_weights
from engine.registry.weights import WEIGHTS_FILE, model_id_of
from engine.search import fit_scorers
from engine.search.scorers import SCORERS, scorers_for
from engine.search.search_fit import SearchFit, thresholds_of

SCHEMA = shipped_schema("pa100k")
IMAGES, WIDTH = 60, 8


@pytest.fixture
def installed(tmp_path) -> InstalledModel:
    folder, random = tmp_path / "small", np.random.default_rng(1)
    folder.mkdir()
    weights = {
        "category_encoder.mlp.0.weight": random.normal(size=(WIDTH, SCHEMA.size)).astype(np.float32),
        "category_encoder.mlp.0.bias": np.zeros(WIDTH, np.float32),
    }
    save_file(weights, folder / WEIGHTS_FILE)
    how = {"backbone": "none", "input_px": [64, 32], "flip_average": False}
    card = ModelCard(
        name="small",
        title="Small",
        model_id=model_id_of(folder / WEIGHTS_FILE, how),
        schema=SCHEMA,
        backbone="none",
        input_px=(64, 32),
        flip_average=False,
        data={},
        recipe={},
        figures={"recognition_ma": 60.0},
        licence_notes=(),
    )
    write_card(card, folder)
    return InstalledModel(folder=folder, card=card)


@pytest.fixture
def fitted(installed, monkeypatch):
    random = np.random.default_rng(2)
    vectors = (random.random((IMAGES, SCHEMA.size)) < 0.3).astype(np.uint8)
    images = LabelledImages("made validation", SCHEMA, tuple(map(Path, map(str, range(IMAGES)))), vectors)
    embeddings = QueryModel.load(installed).encode_categories(vectors)
    calibrated = (4.0 * vectors - 2 + random.normal(0, 1, vectors.shape)).astype(np.float32)
    embedded = EmbeddedSplit(
        model="small",
        images=images,
        training=images,
        embeddings=embeddings,
        logits=calibrated,
        calibrated=calibrated,
        encode_categories=QueryModel.load(installed).encode_categories,
        fusion_alpha=None,
    )
    clear = Quality(height_px=200, sharpness=500.0, truncated=0.0)
    monkeypatch.setattr(job, "embed_split", lambda *_: embedded)
    monkeypatch.setattr(job, "read_qualities", lambda paths, _progress: [clear] * len(paths))
    monkeypatch.setattr(fit_scorers, "QUERIES", 2)
    split = SearchSplit(train=images, validation=images, test=images)
    summary = job.fit_search(installed, split, Progress())
    return installed, summary


def test_the_card_has_weights_and_limits_and_what_they_were_chosen_on(fitted):
    installed, summary = fitted

    card = read_card(installed.folder)
    assert card.figures == {"recognition_ma": 60.0, **summary.figures}
    assert card.figures["search"]["chosen_on"] == "made validation: 60 images"
    assert SearchFit.of(card).sharpness in fit_scorers.SHARPNESSES
    assert SearchFit.of(card).cosine_weight in job.FUSION_ALPHAS
    limits = thresholds_of(card).pooled
    assert 0 < limits.contradicts_to <= 0.25 and 0.75 <= limits.agrees_from < 1
    assert summary.figures["evidence"]["marks"]["agrees_right"] >= 90


def test_weights_and_model_id_stay_and_every_scorer_is_offered(fitted):
    installed, _ = fitted

    again = InstalledModel(folder=installed.folder, card=read_card(installed.folder))
    check_weights(again)
    assert again.card.model_id == installed.card.model_id
    assert set(scorers_for(QueryModel.load(again))) == set(SCORERS)


def test_a_fitted_model_is_added_with_its_categories_but_not_with_anothers(fitted, tmp_path):
    installed, _ = fitted

    added = ModelStore((tmp_path / "mine",)).add(installed.folder)
    assert QueryModel.load(added).known is not None

    other = KnownCategories.of(np.eye(3, SCHEMA.size, dtype=np.uint8))
    write_known_categories(other, installed.folder, "another")
    with pytest.raises(ModelError, match="another model's"):
        ModelStore((tmp_path / "yours",)).add(installed.folder)


def test_the_quality_of_pictures_is_measured(tmp_path):
    noise = np.random.default_rng(3).integers(0, 255, (80, 40, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "noise.png")
    Image.new("RGB", (20, 30), "grey").save(tmp_path / "flat.png")

    noisy, flat = job.read_qualities([tmp_path / "noise.png", tmp_path / "flat.png"], Progress())

    assert (noisy.height_px, flat.height_px) == (80, 30)
    assert noisy.sharpness > 1000 and flat.sharpness == 0
