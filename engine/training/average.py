"""An average of the weights over the steps, which validates better than where the last step happened to end."""

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn

FIRST_STEPS = 10  # the average forgets its start faster while it is young


class WeightsAverage:
    """The exponential moving average of a network's weights and statistics.

    After n steps the average keeps the share min(d, (1 + n) / (10 + n)) of itself, so that it soon leaves its start.

    Args:
        network: averaged; stays as it is.
        decay: d, the share that an old average keeps at every step.
    """

    def __init__(self, network: nn.Module, decay: float) -> None:
        self._network = network
        self._decay = decay
        self._steps = 0
        self._tensors = {name: value.detach().clone() for name, value in network.state_dict().items()}

    @torch.no_grad()
    def update(self) -> None:
        """Take the network's present weights in."""
        self._steps += 1
        share = 1 - min(self._decay, (1 + self._steps) / (FIRST_STEPS + self._steps))
        for name, value in self._network.state_dict().items():
            average = self._tensors[name]
            if average.is_floating_point():
                average.lerp_(value, share)
            else:
                average.copy_(value)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Put the average into the network, and its own weights back in the end."""
        own = {name: value.detach().clone() for name, value in self._network.state_dict().items()}
        self.hand_over()
        try:
            yield
        finally:
            self._network.load_state_dict(own)

    def hand_over(self) -> None:
        """Put the average into the network for good."""
        self._network.load_state_dict(self._tensors)

    def state(self) -> tuple[dict[str, Tensor], int]:
        """Return the tensors and the number of steps, as `restore` takes them."""
        return self._tensors, self._steps

    def restore(self, tensors: dict[str, Tensor], steps: int) -> None:
        """Go on from a state.

        Raises:
            KeyError: if a tensor is missing.
            RuntimeError: if one does not fit.
        """
        for name, value in self._tensors.items():
            value.copy_(tensors[name])
        self._steps = steps
