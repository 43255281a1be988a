"""A second model beside that of the tests, and the dialog of all models."""

from collections.abc import Iterator

import numpy as np
import pytest

from app.models.models_dialog import ModelsDialog
from engine import paths
from engine.casework.recent import RecentCases
from engine.gallery.gallery import Gallery
from engine.registry.store import InstalledModel
from tests.engine.jobs.prepared_model import write_model

WITHIN_MS = 30_000


@pytest.fixture(scope="session")
def other_model(bolo_home) -> InstalledModel:
    """Return a model of PA100K's attributes: it knows hats and no colours."""
    return write_model(paths.user_models_dir() / "other-model", seed=3)


@pytest.fixture
def embed():
    """Return what has a model say something of every crop of a case that it has not seen."""

    def embedded(folder, model):
        with Gallery.open(folder) as gallery:
            ids = gallery.crops_without_embedding(model.card.model_id)
            vectors = np.eye(8, dtype=np.float32)[np.arange(len(ids)) % 8]
            gallery.save_embeddings(model.card.model_id, ids, vectors, np.ones((len(ids), model.card.schema.size)))

    return embedded


@pytest.fixture
def show_models(qtbot, opened, other_model) -> Iterator[object]:
    """Return what opens the dialog over the window with the small case, once all has been looked at."""
    recent = RecentCases(paths.recent_cases_file())
    for folder in recent.list():  # of other tests
        recent.forget(folder)

    def shown() -> ModelsDialog:
        opened._show_models()
        dialog = opened.dialogs.models_dialog
        qtbot.waitUntil(lambda: dialog.models.seen.are_others_seen, timeout=WITHIN_MS)
        return dialog

    yield shown
    if opened.dialogs.models_dialog is not None:
        opened.dialogs.models_dialog.reject()
