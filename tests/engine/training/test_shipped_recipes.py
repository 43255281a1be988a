"""The recipes that come with Bolo: the paper's constants, the tables' rows as settings, and that they run."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from engine import paths
from engine.attributes.schema_file import shipped_schema
from engine.datasets.dataset import DatasetKind
from engine.encoders.backbone_kind import Weights
from engine.losses.alignment_kind import AlignmentKind
from engine.losses.alignment_losses import make_alignment_loss
from engine.losses.margin_kind import MarginKind
from engine.training.recipe import Precision, read_recipe, recipe_from_dict, recipe_to_dict
from engine.training.stage import OptimiserKind, ScheduleKind
from engine.training.training_data import TrainingData

NAMES = ["paper-market1501", "paper-pa100k", "paper-peta", "peta-lite0", "peta-lite0-256"]
PAPER = {"peta": (4, 32, 0.1, 8.5), "market1501": (6, 12, 0.2, 10), "pa100k": (5, 48, 0.1, 10)}  # λ σ γ τ


def test_these_are_the_recipes():
    found = sorted(path.stem for path in (paths.resources_dir() / "recipes").glob("*.toml"))
    assert found == ["fine-tune", *NAMES]


def test_fine_tuning_leaves_most_of_a_model_as_it_was_and_is_held_to_it():
    recipe = read_recipe("fine-tune")
    (stage,) = recipe.stages
    assert recipe_from_dict(recipe_to_dict(recipe)) == recipe
    assert (recipe.start, recipe.weights, recipe.input_px) == ("peta-lite0", Weights.RANDOM, (192, 96))
    assert stage.losses.replay > 0 and stage.patience and stage.frozen_blocks and stage.frozen_batch_norm
    usual = read_recipe("peta-lite0").stages[-1].learning_rates
    assert stage.learning_rates.backbone < usual.backbone and stage.learning_rates.image_mlp < usual.image_mlp


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_recipe_is_named_as_its_file_and_survives_the_way_into_a_card(name):
    recipe = read_recipe(name)
    assert recipe.name == name
    assert DatasetKind(recipe.dataset)
    assert [stage.name for stage in recipe.stages] == ["recognition", "alignment"]
    assert recipe_from_dict(recipe_to_dict(recipe)) == recipe


@pytest.mark.parametrize("dataset", PAPER)
def test_the_papers_constants(dataset):
    recipe = read_recipe(f"paper-{dataset}")
    first, second = recipe.stages
    losses = second.losses
    assert (losses.semantic_margin, losses.scale, losses.angular_margin, losses.temperature) == PAPER[dataset]
    assert (losses.recognition, losses.alignment, losses.margin_kind) == (0, 1, MarginKind.FULL)
    assert (recipe.input_px, recipe.flip_average, recipe.dropout) == ((256, 128), False, 0)
    assert (second.epochs, second.batch_size, second.frozen_batch_norm) == (10, 128, True)
    assert (second.schedule, second.step_epochs, second.step_factor) == (ScheduleKind.STEP, 5, 0.1)
    rates = second.learning_rates
    assert (rates.backbone, rates.image_mlp, rates.category_encoder, rates.margin_weights) == (1e-3, 1e-3, 1e-2, 1e-2)
    assert (first.epochs, first.batch_size, first.frozen_batch_norm, first.step_epochs) == (5, 64, False, 10)
    assert first.learning_rates.backbone == first.learning_rates.heads == 1e-2
    assert first.losses.recognition == shipped_schema(dataset).size  # a sum over the attributes
    for stage in recipe.stages:
        assert (stage.optimiser, stage.momentum, stage.weight_decay) == (OptimiserKind.SGD, 0.9, 5e-4)
        assert (stage.decay_biases, stage.warmup, stage.clip_norm, stage.rendered_crops) == (True, 0, 0, 0)


def test_the_heavier_recipe_is_the_shipped_one_at_a_larger_input():
    light, heavy = read_recipe("peta-lite0"), read_recipe("peta-lite0-256")
    first = replace(heavy.stages[0], input_px=light.stages[0].input_px)
    stages = (first, replace(heavy.stages[1], epochs=light.stages[1].epochs, ema_decay=0.0))
    same = replace(heavy, name="peta-lite0", input_px=(192, 96), precision=Precision.FULL, stages=stages)
    assert same == light


@pytest.mark.parametrize(
    ("kind", "scale", "margin"),
    [("proxy_anchor", 32, 0.1), ("proxy_nca", 1, 0), ("cosface", 64, 0.35), ("sphereface", 30, 4)],
)
def test_the_other_alignment_losses_are_settings(kind, scale, margin):
    place = "alignment.losses"
    settings = {f"{place}.alignment_kind": kind, f"{place}.scale": str(scale), f"{place}.angular_margin": str(margin)}
    losses = read_recipe("paper-peta", settings).stages[1].losses
    assert losses.alignment_kind is AlignmentKind(kind)
    assert make_alignment_loss(losses.alignment_kind, losses.scale, losses.angular_margin).scale == scale


@pytest.mark.parametrize("kind", list(MarginKind))
def test_the_other_margins_are_settings(kind):
    losses = read_recipe("paper-peta", {"alignment.losses.margin_kind": kind.value}).stages[1].losses
    assert losses.margin_kind is kind


def test_pre_training_and_the_margin_can_be_left_out():
    settings = {"recognition.epochs": "0", "alignment.losses.semantic_margin": "0"}
    recipe = read_recipe("paper-peta", settings)
    assert (recipe.stages[0].epochs, recipe.stages[1].losses.semantic_margin) == (0, 0)


SMALL = {
    **{f"{stage}.{name}": value for stage in ("recognition", "alignment") for name, value in
       (("epochs", "1"), ("max_steps", "2"), ("batch_size", "4"))},
    "weights": "random",
    "input_px": "[64, 32]",
}  # fmt: skip


def small_data(schema) -> TrainingData:
    generator = np.random.default_rng(1)
    vectors = np.zeros((12, schema.size), np.uint8)
    for group in schema.groups:
        place = schema.slice_of(group)
        vectors[np.arange(12), generator.integers(place.start, place.stop, 12)] = 1
    return TrainingData.of(generator.integers(0, 255, (12, 64, 32, 3), dtype=np.uint8), vectors)


@pytest.mark.parametrize("dataset", PAPER)
def test_a_papers_recipe_runs_on_the_cpu(tmp_path, tiny, dataset):
    slow = {"recognition.learning_rates.backbone": "1e-5", "recognition.learning_rates.heads": "1e-5"}
    recipe = read_recipe(f"paper-{dataset}", SMALL | slow)
    assert recipe.weights is Weights.RANDOM
    trainer = tiny.make_trainer(tmp_path, recipe=recipe, data=small_data(shipped_schema(dataset)))
    backbone = trainer.model.image_encoder.backbone
    for module in backbone.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.momentum = 1.0  # two small steps must give the statistics that the second stage stands on
    history = trainer.run()
    assert [row["stage"] for row in history] == ["recognition", "alignment"]
    assert set(history[1]) == {"stage", "epoch", "alignment", "semantic_margin", "crops_per_second"}
    assert int(backbone.bn1.num_batches_tracked) == 2  # of the first stage; frozen in the second
    assert all(torch.isfinite(value).all() for value in trainer.model.state_dict().values())


@pytest.mark.parametrize(
    "settings",
    [
        {"alignment.losses.alignment_kind": "proxy_anchor"},
        {"alignment.losses.alignment_kind": "proxy_nca", "alignment.losses.angular_margin": "0"},
        {"alignment.losses.margin_kind": "per_group"},
        {"alignment.losses.margin_kind": "uniform", "heads": "published"},
    ],
)
def test_the_tables_rows_train(tmp_path, tiny, settings):
    light = {"backbone": "efficientnet_lite0", "recognition.epochs": "0"}
    recipe = read_recipe("paper-pa100k", SMALL | light | settings)
    trainer = tiny.make_trainer(tmp_path, recipe=recipe, data=small_data(shipped_schema("pa100k")))
    (row,) = trainer.run()
    assert row["stage"] == "alignment" and np.isfinite([row["alignment"], row["semantic_margin"]]).all()
