"""People, a small site and a case whose crops are the truth's own boxes."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from engine.attributes.schema_file import shipped_schema
from engine.demo.appearance import Appearance, sample_attributes, sample_look
from engine.demo.camera import Camera
from engine.demo.lens import Lens
from engine.demo.sites import SITES
from engine.registry.card import ModelCard
from engine.registry.query_model import QueryModel


@pytest.fixture(scope="session")
def peta():
    return shipped_schema("peta")


@pytest.fixture(scope="session")
def people():
    """Return three hundred people."""
    rng = np.random.default_rng(1)
    drawn = []
    for _ in range(300):
        attributes = sample_attributes(rng)
        drawn.append(Appearance(attributes=attributes, look=sample_look(rng, attributes)))
    return drawn


@pytest.fixture(scope="session")
def clear_site():
    """Return a small site whose camera adds nothing to the light: no noise, no softness, hardly any compression."""
    camera = Camera(height_m=3.0, pitch=0.2, yaw=0.0, focal_px=420, size_px=(400, 260))
    lens = Lens(softness_px=0.0, noise=0.0, sharpening=0.0, vignette=0.0, jpeg_quality=95)
    return replace(SITES[0], camera=camera, lens=lens)


@pytest.fixture(scope="session")
def query_model(peta):
    """Return the query side of a model with random weights; the heads do not use it."""
    random = np.random.default_rng(5)
    layers = tuple(
        (random.normal(0, 0.3, (out, into)).astype(np.float32), random.normal(0, 0.1, out).astype(np.float32))
        for into, out in pairwise((peta.size, 16, 8))
    )
    card = ModelCard(
        name="test",
        title="Test",
        model_id="test-model",
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
