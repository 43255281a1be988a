"""Keeping the best epoch of a stage, and ending the stage when none has been better for a while."""

import math
from typing import Any

from torch import Tensor, nn


class BestEpoch:
    """The weights of the epoch with the best figure.

    Args:
        network: whose weights; stays as it is until `hand_over`.
        patience: so many epochs in a row may be no better; then the stage is over.
    """

    def __init__(self, network: nn.Module, patience: int) -> None:
        self._network = network
        self._patience = patience
        self._figure = -math.inf
        self._since = 0
        self._tensors: dict[str, Tensor] = {}

    @property
    def is_over(self) -> bool:
        """Whether the stage should end."""
        return self._since >= self._patience

    def look_at(self, figure: float) -> None:
        """Take in how good the network is after an epoch; one that is as good as the best so far is not better."""
        if figure > self._figure:
            self._figure, self._since = figure, 0
            self._tensors = {name: value.detach().clone() for name, value in self._network.state_dict().items()}
        else:
            self._since += 1  # a figure that is no number too

    def hand_over(self) -> None:
        """Put the best epoch's weights into the network."""
        if self._tensors:
            self._network.load_state_dict(self._tensors)

    def state(self) -> tuple[dict[str, Tensor], dict[str, Any]]:
        """Return tensors and facts, as `restore` takes them."""
        figure = None if math.isinf(self._figure) else self._figure
        return self._tensors, {"figure": figure, "since": self._since}

    def restore(self, tensors: dict[str, Tensor], facts: dict[str, Any]) -> None:
        """Go on from a state.

        Raises:
            KeyError: if a fact is missing.
        """
        figure = facts["figure"]
        self._figure, self._since = -math.inf if figure is None else float(figure), int(facts["since"])
        own = self._network.state_dict()
        self._tensors = {name: value.to(own[name].device) for name, value in tensors.items()}
