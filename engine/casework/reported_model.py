"""What a report says of the model that searched: what it is, and how well it was measured to do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engine.attributes.schema import Schema
from engine.registry.attribute_figures import ATTRIBUTES_FIGURE
from engine.registry.card import ModelCard

MEASURES = {"rank1": "Rank-1", "rank5": "Rank-5", "rank10": "Rank-10", "map": "mAP"}

USUAL = "fused"  # the way to rank that searches take unless they are told another; said first


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedModel:
    """A model in words.

    Attributes:
        name: with its title.
        model_id: a hash of weights and preprocessing.
        trained_on: of which data.
        measured_on: what the figures were measured on.
        accuracy: the figures, each with its name.
        notes: what its data's licence means.
        schema: the attributes that it knows.
    """

    name: str
    model_id: str
    trained_on: str
    measured_on: str
    accuracy: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    schema: Schema


def report_model(card: ModelCard) -> ReportedModel:
    """Return what a card says, as a report puts it."""
    return ReportedModel(
        name=f"{card.name} ({card.title}), {card.backbone}, {card.schema.size} attributes",
        model_id=card.model_id,
        trained_on=str(card.data.get("name", "not known")),
        measured_on=str(card.figures.get("measured_on", "not known")),
        accuracy=tuple(_accuracy(card.figures)),
        notes=card.licence_notes,
        schema=card.schema,
    )


def _accuracy(figures: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the figures of each way to rank, with their 95 % intervals where they are known."""
    for scorer, found in sorted(figures.items(), key=lambda named: named[0] != USUAL):
        if scorer != ATTRIBUTES_FIGURE and isinstance(found, Mapping) and "rank1" in found:
            intervals = found.get("intervals", {})
            said = [_say(name, found[key], intervals.get(key)) for key, name in MEASURES.items() if key in found]
            yield f"Complete descriptions, {scorer}", ", ".join(said)
    if "recognition_ma" in figures:
        yield "Attributes one by one", f"mean accuracy {float(figures['recognition_ma']):.1f} %"


def _say(name: str, value: float, interval: Any) -> str:  # noqa: ANN401 - as the card has it
    said = f"{name} {float(value):.1f} %"
    return said if not interval else f"{said} ({float(interval[0]):.1f} to {float(interval[1]):.1f})"
