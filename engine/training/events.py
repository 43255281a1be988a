"""What a training tells while it runs."""

from dataclasses import dataclass

from engine.progress import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsTaken(Event):
    """The epoch moved on; told as often as Advanced. Losses are weighted, and means over the epoch's steps so far."""

    stage: str
    epoch: int
    epochs: int
    step: int
    steps: int
    losses: dict[str, float]
    crops_per_second: float
    seconds_left: float  # until the last stage is done, at this rate

    @property
    def label(self) -> str:
        """The stage that Advanced names."""
        return epoch_label(self.stage, self.epoch, self.epochs)


@dataclass(frozen=True, slots=True, kw_only=True)
class EpochFinished(Event):
    """One epoch is done; losses are means over its steps."""

    stage: str
    epoch: int
    epochs: int
    losses: dict[str, float]
    crops_per_second: float
    validation: dict[str, float]

    @property
    def label(self) -> str:
        """The stage that Advanced names."""
        return epoch_label(self.stage, self.epoch, self.epochs)


def epoch_label(stage: str, epoch: int, epochs: int) -> str:
    """Return what an epoch is called in the progress."""
    return f"{stage}, epoch {epoch} of {epochs}"
