"""The recipes that the Train wizard offers, fitted to how much data there is."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from engine.datasets.dataset import DatasetKind
from engine.encoders.backbone_kind import Weights
from engine.training.recipe import Recipe, read_recipe
from engine.training.stage import Stage


class Preset(Enum):
    """How much time a training may take."""

    QUICK = "quick"
    STANDARD = "standard"
    THOROUGH = "thorough"
    PAPER = "paper"


class Start(Enum):
    """What a training starts from."""

    MODEL = "model"  # fine-tunes it
    IMAGENET = "imagenet"
    NOTHING = "nothing"


FINE_TUNE, FROM_BACKBONE = "fine-tune", "peta-lite0"  # the shipped recipes that presets are made of
PAPERS: Mapping[DatasetKind, str] = {DatasetKind.MARKET1501: "paper-market1501", DatasetKind.PA100K: "paper-pa100k"}
FEW, SMALL_BATCH = 128, 16  # with fewer pictures batches are small, so that an epoch has several steps
MOST_EPOCHS = 60  # of a stage that is stretched: more epochs of very few pictures are learned by heart


@dataclass(frozen=True, slots=True)
class _Size:
    """How long a preset learns.

    Attributes:
        steps: of a fine-tuning.
        share: of the epochs that the recipe from a backbone has.
        rendered: whether rendered crops are mixed in.
    """

    steps: int
    share: float
    rendered: bool


_SIZES = {
    Preset.QUICK: _Size(steps=120, share=0.34, rendered=False),
    Preset.STANDARD: _Size(steps=600, share=1.0, rendered=True),
    Preset.THOROUGH: _Size(steps=2400, share=2.5, rendered=True),
}


def preset_recipe(preset: Preset, start: Start, kind: DatasetKind, pictures: int, *, model: str = "") -> Recipe:
    """Return the recipe; its name is still to be given.

    Args:
        preset: how much time it may take; the paper's recipe starts as the paper does, unless from nothing.
        start: what it starts from.
        kind: of the data.
        pictures: to learn from.
        model: the name of the model to fine-tune.
    """
    if preset is Preset.PAPER:
        recipe = replace(read_recipe(PAPERS.get(kind, "paper-peta")), dataset=kind.value)
    elif start is Start.MODEL:
        recipe = replace(read_recipe(FINE_TUNE), dataset=kind.value, start=model)
        recipe = replace(recipe, stages=tuple(_stretched(stage, _SIZES[preset], pictures) for stage in recipe.stages))
    else:
        extra = kind is DatasetKind.PETA
        recipe = replace(read_recipe(FROM_BACKBONE), dataset=kind.value, extra_data=extra)
        recipe = replace(recipe, stages=tuple(_shared_out(stage, _SIZES[preset]) for stage in recipe.stages))
    if start is Start.NOTHING:
        recipe = replace(recipe, weights=Weights.RANDOM)
    return replace(recipe, stages=tuple(_fitting(stage, pictures) for stage in recipe.stages))


def _stretched(stage: Stage, size: _Size, pictures: int) -> Stage:
    """Return a stage of about so many steps, however few pictures an epoch has; it may end early by a third of them."""
    batch = SMALL_BATCH if pictures < FEW else stage.batch_size
    epochs = min(MOST_EPOCHS, max(3, math.ceil(size.steps / max(1, pictures // batch))))
    return replace(stage, batch_size=batch, epochs=epochs, patience=max(3, epochs // 3))


def _shared_out(stage: Stage, size: _Size) -> Stage:
    rendered = stage.rendered_crops if size.rendered else 0
    return replace(stage, epochs=max(1, round(stage.epochs * size.share)), rendered_crops=rendered)


def _fitting(stage: Stage, pictures: int) -> Stage:
    """Return the stage with a batch that the pictures fill at least once."""
    if stage.batch_size <= pictures + stage.rendered_crops:
        return stage
    return replace(stage, batch_size=max(2, pictures // 2))
