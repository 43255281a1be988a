"""Which model a case is searched with."""

import json

from engine.gallery.gallery import Gallery
from engine.registry.store import DEFAULT_MODEL, InstalledModel, ModelStore

ACTIVATED = "model activated"  # in the audit log, which holds every switch anyway


def active_model(gallery: Gallery, store: ModelStore) -> InstalledModel:
    """Return the model that was activated last in the case, else the one that comes with Bolo.

    Raises:
        ModelError: if it is not on this machine.
    """
    model_id = None
    for entry in gallery.audit_entries():
        if entry.action == ACTIVATED:
            model_id = str(json.loads(entry.facts)["model_id"])
    return store.get(DEFAULT_MODEL if model_id is None else model_id)


def activate_model(gallery: Gallery, model: InstalledModel) -> None:
    """Let the case be searched with this model from now on; embed the crops with it first."""
    gallery.log(ACTIVATED, {"name": model.name, "model_id": model.card.model_id})
