"""What the engine says, in the user's language. The engine speaks English, and its log and command line stay so.

A translation file keeps the engine's sentences as patterns, {1} for the first thing filled in; a sentence is found by
its pattern, and what was filled in is translated in turn: "/x.mp4: is empty; …" has a reason after its path.
"""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from app.translate import language_code, locale
from engine import paths
from engine.attributes.schema import Attribute, Schema

ENGINE, SCHEMA = "Engine", "Schema"
TITLE = "title"
_FIELD = re.compile(r"(\{\w+\})")
_SPLIT = re.compile(r"(: |; | — )")  # between clauses that were put together
_DECIMAL_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_DEEPEST = 4  # a reason within a reason within …


def say_in_language(text: str) -> str:
    """Return a sentence of the engine in the user's language; what no file has, as it is."""
    language = language_code()
    return text if language == "en" or not text else _say(text, language, _DEEPEST)


def say_figures(text: str) -> str:
    """Return measures of the engine in the user's language and with its decimal sign; commas part them.

    Give it nothing but measures: in a path, a version or a file's name a point is no decimal sign.
    """
    said = ", ".join(say_in_language(part) for part in text.split(", "))
    return _DECIMAL_POINT.sub(locale().decimalPoint(), said)


def schema_in_language(schema: Schema) -> Schema:
    """Return the schema with titles and labels in the user's language; ids, and so every query, are the same."""
    groups = tuple(
        replace(
            group,
            title=QCoreApplication.translate(SCHEMA, group.title, TITLE),
            attributes=tuple(_attribute_in_language(attribute) for attribute in group.attributes),
        )
        for group in schema.groups
    )
    return replace(schema, groups=groups)


def _attribute_in_language(attribute: Attribute) -> Attribute:
    label = QCoreApplication.translate(SCHEMA, attribute.label)
    if attribute.short == attribute.label:
        return replace(attribute, label=label, short=label)
    return replace(attribute, label=label, short=QCoreApplication.translate(SCHEMA, attribute.short, attribute.label))


def _say(text: str, language: str, deep: int) -> str:
    whole = QCoreApplication.translate(ENGINE, text)
    if whole != text or not deep:
        return whole
    for pattern, fields, said in _patterns(language):
        found = pattern.fullmatch(text)
        if found is not None:
            values = {
                field: _say(value, language, deep - 1) for field, value in zip(fields, found.groups(), strict=True)
            }
            return "".join(values.get(part, part) for part in _FIELD.split(said))
    return _say_parts(text, language, deep)


def _say_parts(text: str, language: str, deep: int) -> str:
    """Return what stands before a stop as it is, a path perhaps, and what follows it in the language."""
    for stop in _SPLIT.finditer(text):
        rest = text[stop.end() :]
        said = _say(rest, language, deep - 1)
        if said != rest:
            before = text[: stop.start()]
            return (before if stop.group() == ": " else _say(before, language, deep - 1)) + stop.group() + said
    whole = _say(text[:-1], language, deep - 1) if text.endswith(".") else ""
    return f"{whole}." if whole and whole != text[:-1] else text


@lru_cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], tuple[str, ...], str], ...]:
    """Return what to look for with its fields and its translation; the pattern that says most comes first."""
    file = paths.resources_dir() / "translations" / f"bolo_{language}.ts"
    contexts = ElementTree.parse(file).getroot().iter("context")
    messages = [message for context in contexts if context.findtext("name") == ENGINE for message in context]
    pairs = [(message.findtext("source", ""), message.findtext("translation", "")) for message in messages]
    filled = sorted((pair for pair in pairs if _FIELD.search(pair[0]) and pair[1]), key=_fixed_letters, reverse=True)
    return tuple((_pattern(source), tuple(_FIELD.findall(source)), said) for source, said in filled)


def _fixed_letters(pair: tuple[str, str]) -> int:
    return len(_FIELD.sub("", pair[0]))


def _pattern(source: str) -> re.Pattern[str]:
    parts = _FIELD.split(source)
    return re.compile("".join("(.*?)" if _FIELD.fullmatch(part) else re.escape(part) for part in parts), re.DOTALL)
