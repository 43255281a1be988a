"""What a training tells while it runs."""

from dataclasses import dataclass

from engine.progress import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class EpochFinished(Event):
    """One epoch is done; losses are means over its steps."""

    stage: str
    epoch: int
    epochs: int
    losses: dict[str, float]
    crops_per_second: float
    validation: dict[str, float]
