"""Fully connected layers, as the authors of ASMR begin them."""

import itertools

from torch import nn


def make_mlp(*widths: int) -> nn.Sequential:
    """Return linear layers of these widths with ReLU between, Kaiming normal (fan-out), zero bias (method.md §2)."""
    layers: list[nn.Module] = []
    for before, after in itertools.pairwise(widths):
        if layers:
            layers.append(nn.ReLU())
        linear = nn.Linear(before, after)
        nn.init.kaiming_normal_(linear.weight, mode="fan_out", nonlinearity="relu")
        nn.init.zeros_(linear.bias)
        layers.append(linear)
    return nn.Sequential(*layers)
