"""The model that a case is searched with unless another one is chosen."""

from app.engine_words import say_in_language
from app.models.card_words import card_in_language
from engine.errors import ModelError
from engine.registry.card import ModelCard
from engine.registry.store import DEFAULT_MODEL, default_store


def usual_card() -> tuple[ModelCard | None, str]:
    """Return the model's card, or None and why there is none."""
    try:
        return card_in_language(default_store().get(DEFAULT_MODEL).card), ""
    except ModelError as error:
        return None, say_in_language(str(error))
