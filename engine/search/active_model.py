"""Which model a case is searched with."""

from engine.errors import ModelError
from engine.gallery.gallery import Gallery
from engine.registry.store import DEFAULT_MODEL, InstalledModel, ModelStore


def active_model(gallery: Gallery, store: ModelStore) -> InstalledModel:
    """Return the model that was activated last in the case, else the one that comes with Bolo.

    Raises:
        ModelError: if it is not on this machine.
    """
    switch = gallery.last_switch()
    if switch is None:
        return store.get(DEFAULT_MODEL)
    try:
        return store.with_id(switch.model_id)
    except ModelError as error:
        raise ModelError(
            f"The case is searched with the model “{switch.name}” ({switch.model_id}), which is not on this machine; "
            "add its file, or activate another model."
        ) from error


def active_model_id(gallery: Gallery, store: ModelStore) -> str:
    """Return the id of the model that the case is searched with, whether it is on this machine or not.

    Raises:
        ModelError: if that is the one that comes with Bolo, and it is not there.
    """
    switch = gallery.last_switch()
    return store.get(DEFAULT_MODEL).card.model_id if switch is None else switch.model_id


def activate_model(gallery: Gallery, model: InstalledModel) -> None:
    """Let the case be searched with this model from now on; what is active already is left as it is.

    Raises:
        CaseError: if it has not embedded every crop of the case.
    """
    before = gallery.last_switch()
    if before is None or before.model_id != model.card.model_id:
        was = {} if before is None else {"was": {"name": before.name, "model_id": before.model_id}}
        gallery.switch_model(model.name, model.card.model_id, was)
