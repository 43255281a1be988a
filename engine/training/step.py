"""One step of a training: a batch in one or more parts, its gradients, the optimiser."""

import math
from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.errors import TrainingError
from engine.progress import Noted, Progress
from engine.training.augment import Variations, augment, draw_variations
from engine.training.autocast import Autocast
from engine.training.objective import Crops, Objective
from engine.training.recipe import Augmentation
from engine.training.stage import Stage
from engine.training.stage_state import StageState
from engine.training.team import Team
from engine.training.training_data import KNOWN_IN_PART, TrainingData

SMALLEST_PART = 2  # BatchNorm learns nothing from a single crop


class TrainingStep:
    """Takes the steps of one stage.

    Where the memory does not suffice for a batch, it is gone through in twice as many parts, from then on.

    Args:
        stage: how the steps are taken.
        state: what they change.
        objective: the losses.
        data: the crops.
        augmentation: how they are varied.
        autocast: what the image encoder computes in.
        team: the processes.
        progress: told where the parts became more.
    """

    def __init__(
        self,
        stage: Stage,
        state: StageState,
        objective: Objective,
        data: TrainingData,
        *,
        augmentation: Augmentation,
        autocast: Autocast,
        team: Team,
        progress: Progress,
    ) -> None:
        self.micro_batches = stage.micro_batches
        self._stage = stage
        self._state = state
        self._objective = objective
        self._data = data
        self._augmentation = augmentation
        self._autocast = autocast
        self._team = team
        self._progress = progress

    def take(self, rows: NDArray[np.int64], generator: torch.Generator) -> dict[str, float]:
        """Take one step on the crops of these rows and return the weighted losses.

        Raises:
            TrainingError: if a loss or a gradient is no finite number, or the memory does not suffice for two crops.
        """
        variations = draw_variations(len(rows), self._augmentation, generator)
        losses = self._accumulated(rows, variations)
        while losses is None:
            self._use_smaller_parts(len(rows))
            losses = self._accumulated(rows, variations)
        self._check(losses)
        self._team.add_up_gradients(self._state.learner)
        if not self._autocast.step(self._state.optimiser, self._state.learner, self._stage.clip_norm):
            raise self._diverged("a gradient")
        if self._state.average is not None:
            self._state.average.update()
        return losses

    def _accumulated(self, rows: NDArray[np.int64], variations: Variations) -> dict[str, float] | None:
        """Return the losses and leave their gradients, or None where the memory does not suffice."""
        self._state.optimiser.zero_grad(set_to_none=True)
        try:
            return self._summed(rows, variations)
        except torch.OutOfMemoryError:
            if self._team.size > 1:  # the others wait for this process already
                raise TrainingError(
                    f"A graphics card's memory does not suffice for stage {self._stage.name}; set {self._stage.name}."
                    f"micro_batches to {2 * self.micro_batches} or a smaller batch_size."
                ) from None
            return None

    def _summed(self, rows: NDArray[np.int64], variations: Variations) -> dict[str, float]:
        sums: dict[str, Tensor] = {}
        for part in _parts(len(rows), self.micro_batches):
            losses = self._objective.losses(self._crops(rows, variations, part))
            if losses:
                self._autocast.backward(torch.stack(list(losses.values())).sum())
            for name, value in losses.items():
                sums[name] = sums[name] + value.detach() if name in sums else value.detach()
        if not sums:  # no crop of the batch has a category, and nothing else is learned
            return {}
        together = self._team.add_up(torch.stack(list(sums.values())))
        return dict(zip(sums, together.tolist(), strict=True))

    def _crops(self, rows: NDArray[np.int64], variations: Variations, part: slice) -> Crops:
        data, device = self._data, self._state.learner.model.device
        targets = data.category_of[rows]
        share = self._team.share(part.stop - part.start)
        own = slice(part.start + share.start, part.start + share.stop)
        is_partial = targets == KNOWN_IN_PART
        return Crops(
            pixels=augment(data.pixels(rows[own]).to(device), variations.of(own), self._stage.input_px),
            vectors=torch.from_numpy(data.vectors[rows[own]]).to(device),
            known=torch.from_numpy(data.known[rows[own]]).to(device),
            target=torch.from_numpy(targets[part]).to(device),
            share=(own.stop - own.start) / len(rows),
            target_share=float((targets[part] >= 0).sum() / max((targets >= 0).sum(), 1)),
            is_partial=torch.from_numpy(is_partial[own]).to(device),
            partial_share=float(is_partial[own].sum() / max(is_partial.sum(), 1)),
            is_first=part.start == 0,
        )

    def _use_smaller_parts(self, batch_size: int) -> None:
        self.micro_batches *= 2
        largest = math.ceil(batch_size / self.micro_batches)
        if batch_size // self.micro_batches < SMALLEST_PART:
            raise TrainingError(
                f"The memory does not suffice for stage {self._stage.name}, not even for two crops at a time; close "
                "other programs, or set a smaller input_px or backbone."
            )
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        self._progress.tell(
            Noted(
                text=f"The memory does not suffice: {self._stage.name} now goes through each batch of {batch_size} in "
                f"{self.micro_batches} parts of {largest} and adds up their gradients."
            )
        )

    def _check(self, losses: dict[str, float]) -> None:
        for name, value in losses.items():
            if not math.isfinite(value):
                raise self._diverged(f"the loss {name}")

    def _diverged(self, what: str) -> TrainingError:
        return TrainingError(
            f"Training stopped in stage {self._stage.name} because {what} is no finite number any more; the last "
            "epoch's checkpoint is kept, and a smaller learning rate or precision=full may help."
        )


def _parts(count: int, parts: int) -> list[slice]:
    """Return `parts` slices of nearly equal length that make up `count`."""
    ends = [count * number // parts for number in range(parts + 1)]
    return [slice(start, end) for start, end in pairwise(ends)]
