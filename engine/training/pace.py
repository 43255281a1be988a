"""How fast a training goes and how long it still takes."""

import time
from collections import defaultdict

from engine.progress import SECONDS_BETWEEN_ADVANCES, Progress
from engine.training.events import StepsTaken
from engine.training.recipe import Recipe
from engine.training.stage import Stage


class EpochMeter:
    """Adds up the losses of an epoch, and tells how it goes as often as progress is told.

    Args:
        stage: the stage.
        epoch: how many of its epochs are done.
        steps: of the epoch.
        crops_after: how many crops are still to be seen once this epoch is done.
        progress: told.
    """

    def __init__(self, stage: Stage, epoch: int, steps: int, crops_after: int, progress: Progress) -> None:
        self.steps_done = 0
        self.sums: dict[str, float] = defaultdict(float)
        self._stage = stage
        self._epoch = epoch
        self._steps = steps
        self._crops_after = crops_after
        self._progress = progress
        self._began = time.monotonic()
        self._taken = 0
        self._told = 0.0

    def go_on_from(self, steps_done: int, sums: dict[str, float]) -> None:
        """Take over what an interrupted run had added up."""
        self.steps_done = steps_done
        self.sums.update(sums)

    def count(self, losses: dict[str, float]) -> None:
        """Count one step."""
        for name, value in losses.items():
            self.sums[name] += value / self._steps
        self.steps_done += 1
        self._taken += 1
        if time.monotonic() - self._told >= SECONDS_BETWEEN_ADVANCES:
            self._told = time.monotonic()
            self._progress.tell(self._event())

    @property
    def crops_per_second(self) -> float:
        """The rate since the epoch began, or went on."""
        return self._taken * self._stage.batch_size / max(time.monotonic() - self._began, 1e-9)

    def _event(self) -> StepsTaken:
        left = (self._steps - self.steps_done) * self._stage.batch_size + self._crops_after
        share, rate = self._steps / self.steps_done, self.crops_per_second
        return StepsTaken(
            stage=self._stage.name,
            epoch=self._epoch + 1,
            epochs=self._stage.epochs,
            step=self.steps_done,
            steps=self._steps,
            losses={name: value * share for name, value in self.sums.items()},
            crops_per_second=rate,
            seconds_left=left / rate,
        )


def crops_after_epoch(recipe: Recipe, number: int, epoch: int, crops: int) -> int:
    """Return how many crops the stages still see after this epoch of stage `number`.

    Args:
        recipe: has the stages.
        number: of the stage.
        epoch: how many epochs of it are done.
        crops: of the data set, without those that a stage mixes in.
    """
    left = 0
    for place, stage in enumerate(recipe.stages[number:]):
        epochs = stage.epochs - epoch - 1 if place == 0 else stage.epochs
        left += epochs * stage.steps_in(crops + stage.rendered_crops) * stage.batch_size
    return left
