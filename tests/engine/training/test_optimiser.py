from dataclasses import replace

import pytest
import torch

from engine.training.learner import Learner
from engine.training.optimiser import make_optimiser, set_rates
from engine.training.stage import OptimiserKind


def test_sgd_takes_the_steps_of_nesterov_with_decay(tiny):
    stage = replace(tiny.ALIGNMENT, optimiser=OptimiserKind.SGD, weight_decay=5e-4, decay_biases=True)
    learner = Learner(tiny.make_model(), tiny.ALIGNMENT.losses)
    optimiser = make_optimiser(stage, learner)
    weights = learner.margin.weights
    value, momentum = weights.detach().clone(), torch.zeros_like(weights)
    for step in range(3):
        set_rates(optimiser, 0.5)
        weights.grad = torch.full_like(weights, float(step + 1))
        optimiser.step()
        gradient = weights.grad + 5e-4 * value
        momentum = gradient if step == 0 else 0.9 * momentum + gradient
        value = value - 0.5 * stage.learning_rates.margin_weights * (gradient + 0.9 * momentum)
    assert weights.tolist() == pytest.approx(value.tolist(), rel=1e-5)


@pytest.mark.parametrize("decay_biases", [True, False])
def test_each_part_has_its_rate_and_biases_decay_only_where_asked(tiny, decay_biases):
    stage = replace(tiny.ALIGNMENT, weight_decay=0.3, decay_biases=decay_biases)
    learner = Learner(tiny.make_model(), tiny.ALIGNMENT.losses)
    optimiser = make_optimiser(stage, learner)
    set_rates(optimiser, 0.5)
    of = {id(p): group for group in optimiser.param_groups for p in group["params"]}
    named = dict(learner.named_parameters())
    assert len(of) == len(named)
    head = learner.model.heads.heads["gender"]
    assert of[id(head.weight)]["lr"] == 0.5 * stage.learning_rates.heads
    assert of[id(head.weight)]["weight_decay"] == 0.3
    assert of[id(head.bias)]["weight_decay"] == (0.3 if decay_biases else 0.0)
    assert of[id(learner.margin.weights)]["lr"] == 0.5 * stage.learning_rates.margin_weights
    stem = learner.model.image_encoder.backbone.conv_stem.weight
    assert of[id(stem)]["lr"] == 0.5 * stage.learning_rates.backbone
