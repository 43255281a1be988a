"""Training a model by a recipe, from labelled data to a folder with weights and card."""

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from engine.datasets.labelled_images import LabelledImages
from engine.datasets.peta import SearchSplit, read_peta, split_peta
from engine.datasets.pixel_cache import cached_pixels
from engine.demo.crops import render_training_crops
from engine.device import best_device
from engine.encoders.model import Embedded, Model, Preprocessing
from engine.errors import ConfigError
from engine.evaluation.full_protocol import measure_full
from engine.evaluation.full_scores import Scores, cosine_scores, fused_scores, head_scores, scores_by_scorer
from engine.evaluation.recognition_figures import measure_recognition
from engine.imaging.model_input import resize_for_model
from engine.progress import Progress
from engine.registry.card import ModelCard, write_card
from engine.registry.loading import save_weights
from engine.registry.weights import model_id_of
from engine.training.calibration import fit_calibration
from engine.training.recipe import Recipe, recipe_to_dict
from engine.training.trainer import Trainer
from engine.training.training_data import TrainingData

FUSION_ALPHAS = (10.0, 20.0, 30.0, 40.0, 60.0, 80.0, 120.0)
ALPHA_WHILE_TRAINING = 20.0
RENDERED_SEED = 20_210
PETA_NOTE = "Trained on PETA, which is licensed for research only: this model must not be used commercially."


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainSpec:
    """What a training needs."""

    recipe: Recipe
    data: Path
    out: Path
    resume: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainSummary:
    """What a training made."""

    model: Path
    model_id: str
    figures: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Validation:
    """The validation part, decoded."""

    images: LabelledImages
    pixels: NDArray[np.uint8]

    def figures_while_training(self, model: Model) -> dict[str, float]:
        """Return the figures that the history holds, in percent."""
        embedded = model.embed_resized(self.pixels)
        scores = scores_by_scorer(*self._cosine_and_heads(model, embedded), ALPHA_WHILE_TRAINING)
        figures = {"ma": measure_recognition(self.images.schema, embedded.logits, self.images.vectors).ma}
        for name, values in scores.items():
            full = measure_full(values, self.images.categories.of_image, scorer=name, rounds=1)
            figures |= {f"{name}_rank1": full.rank1, f"{name}_map": full.map}
        return figures

    def final_figures(self, model: Model) -> dict[str, Any]:
        """Return the figures for the card; alpha is the best of a few on this very data, and the card says so."""
        embedded = model.embed_resized(self.pixels)
        figures: dict[str, Any] = {
            "measured_on": f"{self.images.name}: {len(self.images.categories)} categories, {len(self.images)} images, "
            "none of them trained on; calibration and fusion weight were chosen on it too",
            "recognition_ma": measure_recognition(
                self.images.schema, model.calibration.undone(embedded.logits), self.images.vectors
            ).ma,
        }
        cosine, heads = self._cosine_and_heads(model, embedded)
        alpha = max(FUSION_ALPHAS, key=lambda value: self._map(fused_scores(cosine, heads, value)))
        for name, values in scores_by_scorer(cosine, heads, alpha).items():
            figures[name] = measure_full(values, self.images.categories.of_image, scorer=name).to_dict()
        return figures | {"fusion_alpha": alpha}

    def _map(self, scores: Scores) -> float:
        return measure_full(scores, self.images.categories.of_image, scorer="fused", rounds=1).map

    def _cosine_and_heads(self, model: Model, embedded: Embedded) -> tuple[Scores, Scores]:
        vectors = self.images.categories.vectors
        with torch.inference_mode():
            queries = model.category_encoder(torch.from_numpy(vectors).to(model.device)).cpu().numpy()
        heads = head_scores(vectors, model.calibration.undone(embedded.logits))
        return cosine_scores(queries, embedded.vectors), heads


