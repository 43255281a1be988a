"""The model that a case is searched with unless another one is chosen."""

from engine.errors import ModelError
from engine.registry.card import ModelCard
from engine.registry.store import DEFAULT_MODEL, default_store


def usual_card() -> tuple[ModelCard | None, str]:
    """Return the model's card, or None and why there is none."""
    try:
        return default_store().get(DEFAULT_MODEL).card, ""
    except ModelError as error:
        return None, str(error)
