"""The processes that train one model together, started by torchrun; alone, it is a team of one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import torch
from torch import Tensor, distributed, nn

from engine.device import best_device
from engine.errors import Cancelled, ConfigError, TrainingError
from engine.progress import Progress, ignore

LONGEST_WAIT = timedelta(hours=3)  # for the first process, which decodes and validates while the others wait


@dataclass(frozen=True, slots=True)
class Team:
    """The processes of one training. Each has the whole model and, of every batch, its share of the crops.

    What each process computes is its part of a sum: added up over the team, the losses and the gradients are those of
    one process with the whole batch.

    Attributes:
        rank: of this process.
        size: how many there are.
    """

    rank: int = 0
    size: int = 1

    @property
    def is_first(self) -> bool:
        """Whether this process validates, tells and saves."""
        return self.rank == 0

    def share(self, count: int) -> slice:
        """Return which of `count` crops are this process's.

        Raises:
            ConfigError: if they cannot be shared out evenly.
        """
        if count % self.size:
            raise ConfigError(
                "batch_size", count, f"must be a multiple of {self.size}, the processes, in all its parts"
            )
        each = count // self.size
        return slice(self.rank * each, (self.rank + 1) * each)

    def gathered(self, values: Tensor) -> Tensor:
        """Return the (B, D) values of all processes from the (B / size, D) of each; gradients flow back to each."""
        return values if self.size == 1 else _Gather.apply(values, self)

    def add_up(self, values: Tensor) -> Tensor:
        """Return the sum of the values over all processes."""
        if self.size > 1:
            distributed.all_reduce(values)
        return values

    def add_up_gradients(self, network: nn.Module) -> None:
        """Let every process have the sum of the gradients."""
        if self.size == 1:
            return
        for parameter in network.parameters():
            if parameter.grad is not None:
                distributed.all_reduce(parameter.grad)

    def average_statistics(self, network: nn.Module) -> None:
        """Let every process have the mean of the statistics of BatchNorm, which each gathers from its own crops."""
        if self.size == 1:
            return
        for module in network.modules():
            if isinstance(module, nn.modules.batchnorm._BatchNorm):
                for statistic in (module.running_mean, module.running_var):
                    if statistic is not None:
                        distributed.all_reduce(statistic)
                        statistic /= self.size

    def shared(self, progress: Progress) -> Progress:
        """Return the progress for all: the first process tells, and where one is asked to stop, all do."""
        if self.size == 1:
            return progress
        return Progress(progress.tell if self.is_first else ignore, lambda: self._agrees_to_stop(progress))

    def wait(self) -> None:
        """Wait until every process is here."""
        if self.size > 1:
            distributed.barrier()

    def _agrees_to_stop(self, progress: Progress) -> bool:
        asked = torch.zeros(1, device=training_device())
        try:
            progress.check()
        except Cancelled:
            asked += 1
        return bool(self.add_up(asked))


class _Gather(torch.autograd.Function):
    """All processes' values; backward, each gets what all of them say of its own."""

    @staticmethod
    def forward(ctx: Any, values: Tensor, team: Team) -> Tensor:  # noqa: ANN401 - autograd's context
        ctx.team = team
        parts = [torch.empty_like(values) for _ in range(team.size)]
        distributed.all_gather(parts, values.contiguous())
        return torch.cat(parts)

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None]:  # noqa: ANN401
        summed = gradient.contiguous().clone()
        distributed.all_reduce(summed)
        return summed[ctx.team.share(len(summed))], None


@contextmanager
def joined_team() -> Iterator[Team]:
    """Give the team that torchrun says this process is of, and leave it in the end.

    Raises:
        TrainingError: if the other processes cannot be reached.
    """
    size = int(os.environ.get("WORLD_SIZE", "1"))
    if size == 1:
        yield Team()
        return
    try:
        if torch.cuda.is_available():
            torch.cuda.set_device(training_device())
        backend = "nccl" if torch.cuda.is_available() else "gloo"
        distributed.init_process_group(backend, timeout=LONGEST_WAIT)
    except (RuntimeError, ValueError) as error:
        raise TrainingError(f"The {size} processes of torchrun cannot reach each other ({error}).") from error
    try:
        yield Team(distributed.get_rank(), size)
    finally:
        distributed.destroy_process_group()


def is_first_process() -> bool:
    """Return whether torchrun, if it started this process, started it first: the one that speaks for all."""
    return os.environ.get("RANK", "0") == "0"


def training_device() -> torch.device:
    """Return this process's own device: under torchrun each has its own GPU."""
    best = best_device()
    return torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0"))) if best.type == "cuda" else best
