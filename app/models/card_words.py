"""A model card in the user's language, its data and figures as lines to read."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.engine_words import say_in_language, schema_in_language
from app.translate import language_code, say_decimal, say_number, tr

if TYPE_CHECKING:
    from engine.registry.card import ModelCard


def card_in_language(card: "ModelCard") -> "ModelCard":
    """Return the card with title, licence and schema as the user reads them; ids and figures are the same."""
    return replace(
        card,
        title=say_in_language(card.title),
        licence_notes=tuple(say_in_language(note) for note in card.licence_notes),
        schema=schema_in_language(card.schema),
    )


def say_facts(facts: Mapping[str, Any]) -> dict[str, str]:
    """Return name and value of each fact; what lies deeper is named by its path."""
    said: dict[str, str] = {}
    for name, value in facts.items():
        if isinstance(value, Mapping):
            inner = say_facts(value)
            said.update({f"{_say_name(name)}, {_lower_first(key)}": text for key, text in inner.items()})
        else:
            said[_say_name(name)] = _say_value(value)
    return said


def _say_name(name: str) -> str:
    words = name.replace("_", " ")
    return say_in_language(words[:1].upper() + words[1:])


def _lower_first(name: str) -> str:
    return name[:1].lower() + name[1:] if language_code() == "en" else name


def _say_value(value: object) -> str:
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if value is None:
        return tr("nothing")
    if isinstance(value, int):
        return say_number(value)
    if isinstance(value, float):
        return _say_figure(value)
    if isinstance(value, list | tuple):
        return ", ".join(_say_value(item) for item in value)
    return say_in_language(str(value))


def _say_figure(value: float) -> str:
    """Return four figures of a number, with the locale's decimal sign."""
    written = f"{value:.4g}"
    return written if "e" in written else say_decimal(value, len(written.partition(".")[2]))
