"""Every text that the window can show and a translator has to know: the window's own, and the engine's.

The engine speaks English only. Its sentences are collected as patterns, {1} for the first thing filled in, and
`app/engine_words.py` finds them again in what the engine says.
"""

from __future__ import annotations

import ast
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WINDOW, SCHEMA, ENGINE = "Bolo", "Schema", "Engine"
LANGUAGE_CODE = "the code of the language"
ENGINE_PARTS = (
    "errors.py",
    "attributes",
    "imaging",
    "datasets",
    "training",
    "detection",
    "tracking",
    "registry",
    "gallery",
    "search",
    "casework",
    "demo",
    "jobs",
)
TELLING = (
    "track",
    "say",
    "note",
    "advance",
    "Noted",
    "FileFailed",
    "Failure",
    "NamePreset",
    "RowProblem",
    "Finding",
    "stage",
    "__init__",
)
ALSO = (  # errors that are the engine's, raised in the window
    "app/report/report_writer.py",
    "app/training/recipe_fields.py",
    "app/training/training_choice.py",
)
WORDED = (  # modules of the engine in which every text of two words is for the user
    "audit_check.py",
    "choose.py",
    "embed_gallery.py",
    "events.py",
    "filter_words.py",
    "forget_model.py",
    "label_csv.py",
    "model_file.py",
    "package_check.py",
    "relink.py",
    "ranking.py",
    "reported_model.py",
    "runner.py",
    "scan.py",
    "settings.py",
    "time_list.py",
    "torchvision_weights.py",
    "weights.py",
    "writer_lock.py",
)
NO_TEXTS = ("SELECT", "PRAGMA", "CREATE", "%", "Callable[", "([0-9", "cancel listener")  # how what is none begins
FEWEST_WORDS = 4  # of what counts as a sentence outside an error


class TextError(Exception):
    """A text that cannot be collected; one sentence."""


@dataclass(frozen=True, order=True)
class Text:
    """A text to translate. `comment` tells equal texts apart, `one` is the singular where the text is a plural."""

    context: str
    source: str
    comment: str = ""
    one: str = ""


def collect(root: Path = ROOT) -> list[Text]:
    """Return every text once, in the order in which the files have them."""
    code = Text(WINDOW, "en", LANGUAGE_CODE)
    found = [code, *window_texts(root), *schema_texts(root), *card_texts(root), *engine_texts(root)]
    by_key: dict[tuple[str, str, str], Text] = {}
    for text in found:
        known = by_key.setdefault((text.context, text.source, text.comment), text)
        if known.one != text.one:
            raise TextError(f"“{text.source}” is given once to tr and once to tr_count; word one of them differently.")
    return list(by_key.values())


def window_texts(root: Path) -> Iterator[Text]:
    """Find what is given to tr and tr_count.

    Raises:
        TextError: if it is not written out there.
    """
    for file in sorted((root / "app").rglob("*.py")):
        for call in _calls(file):
            name = _called(call)
            if name == "tr":
                yield Text(WINDOW, _literal(call.args[0], file))
            elif name == "tr_count":
                yield Text(WINDOW, _literal(call.args[2], file), one=_literal(call.args[1], file))


def schema_texts(root: Path) -> Iterator[Text]:
    """Find titles, labels and short labels of the shipped schemas; a short one is told apart by its label."""
    for file in sorted((root / "resources" / "attributes").glob("*.toml")):
        for group in tomllib.loads(file.read_text(encoding="utf-8"))["group"]:
            yield Text(SCHEMA, group["title"], "title")
            for attribute in group["attributes"]:
                yield Text(SCHEMA, attribute["label"])
                if attribute.get("short", attribute["label"]) != attribute["label"]:
                    yield Text(SCHEMA, attribute["short"], attribute["label"])


def card_texts(root: Path) -> Iterator[Text]:
    """Find what the shipped models' cards say: title, licence, names of facts, and facts that are words."""
    for file in sorted((root / "resources" / "models").glob("*/card.json")):
        card = json.loads(file.read_text(encoding="utf-8"))
        ids = {attribute["id"] for group in card["schema"]["group"] for attribute in group["attributes"]}
        card["figures"].pop("attributes", None)  # which the window says on the chips, in words of its own
        for words in (card["title"], *card["licence_notes"], *_facts(card["data"], ids), *_facts(card["figures"], ids)):
            yield Text(ENGINE, words)


def engine_texts(root: Path) -> Iterator[Text]:
    """Find the engine's sentences: what errors and progress are given, and whatever else reads like a sentence."""
    for place in (*(root / "engine" / part for part in ENGINE_PARTS), *(root / part for part in ALSO)):
        for file in [place] if place.is_file() else sorted(place.rglob("*.py")):
            yield from (Text(ENGINE, words) for words in _sentences(file))


def _sentences(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    is_worded = file.name in WORDED
    passed_over = _not_for_users(tree)
    told = {id(node) for call in ast.walk(tree) for given in _told(call) for node in ast.walk(given)}
    for node in ast.walk(tree):
        words = _pattern(node) if id(node) not in passed_over else ""
        if _is_words(words) and (is_worded or id(node) in told or _is_sentence(words)):
            yield words


def _not_for_users(tree: ast.Module) -> set[int]:
    """Return the ids of docstrings and of the parts of f-strings, which are taken whole."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            found |= {id(first.value) for first in node.body[:1] if isinstance(first, ast.Expr)}
        elif isinstance(node, ast.JoinedStr):
            found |= {id(inner) for part in node.values for inner in ast.walk(part) if isinstance(part, ast.Constant)}
            found |= {
                id(inner.format_spec)
                for inner in node.values
                if isinstance(inner, ast.FormattedValue) and inner.format_spec is not None
            }
    return found


def _told(node: ast.AST) -> list[ast.expr]:
    """Return what a call is given that users read; by name, for `__init__`, a thread is told its own."""
    if not isinstance(node, ast.Call) or not (_called(node).endswith("Error") or _called(node) in TELLING):
        return []
    return list(node.args) if _called(node) == "__init__" else [*node.args, *(given.value for given in node.keywords)]


def _pattern(node: ast.AST) -> str:
    """Return a text as it stands, an f-string with numbers in braces for what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    words, number = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            words += str(part.value)
        else:
            number += 1
            words += f"{{{number}}}"
    return words


def _is_words(text: str) -> bool:
    letters = [word for word in text.split() if any(letter.isalpha() for letter in word)]
    return bool(letters) and " " in text.strip() and not text.lstrip().startswith(NO_TEXTS)


def _is_sentence(text: str) -> bool:
    is_statement = any(word in text for word in (" = ", " FROM ", " TABLE ", " WHERE ", "--", "\t"))
    is_whole = len(text.split()) >= FEWEST_WORDS and ("; " in text or text.endswith((".", "…")))
    return not is_statement and (is_whole or "“" in text)


def _facts(facts: dict[str, object], attribute_ids: set[str]) -> Iterator[str]:
    """Return names and sentences of a card's facts, as `app/models/card_words.py` says them."""
    for name, value in facts.items():
        words = name.replace("_", " ")
        if name not in attribute_ids:
            yield words[:1].upper() + words[1:]
        if isinstance(value, dict):
            yield from _facts(value, attribute_ids)
        elif isinstance(value, str) and " " in value:
            yield value


def _calls(file: Path) -> Iterator[ast.Call]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _literal(node: ast.expr, file: Path) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise TextError(f"{file.name}:{node.lineno}: write the text out where it is given to tr, and fill it in after.")
