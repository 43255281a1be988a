"""How a training goes: its curves, and where it stands, from the lines that its child tells and from its history."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.evaluation.training_history import training_history

SHOWN_FIGURES = ("ma", "fused_map")  # of the validation, where there are such
Point = tuple[float, float]  # epochs since the start, value


@dataclass
class TrainingCourse:
    """Digests what a training tells; epochs are counted over all stages.

    Attributes:
        stage: under way; "" before the first.
        epoch: of the stage, from 1.
        epochs: of the stage.
        crops_per_second: now.
        seconds_left: until the last stage is done, if none ends early; None while unknown.
        losses: the sum of the losses.
        validation: by the figure, in percent.
        is_learning: whether steps are taken now; else it reads, measures or compares.
    """

    stage: str = ""
    epoch: int = 0
    epochs: int = 0
    crops_per_second: float = 0.0
    seconds_left: float | None = None
    losses: list[Point] = field(default_factory=list)
    validation: dict[str, list[Point]] = field(default_factory=dict)
    is_learning: bool = False
    _done: int = 0  # epochs, of all stages
    _under_way: Point | None = None

    @classmethod
    def from_history(cls, rows: Sequence[Mapping[str, Any]]) -> "TrainingCourse":
        """Take up a training from what its history.csv holds."""
        course = cls()
        if rows:
            history = training_history(rows)
            totals = sum(history.losses.values())
            course.losses = [(place + 1.0, float(value)) for place, value in enumerate(totals)]
            for name in SHOWN_FIGURES:
                if name in history.validation:
                    values = enumerate(history.validation[name])
                    course.validation[name] = [(place + 1.0, float(value)) for place, value in values if value == value]
            course._done = history.epochs
            course.stage = history.stages[-1].name
        return course

    @property
    def loss_curve(self) -> list[Point]:
        """Return the losses of the epochs that are done, and of the one under way."""
        return [*self.losses, self._under_way] if self._under_way is not None else list(self.losses)

    def take_line(self, line: str) -> bool:
        """Take one line of the child's output; return whether it was about the training's course."""
        try:
            event = json.loads(line)
        except json.JSONDecodeError:
            return False
        if not isinstance(event, dict):
            return False
        if event.get("event") == "Advanced":
            self.is_learning = event.get("stage") == self._label
        take = _TAKE.get(str(event.get("event")))
        if take is None:
            return False
        take(self, event)
        return True

    @property
    def _label(self) -> str:
        return f"{self.stage}, epoch {self.epoch} of {self.epochs}"

    def _take_steps(self, event: Mapping[str, Any]) -> None:
        self._place(event)
        self.crops_per_second, self.seconds_left = event["crops_per_second"], event["seconds_left"]
        self._under_way = (self._done + event["step"] / event["steps"], sum(event["losses"].values()))

    def _take_epoch(self, event: Mapping[str, Any]) -> None:
        self._place(event)
        self._done += 1
        self._under_way = None
        self.losses.append((float(self._done), sum(event["losses"].values())))
        for name in SHOWN_FIGURES:
            if name in event["validation"]:
                self.validation.setdefault(name, []).append((float(self._done), event["validation"][name]))

    def _place(self, event: Mapping[str, Any]) -> None:
        self.is_learning = True
        self.stage, self.epoch, self.epochs = event["stage"], event["epoch"], event["epochs"]


_TAKE = {"StepsTaken": TrainingCourse._take_steps, "EpochFinished": TrainingCourse._take_epoch}
