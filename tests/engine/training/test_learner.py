from dataclasses import replace

import torch
from torch import nn

from engine.training.learner import Learner


def statistics(learner):
    return {
        name: value.clone() for name, value in learner.state_dict().items() if name.endswith(("mean", "var", "tracked"))
    }


def test_frozen_batch_norm_keeps_its_statistics_but_learns_its_scale(tiny):
    learner = Learner(tiny.make_model(), tiny.ALIGNMENT.losses)
    before = statistics(learner)
    learner.set_out(replace(tiny.ALIGNMENT, frozen_batch_norm=True))
    learner.model.image_encoder(torch.rand(4, 3, 32, 32) * 255).embeddings.sum().backward()
    after = statistics(learner)
    assert before and all(torch.equal(value, before[name]) for name, value in after.items())
    norm = next(m for m in learner.model.modules() if isinstance(m, nn.BatchNorm2d))
    assert norm.weight.requires_grad and norm.weight.grad is not None
    assert learner.model.image_encoder.dropout.training and learner.model.heads.training


def test_batch_norm_learns_where_the_stage_does_not_freeze_it(tiny):
    learner = Learner(tiny.make_model(), tiny.ALIGNMENT.losses)
    before = statistics(learner)
    learner.set_out(tiny.RECOGNITION)
    learner.model.image_encoder(torch.rand(4, 3, 32, 32) * 255)
    after = statistics(learner)
    assert any(not torch.equal(value, before[name]) for name, value in after.items())
