"""The comparison of two models as the child wrote it, as the window shows it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.engine_words import SCHEMA, say_in_language, schema_in_language
from app.search.wording import say
from app.translate import say_decimal, say_number, tr
from engine.attributes.schema_file import schema_from_dict
from engine.errors import EngineError
from engine.search.query import Query
from engine.training.plan import COMPARISON_FILE, read_outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """One figure or attribute of both models, as text.

    Attributes:
        name: what is measured.
        counts: pictures that have it and lack it; else nothing.
        old: the old model's figure.
        new: the new model's.
        change: with its 95 % interval.
        trend: 1 where the new model is clearly better, −1 where it is clearly worse, else 0.
    """

    name: str
    counts: str
    old: str
    new: str
    change: str
    trend: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSearch:
    """One saved search by both models; the ids of the best crops, best first."""

    name: str
    words: str
    old: tuple[int, ...]
    new: tuple[int, ...]
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """All that is shown.

    Attributes:
        old: the old model's name.
        new: the new one's.
        pictures: held out, that both were measured on.
        descriptions: that both were asked.
        figures: mA, mAP and Rank-k.
        attributes: those that could be measured.
        searches: the case's saved ones.
        ranked: how many crops of the case both have ranked.
        crops: how many there are.
        is_worse: whether the new model is behind in any figure.
        problem: why something could not be compared; else nothing.
    """

    old: str
    new: str
    pictures: int
    descriptions: int
    figures: tuple[ComparedRow, ...]
    attributes: tuple[ComparedRow, ...]
    searches: tuple[ComparedSearch, ...]
    ranked: int
    crops: int
    is_worse: bool
    problem: str


def read_compared(folder: Path) -> Compared | None:
    """Return the comparison of a training's folder; None while there is none, or it cannot be read."""
    facts = read_outcome(folder, COMPARISON_FILE)
    if facts is None:
        return None
    models, searches = facts["models"] or {}, facts["searches"] or {}
    return Compared(
        old=facts.get("old", ""),
        new=facts.get("new", folder.name),
        pictures=models.get("pictures", 0),
        descriptions=models.get("descriptions", 0),
        figures=tuple(_row(_figure_name(pair["name"]), "", pair) for pair in models.get("figures", ())),
        attributes=tuple(_attributes(models)),
        searches=tuple(_searches(searches)),
        ranked=searches.get("ranked", 0),
        crops=searches.get("crops", 0),
        is_worse=bool(models.get("is_worse")),
        problem=say_in_language(facts["problem"]),
    )


def _attributes(models: Mapping[str, Any]) -> Iterator[ComparedRow]:
    for pair in models.get("attributes", ()):
        if pair["figure"] is not None:
            counts = f"{say_number(pair['yes'])} / {say_number(pair['no'])}"
            yield _row(QCoreApplication.translate(SCHEMA, pair["label"]), counts, pair["figure"])


def _row(name: str, counts: str, pair: Mapping[str, Any]) -> ComparedRow:
    low, high = pair["low"], pair["high"]
    is_known = pair["old"] is not None and low is not None
    return ComparedRow(
        name=name,
        counts=counts,
        old=say_decimal(pair["old"]) if pair["old"] is not None else tr("does not know it"),
        new=say_decimal(pair["new"]),
        change=_change(pair["new"] - pair["old"], low, high) if is_known else "",
        trend=(low > 0) - (high < 0) if is_known else 0,
    )


def _change(difference: float, low: float, high: float) -> str:
    return tr("{change} ({low} to {high})").format(change=_signed(difference), low=_signed(low), high=_signed(high))


def _signed(number: float) -> str:
    text = say_decimal(abs(number))
    return text if text == "0" else f"{'+' if number > 0 else '−'}{text}"


def _figure_name(name: str) -> str:
    names = {
        "ma": tr("Attributes told right (mA)"),
        "map": tr("Descriptions answered (mAP)"),
        "rank1": tr("First hit is right (Rank-1)"),
        "rank5": tr("One of the first five is right (Rank-5)"),
    }
    return names[name]


def _searches(searches: Mapping[str, Any]) -> Iterator[ComparedSearch]:
    for pair in searches.get("pairs", ()):
        yield ComparedSearch(
            name=pair["search"],
            words=_say_asked(pair, searches),
            old=tuple(pair["old"]),
            new=tuple(pair["new"]),
            problem=say_in_language(pair["problem"]),
        )


def _say_asked(pair: Mapping[str, Any], searches: Mapping[str, Any]) -> str:
    """Return what a search asks in the user's language, else, of an older comparison, in the engine's."""
    if "schema" not in searches or not pair["words"]:
        return str(pair["words"])
    try:
        schema = schema_from_dict(searches["schema"])
        return say(Query.parse(pair["asks"], schema).clauses, schema_in_language(schema))
    except EngineError:
        return str(pair["words"])
