"""All that a stage changes while it runs, as a checkpoint holds it."""

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from engine.training.average import WeightsAverage
from engine.training.best_epoch import BestEpoch
from engine.training.checkpoint import Checkpoint, with_part
from engine.training.learner import Learner

Scaler = torch.amp.GradScaler


@dataclass(frozen=True, slots=True)
class StageState:
    """What learns and what it takes along from step to step; the last three where the stage has them."""

    learner: Learner
    optimiser: torch.optim.Optimizer
    average: WeightsAverage | None
    scaler: Scaler | None
    best: BestEpoch | None = None

    @property
    def is_over(self) -> bool:
        """Return whether the stage ends here, for no epoch has been better for long."""
        return self.best is not None and self.best.is_over

    def tensors(self) -> dict[str, Tensor]:
        """Return the tensors for a checkpoint."""
        tensors = with_part("network", self.learner.state_dict())
        for number, values in self.optimiser.state_dict()["state"].items():
            there = {name: torch.as_tensor(value) for name, value in values.items() if value is not None}
            tensors |= with_part(f"optimizer.{number}", there)
        if self.average is not None:
            tensors |= with_part("average", self.average.state()[0])
        if self.best is not None:
            tensors |= with_part("best", self.best.state()[0])
        return tensors

    def facts(self) -> dict[str, Any]:
        """Return what is no tensor, for a checkpoint."""
        facts: dict[str, Any] = {}
        if self.average is not None:
            facts["average_steps"] = self.average.state()[1]
        if self.scaler is not None:
            facts["scaler"] = self.scaler.state_dict()
        if self.best is not None:
            facts["best"] = self.best.state()[1]
        return facts

    def restore(self, checkpoint: Checkpoint) -> None:
        """Go on from a checkpoint of the same recipe.

        Raises:
            KeyError, RuntimeError, ValueError: if it does not fit.
        """
        self.learner.load_state_dict(checkpoint.tensors_of("network"))
        state = self.optimiser.state_dict()
        state["state"] = _by_parameter(checkpoint.tensors_of("optimizer"))
        self.optimiser.load_state_dict(state)
        self._lay_out()
        if self.average is not None:
            self.average.restore(checkpoint.tensors_of("average"), int(checkpoint.facts["average_steps"]))
        if self.scaler is not None:
            self.scaler.load_state_dict(checkpoint.facts["scaler"])
        if self.best is not None:
            self.best.restore(checkpoint.tensors_of("best"), checkpoint.facts["best"])

    def _lay_out(self) -> None:
        """Give the optimiser's state the parameters' layout in memory, channels last: other loops round otherwise."""
        for parameter, values in self.optimiser.state.items():
            for name, value in values.items():
                if value.shape == parameter.shape:
                    values[name] = torch.empty_like(parameter, dtype=value.dtype).copy_(value)


def _by_parameter(tensors: dict[str, Tensor]) -> dict[int, dict[str, Tensor]]:
    nested: dict[int, dict[str, Tensor]] = {}
    for name, value in tensors.items():
        number, _, key = name.partition(".")
        nested.setdefault(int(number), {})[key] = value
    return nested
