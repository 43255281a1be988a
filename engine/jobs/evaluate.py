"""Measuring stored models on labelled data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from engine.errors import ConfigError
from engine.evaluation.embedded_split import EmbeddedSplit
from engine.evaluation.full_outcome import measure_full_outcome
from engine.evaluation.full_tables import full_tables
from engine.evaluation.markdown_table import Tables, difference_table
from engine.evaluation.outcome import Outcome
from engine.evaluation.recognition_outcome import measure_recognition_outcome
from engine.evaluation.recognition_tables import recognition_tables
from engine.jobs.embed_split import embed_split, read_split
from engine.progress import Progress
from engine.registry.query_model import QueryModel
from engine.registry.store import InstalledModel
from engine.search.partial_outcome import measure_partial_outcome, partial_tables


class Protocol(Enum):
    """What is measured."""

    FULL = "full"
    RECOGNITION = "recognition"
    PARTIAL = "partial"


def _measure_partial(installed: InstalledModel, split: EmbeddedSplit, progress: Progress) -> Outcome:
    return measure_partial_outcome(QueryModel.load(installed), split, progress)


@dataclass(frozen=True, slots=True)
class _Measure:
    """How a protocol measures one model, and how it sets the figures of several as tables."""

    measure: Callable[[InstalledModel, EmbeddedSplit, Progress], Outcome]
    tables: Callable[[Mapping[str, Outcome]], Tables]


_MEASURES = {
    Protocol.FULL: _Measure(lambda _model, split, _progress: measure_full_outcome(split), full_tables),
    Protocol.RECOGNITION: _Measure(
        lambda _model, split, _progress: measure_recognition_outcome(split), recognition_tables
    ),
    Protocol.PARTIAL: _Measure(_measure_partial, partial_tables),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateSpec:
    """Models, and what to measure of them on what."""

    models: tuple[InstalledModel, ...]
    data: Path
    split: str = "test"
    protocol: Protocol = Protocol.FULL

    def __post_init__(self) -> None:
        if not self.models:
            raise ConfigError("models", (), "names no model; name at least one")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The figures of one model or several on the same pictures.

    Attributes:
        protocol: what was measured.
        on: the name of the data and the part of it.
        outcomes: by the model's name, in the order in which they were given.
    """

    protocol: Protocol
    on: str
    outcomes: Mapping[str, Outcome]

    def to_dict(self) -> dict[str, Any]:
        """Return the figures of design §5; of several models each one's, and how the later differ from the first."""
        said = {"protocol": self.protocol.value, "on": self.on}
        if len(self.outcomes) == 1:
            return said | dict(self.outcomes[self.first].figures)
        return said | {
            "models": {name: dict(outcome.figures) for name, outcome in self.outcomes.items()},
            "against": self.first,
            "differences": {
                name: {
                    figure: asdict(difference) for figure, difference in outcome.less(self.outcomes[self.first]).items()
                }
                for name, outcome in self.later.items()
            },
        }

    def to_markdown(self) -> str:
        """Return the figures as Markdown tables."""
        tables = _MEASURES[self.protocol].tables(self.outcomes)
        differences = {name: outcome.less(self.outcomes[self.first]) for name, outcome in self.later.items()}
        if any(differences.values()):
            tables |= {f"Less {self.first}, in points, with paired 95 % intervals": difference_table(differences)}
        blocks = [
            f"# {self.protocol.value} on {self.on}",
            *(f"## {title}\n\n{table}" for title, table in tables.items()),
        ]
        return "\n\n".join(blocks) + "\n"

    @property
    def first(self) -> str:
        """The model that the later ones are compared with."""
        return next(iter(self.outcomes))

    @property
    def later(self) -> dict[str, Outcome]:
        """The models after the first."""
        return {name: outcome for name, outcome in self.outcomes.items() if name != self.first}


def evaluate(spec: EvaluateSpec, progress: Progress) -> Evaluation:
    """Measure every model on the same pictures.

    Raises:
        ConfigError: if the split is unknown, or a model's schema is not the data's.
        DatasetError: if the data cannot be read, or none of the split's pictures is on disk.
        ModelError: if a model is damaged.
    """
    split = read_split(spec.data, *spec.models)
    outcomes, on = {}, ""
    for name, installed in zip(_names(spec.models), spec.models, strict=True):
        embedded = embed_split(installed, split, spec.split, progress)
        outcomes[name] = _MEASURES[spec.protocol].measure(installed, embedded, progress)
        on = embedded.images.name
    return Evaluation(protocol=spec.protocol, on=on, outcomes=outcomes)


def _names(models: Sequence[InstalledModel]) -> list[str]:
    """Return a name for each model; those of one name get their id beside it, and a number if they share that too."""
    plain = [model.name for model in models]
    with_id = [
        model.name if plain.count(model.name) == 1 else f"{model.name} {model.card.model_id}" for model in models
    ]
    return [name if with_id.count(name) == 1 else f"{name} ({place})" for place, name in enumerate(with_id, start=1)]