def train(spec: TrainSpec, progress: Progress) -> TrainSummary:
    """Train by the recipe, checkpointing every epoch, and write the model into spec.out / recipe name.

    Raises:
        ConfigError: if the recipe's data set is not one that can be trained on yet.
        DatasetError: if the data cannot be read.
        Cancelled: when the user stops; with resume it goes on from the last whole epoch.
    """
    recipe = spec.recipe
    split = _read_split(spec)
    cache = spec.out / "cache"
    train_pixels = cached_pixels(split.train, recipe.input_px, cache, progress=progress)
    validation = Validation(
        split.validation, cached_pixels(split.validation, recipe.input_px, cache, progress=progress)
    )
    torch.manual_seed(recipe.seed)
    preprocessing = Preprocessing(input_px=recipe.input_px, flip_average=recipe.flip_average)
    model = Model(
        split.train.schema,
        recipe.backbone,
        preprocessing,
        weights=recipe.weights,
        dropout=recipe.dropout,
        weights_file=Path(recipe.backbone_weights) if recipe.backbone_weights else None,
    )
    model.to(best_device())
    model.to(memory_format=torch.channels_last)
    trainer = Trainer(
        recipe,
        model,
        TrainingData.of(train_pixels, split.train.vectors),
        partial(_with_rendered, recipe, progress),
        folder=spec.out,
        validate=validation.figures_while_training,
        progress=progress,
    )
    history = trainer.run(resume=spec.resume)
    return _finish(spec, trainer, validation, split, history)


def _read_split(spec: TrainSpec) -> SearchSplit:
    if spec.recipe.dataset != "peta":
        raise ConfigError("dataset", spec.recipe.dataset, "cannot be trained on yet; use peta")
    split = split_peta(read_peta(spec.data))
    return SearchSplit(train=split.train.present(), validation=split.validation.present(), test=split.test)


def _with_rendered(recipe: Recipe, progress: Progress, number: int, data: TrainingData) -> TrainingData:
    """Return the data with the rendered crops of a stage, other ones in each."""
    count = recipe.stages[number].rendered_crops
    if not count:
        return data
    crops = render_training_crops(count, RENDERED_SEED + number, progress=progress, processes=os.cpu_count() or 1)
    resized = np.stack([resize_for_model(crop, recipe.input_px) for crop in crops.pixels])
    return data.with_more(resized, crops.vectors, crops.known)


def _finish(
    spec: TrainSpec, trainer: Trainer, validation: Validation, split: SearchSplit, history: list[dict[str, Any]]
) -> TrainSummary:
    model, recipe = trainer.model, spec.recipe
    logits = model.embed_resized(validation.pixels).logits
    log_loss = fit_calibration(
        model.calibration, logits, validation.images.vectors, trainer.positive_weights.cpu().numpy()
    )
    figures = validation.final_figures(model) | {"recognition_log_loss": log_loss}
    folder = spec.out / recipe.name
    weights = save_weights(model, folder)
    card = ModelCard(
        name=recipe.name,
        title="Street clothes (PETA)",
        model_id="",  # known once the rest is
        schema=model.schema,
        backbone=recipe.backbone.value,
        input_px=recipe.input_px,
        flip_average=recipe.flip_average,
        data=_data_facts(split, recipe),
        recipe=recipe_to_dict(recipe),
        figures=figures | {"history": history, "attribute_weights": trainer.attribute_weights.tolist()},
        licence_notes=(PETA_NOTE,),
    )
    card = replace(card, model_id=model_id_of(weights, card.preprocessing))
    write_card(card, folder)
    return TrainSummary(model=folder, model_id=card.model_id, figures=figures)


def _data_facts(split: SearchSplit, recipe: Recipe) -> dict[str, Any]:
    return {
        "name": "PETA (Deng et al., ACM MM 2014)",
        "licence": "research only, not commercial",
        "split": "search split of the ASMR authors; 200 of its 1,890 training categories kept for validation",
        "train_images": len(split.train),
        "train_categories": len(split.train.categories),
        "validation_images": len(split.validation),
        "validation_categories": len(split.validation.categories),
        "rendered_crops": sum(stage.rendered_crops for stage in recipe.stages),
        "trained_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
