import dataclasses

import numpy as np
import pytest
import torch

from engine.attributes.schema_file import shipped_schema
from engine.encoders.backbone import BackboneKind, Weights
from engine.encoders.model import Model, Preprocessing
from engine.errors import Cancelled, ConfigError, WeightsError
from engine.progress import Progress
from engine.training.events import EpochFinished
from engine.training.recipe import LearningRates, LossWeights, Recipe, Stage
from engine.training.trainer import Trainer, rate_factor
from engine.training.training_data import TrainingData

RATES = LearningRates(backbone=1e-3, image_mlp=2e-3, category_encoder=2e-3, heads=5e-3)
RECIPE = Recipe(
    name="tiny",
    dataset="made",
    backbone=BackboneKind.EFFICIENTNET_LITE0,
    weights=Weights.RANDOM,
    input_px=(32, 32),
    stages=(
        Stage(name="recognition", epochs=2, batch_size=8, learning_rates=RATES, losses=LossWeights(recognition=10)),
        Stage(
            name="alignment",
            epochs=2,
            batch_size=8,
            learning_rates=RATES,
            losses=LossWeights(recognition=10, alignment=1, semantic_margin=4),
        ),
    ),
)


def made_data(extra: int = 0) -> TrainingData:
    generator = np.random.default_rng(0)
    vectors = np.repeat((generator.random((6, 26)) < 0.3).astype(np.uint8), 4, axis=0)
    pixels = generator.integers(0, 255, (24, 32, 32, 3), dtype=np.uint8)
    pixels[vectors[:, 0] == 1] //= 4  # the first attribute can be seen
    data = TrainingData.of(pixels, vectors)
    if extra:
        known = np.ones((extra, vectors.shape[1]), np.uint8)
        data = data.with_more(pixels[:extra], 1 - vectors[:extra], known)
    return data


def made_trainer(folder, progress=None, recipe=RECIPE, data=None) -> Trainer:
    torch.manual_seed(recipe.seed)
    how = Preprocessing(input_px=recipe.input_px)
    model = Model(shipped_schema("pa100k"), recipe.backbone, how, weights=recipe.weights, dropout=recipe.dropout)
    data = data or made_data()
    return Trainer(
        recipe, model, data, lambda _, all_: all_, folder=folder, validate=lambda m: {}, progress=progress or Progress()
    )


def weights_of(trainer: Trainer) -> dict[str, torch.Tensor]:
    return {name: value.clone() for name, value in trainer.model.state_dict().items()}


def cancel_after(steps: int) -> Progress:
    asked = [0]

    def is_cancelled() -> bool:
        asked[0] += 1
        return asked[0] > steps

    return Progress(is_cancelled=is_cancelled)


@pytest.mark.parametrize("steps", [4, 7, 10])  # in the first stage, at its end, in the second
def test_a_cancelled_run_resumed_gives_the_weights_of_an_uninterrupted_one(tmp_path, steps):
    whole = made_trainer(tmp_path / "whole")
    whole.run()
    with pytest.raises(Cancelled):
        made_trainer(tmp_path / "cut", cancel_after(steps)).run()
    resumed = made_trainer(tmp_path / "cut")
    history = resumed.run(resume=True)
    assert [row["epoch"] for row in history] == [1, 2, 1, 2]
    expected = weights_of(whole)
    assert all(torch.equal(value, expected[name]) for name, value in weights_of(resumed).items())


def test_training_lowers_the_loss_and_tells_each_epoch(tmp_path):
    told = []
    recipe = dataclasses.replace(RECIPE, stages=(dataclasses.replace(RECIPE.stages[0], epochs=5), RECIPE.stages[1]))
    history = made_trainer(tmp_path, Progress(told.append), recipe).run()
    assert history[4]["recognition"] < history[0]["recognition"]
    assert sum(isinstance(event, EpochFinished) for event in told) == 7
    assert {"alignment", "semantic_margin", "recognition"} <= history[-1].keys()


def test_crops_for_recognition_alone_have_no_category(tmp_path):
    data = made_data(extra=8)
    assert len(data) == 32
    assert (data.category_of[24:] == -1).all()
    assert len(data.category_vectors) == len(np.unique(data.vectors[:24], axis=0))
    made_trainer(tmp_path, data=data).run()


def test_a_batch_larger_than_the_data_is_refused(tmp_path):
    stage = dataclasses.replace(RECIPE.stages[0], batch_size=100)
    recipe = dataclasses.replace(RECIPE, stages=(stage, RECIPE.stages[1]))
    with pytest.raises(ConfigError, match="batch_size"):
        made_trainer(tmp_path, recipe=recipe).run()


def test_a_damaged_checkpoint_is_one_sentence(tmp_path):
    made_trainer(tmp_path).run()
    (tmp_path / "checkpoint" / "tensors.safetensors").write_bytes(b"nothing")
    with pytest.raises(WeightsError, match="checkpoint"):
        made_trainer(tmp_path).run(resume=True)


def test_rate_rises_to_its_peak_and_falls_to_zero():
    factors = [rate_factor(done / 100, 0.2) for done in range(101)]
    assert max(factors) == pytest.approx(1.0)
    assert factors.index(max(factors)) == 20
    assert factors[-1] == pytest.approx(0.0)
    assert factors[:21] == sorted(factors[:21])
    assert factors[20:] == sorted(factors[20:], reverse=True)
