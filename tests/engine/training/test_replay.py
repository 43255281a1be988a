"""Holding a model to the one it started from."""

import copy
from dataclasses import replace

import pytest
import torch

from engine.encoders.backbone import blocks_of
from engine.errors import ConfigError
from engine.training.replay import Replay


@pytest.fixture
def start(tiny):
    return tiny.make_model()


@pytest.fixture
def pixels():
    return torch.randint(0, 255, (4, 3, 32, 32), generator=torch.Generator().manual_seed(2)).float()


def categories(start, count=6):
    return (torch.rand(count, start.schema.size, generator=torch.Generator().manual_seed(3)) < 0.3).to(torch.uint8)


def test_a_model_as_it_was_is_nowhere_from_its_start(start, pixels):
    model = copy.deepcopy(start).eval()
    replay = Replay(start, start.schema, categories(start))
    with torch.no_grad():
        assert float(replay.of_crops(pixels, model, model.image_encoder(pixels))) == pytest.approx(0, abs=1e-5)
        assert float(replay.of_categories(model.category_encoder)) == pytest.approx(0, abs=1e-6)


def test_a_model_that_changed_is_held_back_and_its_start_is_not(start, pixels):
    model = copy.deepcopy(start).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.05)
    replay = Replay(start, start.schema, categories(start))
    loss = replay.of_crops(pixels, model, model.image_encoder(pixels)) + replay.of_categories(model.category_encoder)
    loss.backward()
    assert loss.item() > 0.01
    for part in (model.image_encoder.mlp, model.heads, model.category_encoder):
        weights = [parameter for parameter in part.parameters() if parameter.ndim > 1]
        assert all(weight.grad is not None and weight.grad.any() for weight in weights)
    assert all(parameter.grad is None for parameter in start.parameters())


def test_the_loss_is_that_of_a_slow_loop(start, pixels):
    model = copy.deepcopy(start).eval()
    with torch.no_grad():
        for parameter in model.heads.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.1)
    replay = Replay(start, start.schema, categories(start, 0))
    found = replay.of_crops(pixels, model, model.image_encoder(pixels)).item()
    with torch.inference_mode():
        before, now = (each.heads(each.image_encoder(pixels).features).double() for each in (start, model))
    divergence = 0.0
    for old, new in zip(before.flatten().tolist(), now.flatten().tolist(), strict=True):
        p, q = torch.sigmoid(torch.tensor(old)), torch.sigmoid(torch.tensor(new))
        divergence += float(p * (p / q).log() + (1 - p) * ((1 - p) / (1 - q)).log())  # Kullback–Leibler
    assert found == pytest.approx(divergence / before.numel(), rel=1e-3)


def test_without_stored_categories_nothing_is_said_of_them(start):
    assert float(Replay(start, start.schema, categories(start, 0)).of_categories(start.category_encoder)) == 0


def test_a_recipe_that_replays_names_where_it_starts(tiny):
    stage = replace(tiny.ALIGNMENT, losses=replace(tiny.ALIGNMENT.losses, replay=1.0))
    with pytest.raises(ConfigError, match="replay"):
        tiny.recipe_of(stage)
    assert tiny.recipe_of(stage, start="some/model").start


@pytest.mark.parametrize("blocks", [0, 3, 8])
def test_frozen_blocks_stay_to_the_bit_and_the_others_learn(tmp_path, tiny, blocks):
    stages = [replace(stage, frozen_blocks=blocks) for stage in (tiny.RECOGNITION, tiny.ALIGNMENT)]
    trainer = tiny.make_trainer(tmp_path, recipe=tiny.recipe_of(*stages))
    before = copy.deepcopy(trainer.model.image_encoder.backbone)
    trainer.run()
    pairs = zip(blocks_of(before), blocks_of(trainer.model.image_encoder.backbone), strict=True)
    same = [
        all(
            torch.equal(old, new)
            for one, other in zip(block, after, strict=True)
            for old, new in zip(one.state_dict().values(), other.state_dict().values(), strict=True)
        )
        for block, after in pairs
    ]
    assert same == [True] * blocks + [False] * (8 - blocks)
