"""The learning rate over a stage: warm-up, then a cosine, steps or a constant."""

import math
from collections.abc import Callable

from engine.training.stage import ScheduleKind, Stage

RATE_AT_START = 0.04  # of the highest, at the first step of a warm-up


def rate_factor(stage: Stage, epoch: int, step: int, steps: int) -> float:
    """Return the share of the highest learning rate that a step takes.

    Args:
        stage: says how the rate goes.
        epoch: epochs of the stage that are done.
        step: steps of this epoch that are done.
        steps: of an epoch.
    """
    done = (epoch * steps + step) / (stage.epochs * steps)
    if done < stage.warmup:
        return RATE_AT_START + (1 - RATE_AT_START) * done / stage.warmup
    return _AFTER_WARMUP[stage.schedule](stage, done, epoch)


def _cosine(stage: Stage, done: float, _epoch: int) -> float:
    return 0.5 * (1 + math.cos(math.pi * (done - stage.warmup) / (1 - stage.warmup)))


def _step(stage: Stage, _done: float, epoch: int) -> float:
    return float(stage.step_factor ** (epoch // stage.step_epochs))


def _constant(_stage: Stage, _done: float, _epoch: int) -> float:
    return 1.0


_AFTER_WARMUP: dict[ScheduleKind, Callable[[Stage, float, int], float]] = {
    ScheduleKind.COSINE: _cosine,
    ScheduleKind.STEP: _step,
    ScheduleKind.CONSTANT: _constant,
}
