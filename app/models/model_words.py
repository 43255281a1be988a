"""A model, its figures and who uses it, in words."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QDate, QLocale

from app.engine_words import say_figures, say_in_language
from app.models.card_words import say_facts
from app.models.listed_model import ListedModel, ModelsSeen
from app.translate import locale, say_number, tr, tr_count
from engine.casework.model_use import CaseUse
from engine.casework.reported_model import report_model
from engine.registry.card import ModelCard

CASES_SAID = 5
UNSAID = ("started_from",)  # the lineage says it
DAY = "trained_at"


def say_state(model: ListedModel, seen: ModelsSeen) -> str:
    """Return how a model stands, for the line below its name."""
    if not model.is_here:
        is_active = seen.is_active(model)
        return tr("active in this case, not on this machine") if is_active else tr("not on this machine")
    if model.card is None:
        return tr("cannot be used")
    origin = tr("your own") if model.is_own else tr("comes with Bolo")
    use = seen.case
    if use is None or use.problem:
        return origin
    if use.is_searched_with(model.model_id):
        return f"{tr('active in this case')} · {origin}"
    left = use.by(model.model_id)
    if left is None:
        return origin
    ready = tr("ready in this case") if left.crops == use.crops else tr("partly prepared in this case")
    return f"{ready} · {origin}"


def say_size(size: int) -> str:
    """Return a number of bytes in its largest useful unit."""
    system = locale()
    return system.formattedDataSize(size, 1, system.DataSizeFormat.DataSizeSIFormat)


def what_it_is(model: ListedModel, card: ModelCard) -> dict[str, str]:
    """Return what a model is, by name."""
    height, width = card.input_px
    knows = tr("{n} attributes in {m} groups ({name})").format(
        n=say_number(card.schema.size), m=say_number(len(card.schema.groups)), name=card.schema.title
    )
    return {
        tr("Model id"): card.model_id,
        tr("Image encoder"): f"{card.backbone}, {height} × {width} px",
        tr("Knows"): knows,
        tr("On this disk"): f"{say_size(model.size)}, {model.folder}",
    }


def learned_from(card: ModelCard, lineage: list[str]) -> dict[str, str]:
    """Return what a model learned from, and by which recipe."""
    told = {name: value for name, value in card.data.items() if name not in UNSAID}
    facts = say_facts({name: _say_day(value) if name == DAY else value for name, value in told.items()})
    stages = ", ".join(_say_stages(card.recipe))
    started = " ← ".join(lineage) if lineage else tr("no other model")
    recipe = {tr("Recipe"): f"{card.recipe.get('name', card.name)}: {stages}"} if stages else {}
    return {tr("Started from"): started, **facts, **recipe}


def how_well(card: ModelCard) -> dict[str, str]:
    """Return a model's figures with their intervals, as a report has them."""
    try:
        told = report_model(card)
    except (TypeError, ValueError, KeyError, IndexError):  # the card came from outside
        return {tr("Figures"): tr("The figures on its card cannot be read.")}
    if not told.accuracy:
        return {}
    figures = {say_in_language(name): say_figures(value) for name, value in told.accuracy}
    return {**figures, tr("Measured on"): say_in_language(told.measured_on)}


def in_this_case(model: ListedModel, use: CaseUse) -> str:
    """Return what a model means to the open case."""
    left = use.by(model.model_id)
    if left is None:
        return tr("It has not seen this case; activating it takes a while, and the model before answers meanwhile.")
    text = tr_count(use.crops, "{n} of {all} crop seen, {size}", "{n} of {all} crops seen, {size}")
    said = text.format(n=say_number(left.crops), all=say_number(use.crops), size=say_size(left.size))
    if use.is_searched_with(model.model_id):
        return tr("The case is searched with it. {seen}.").format(seen=said)
    return (
        tr("{seen}; the case can go over to it at once.").format(seen=said) if left.crops == use.crops else f"{said}."
    )


