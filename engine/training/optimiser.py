"""The optimiser of a stage, with a learning rate for each part of the model."""

from typing import Any

import torch
from torch import nn

from engine.training.learner import Learner
from engine.training.stage import OptimiserKind, Stage


def make_optimiser(stage: Stage, learner: Learner) -> torch.optim.Optimizer:
    """Return the stage's optimiser at rate 0; `set_rates` gives each group its rate.

    Biases, the parameters of BatchNorm and w decay only where the stage says so.
    """
    groups = [group for group in _groups(stage, learner) if group["params"]]
    if stage.optimiser is OptimiserKind.SGD:
        return torch.optim.SGD(groups, lr=0.0, momentum=stage.momentum, nesterov=stage.momentum > 0)
    return torch.optim.AdamW(groups, lr=0.0)


def set_rates(optimiser: torch.optim.Optimizer, factor: float) -> None:
    """Set every group to this share of its highest rate."""
    for group in optimiser.param_groups:
        group["lr"] = group["peak"] * factor


def _groups(stage: Stage, learner: Learner) -> list[dict[str, Any]]:
    rates, model = stage.learning_rates, learner.model
    parts: list[tuple[nn.Module, float]] = [
        (model.image_encoder.backbone, rates.backbone),
        (model.image_encoder.mlp, rates.image_mlp),
        (model.category_encoder, rates.category_encoder),
        (model.heads, rates.heads),
        (learner.margin, rates.margin_weights),
    ]
    groups = []
    for module, rate in parts:
        matrices = [p for p in module.parameters() if p.ndim > 1]
        others = [p for p in module.parameters() if p.ndim <= 1]
        groups.append({"params": matrices, "peak": rate, "weight_decay": stage.weight_decay})
        decay = stage.weight_decay if stage.decay_biases else 0.0
        groups.append({"params": others, "peak": rate, "weight_decay": decay})
    return groups
