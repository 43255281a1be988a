"""A model card's data and figures as lines to read."""

from collections.abc import Mapping
from typing import Any


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
    return words[:1].upper() + words[1:]


def _lower_first(name: str) -> str:
    return name[:1].lower() + name[1:]


def _say_value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, list | tuple):
        return ", ".join(_say_value(item) for item in value)
    return str(value)