def say_gone(model: ListedModel, use: CaseUse) -> str:
    """Return what a model that is not on this machine means to the open case, and what can be done."""
    if use.is_searched_with(model.model_id):
        text = tr(
            "The case is searched with {name} ({id}), which is not on this machine. To search, import its file, or "
            "activate another model."
        )
        return text.format(name=model.name, id=model.model_id)
    left = use.by(model.model_id)
    crops, size = (0, 0) if left is None else (left.crops, left.size)
    text = tr("The model {id} is not on this machine. It has seen {n} people of this case, which takes {size}.")
    return text.format(id=model.model_id, n=say_number(crops), size=say_size(size))


def who_uses(model: ListedModel, seen: ModelsSeen) -> list[str]:
    """Return a line for each case beside the open one that uses a model, or may, for it could not be looked at."""
    return [line for use in seen.others if (line := _say_use(model, use))]


def attribute_weights(card: ModelCard) -> list[tuple[str, float]]:
    """Return the learned weight of each attribute by its label, the largest first; [] where the card has none."""
    weights = card.figures.get("attribute_weights")
    if not isinstance(weights, list | tuple) or len(weights) != card.schema.size:
        return []
    if not all(isinstance(weight, int | float) for weight in weights):
        return []
    named = [
        (attribute.label, float(weight)) for attribute, weight in zip(card.schema.attributes, weights, strict=True)
    ]
    return sorted(named, key=lambda one: -one[1])


def say_removal(model: ListedModel, seen: ModelsSeen) -> str:
    """Return what removing a model means."""
    size = say_size(model.size)
    text = tr("{name} is deleted from this machine ({size}). What it has said of the people in cases stays in them.")
    searching = [use.title for use in seen.searching(model)]
    if not searching:
        return text.format(name=model.name, size=size)
    more = tr_count(
        len(searching),
        "This case is searched with it and cannot be searched without it: {cases}.",
        "These cases are searched with it and cannot be searched without it: {cases}.",
    )
    left = len(searching) - CASES_SAID
    said = [*searching[:CASES_SAID], *([tr("{n} more").format(n=say_number(left))] if left > 0 else [])]
    return f"{text.format(name=model.name, size=size)} {more.format(cases=', '.join(said))}"


def say_forgetting(model: ListedModel, use: CaseUse) -> str:
    """Return what removing a model's embeddings from the case means."""
    left = use.by(model.model_id)
    text = tr(
        "What {name} has said of {n} people ({size}) is removed from this case. To search with it again, it has to see "
        "all of them again."
    )
    crops, size = (0, 0) if left is None else (left.crops, left.size)
    return text.format(name=model.name, n=say_number(crops), size=say_size(size))


def _say_use(model: ListedModel, use: CaseUse) -> str:
    if use.problem:
        return tr("{case}: not looked at, {why}").format(case=use.folder, why=say_in_language(use.problem))
    if use.is_searched_with(model.model_id):
        return tr("{case}: searched with it").format(case=use.title)
    left = use.by(model.model_id)
    if left is None:
        return ""
    return tr("{case}: kept beside another model, {size}").format(case=use.title, size=say_size(left.size))


def _say_stages(recipe: Mapping[str, Any]) -> Iterator[str]:
    stages = recipe.get("stages")
    for stage in stages if isinstance(stages, list | tuple) else ():
        if isinstance(stage, Mapping) and isinstance(stage.get("epochs"), int):
            epochs = tr_count(stage["epochs"], "{n} epoch", "{n} epochs").format(n=say_number(stage["epochs"]))
            yield f"{_say_stage(stage.get('name'))} {epochs}"


def _say_stage(name: object) -> str:
    return {"recognition": tr("attributes"), "alignment": tr("descriptions")}.get(str(name), str(name))


def _say_day(value: object) -> str:
    """Return the day of a time in ISO form; what is none stays as it is."""
    try:
        day = datetime.fromisoformat(str(value))
    except ValueError:
        return str(value)
    return locale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)
