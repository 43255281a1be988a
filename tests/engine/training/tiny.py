"""A training small enough for tests: six categories of four crops each, 32 × 32 pixels."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from engine.attributes.schema_file import shipped_schema
from engine.encoders.backbone_kind import BackboneKind, Weights
from engine.encoders.model import Model, Preprocessing
from engine.progress import Progress
from engine.training.recipe import Recipe
from engine.training.stage import LearningRates, LossWeights, OptimiserKind, Stage
from engine.training.team import Team
from engine.training.trainer import Trainer
from engine.training.training_data import TrainingData

RATES = LearningRates(backbone=1e-3, image_mlp=2e-3, category_encoder=2e-3, heads=5e-3)
RECOGNITION = Stage(
    name="recognition", epochs=2, batch_size=8, learning_rates=RATES, losses=LossWeights(recognition=10)
)
ALIGNMENT = Stage(
    name="alignment",
    epochs=2,
    batch_size=8,
    learning_rates=RATES,
    losses=LossWeights(recognition=10, alignment=1, semantic_margin=4),
)
RECIPE = Recipe(
    name="tiny",
    dataset="pa100k",
    backbone=BackboneKind.EFFICIENTNET_LITE0,
    weights=Weights.RANDOM,
    input_px=(32, 32),
    stages=(RECOGNITION, ALIGNMENT),
)


def recipe_of(*stages: Stage, **fields: object) -> Recipe:
    return replace(RECIPE, stages=stages, **fields)


def make_data(extra: int = 0) -> TrainingData:
    generator = np.random.default_rng(0)
    vectors = np.repeat((generator.random((6, 26)) < 0.3).astype(np.uint8), 4, axis=0)
    pixels = generator.integers(0, 255, (24, 32, 32, 3), dtype=np.uint8)
    pixels[vectors[:, 0] == 1] //= 4  # the first attribute can be seen
    data = TrainingData.of(pixels, vectors)
    if extra:
        known = np.ones((extra, vectors.shape[1]), np.uint8)
        data = data.with_more(pixels[:extra], 1 - vectors[:extra], known)
    return data


def make_model(recipe: Recipe = RECIPE) -> Model:
    torch.manual_seed(recipe.seed)
    model = Model(
        shipped_schema(recipe.dataset),
        recipe.backbone,
        Preprocessing(input_px=recipe.input_px),
        weights=recipe.weights,
        dropout=recipe.dropout,
        heads=recipe.heads,
        hides_groups=recipe.hides_groups,
    )
    model.to(memory_format=torch.channels_last)  # as it is trained
    return model


def no_figures(_model: Model, _input_px: tuple[int, ...]) -> dict[str, float]:
    return {}


def make_trainer(
    folder: Path,
    progress: Progress | None = None,
    recipe: Recipe = RECIPE,
    data: TrainingData | None = None,
    *,
    validate: Callable[[Model, tuple[int, ...]], dict[str, float]] = no_figures,
    team: Team | None = None,
    more: Callable[[int, TrainingData], TrainingData] = lambda _, own: own,
) -> Trainer:
    return Trainer(
        recipe,
        make_model(recipe),
        data or make_data(),
        more,
        folder=folder,
        validate=validate,
        progress=progress or Progress(),
        team=team or Team(),
    )


def weights_of(trainer: Trainer) -> dict[str, torch.Tensor]:
    return {name: value.clone() for name, value in trainer.model.state_dict().items()}


def same(some: dict[str, torch.Tensor], others: dict[str, torch.Tensor]) -> bool:
    return some.keys() == others.keys() and all(torch.equal(value, others[name]) for name, value in some.items())


def cancel_after(steps: int) -> Progress:
    asked = [0]

    def is_cancelled() -> bool:
        asked[0] += 1
        return asked[0] > steps

    return Progress(is_cancelled=is_cancelled)


def averaged_recipe() -> Recipe:
    """Return a recipe with an average of the weights in both stages."""
    return recipe_of(replace(RECOGNITION, ema_decay=0.9), replace(ALIGNMENT, ema_decay=0.9))


def team_recipe() -> Recipe:
    """Return a recipe of one step without what processes draw or measure each for itself."""
    stage = replace(
        ALIGNMENT, epochs=1, max_steps=1, frozen_batch_norm=True, warmup=0.0, optimiser=OptimiserKind.SGD, clip_norm=1.0
    )
    return recipe_of(stage, dropout=0.0)
