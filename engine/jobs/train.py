"""Training a model by a recipe, from labelled data to a folder with weights and card."""

import os
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from engine.attributes.schema import Schema
from engine.attributes.schema_file import shipped_schema
from engine.datasets.dataset import Dataset, DatasetKind
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.pixel_cache import cached_pixels
from engine.datasets.readiness import check_ready
from engine.datasets.search_split import SearchSplit
from engine.datasets.split_unit import SplitUnit
from engine.demo.crops import render_training_crops
from engine.encoders.backbone_kind import Weights
from engine.encoders.model import Model, Preprocessing
from engine.errors import ConfigError
from engine.imaging.model_input import resize_for_model
from engine.jobs.chosen_data import read_chosen, read_in_kept_parts
from engine.jobs.fit_search import fit_search, take_over_fit
from engine.jobs.trained_card import make_card
from engine.jobs.training_validation import Validation
from engine.progress import Noted, Progress
from engine.registry.card import read_card, write_card
from engine.registry.known_categories import read_known_categories
from engine.registry.loading import fill_from, load_model, save_weights
from engine.registry.store import InstalledModel, check_weights, model_at
from engine.training.calibration import fit_calibration
from engine.training.peak_memory import peak_memory_mb
from engine.training.plan import DataChoice
from engine.training.recipe import Recipe
from engine.training.replay import Replay
from engine.training.team import Team, joined_team, training_device
from engine.training.trainer import Trainer
from engine.training.training_data import TrainingData

RENDERED_SEED = 20_210
PICTURES, CACHE = "pictures", "cache"  # folders beside the checkpoint
FEWEST_TO_FIT = 200  # pictures labelled whole; fewer would fit the search to chance


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainSpec:
    """What a training needs.

    Attributes:
        recipe: decides everything.
        data: the folder of the labelled data, or a case where the recipe's data set is "cases".
        more_cases: others whose labels are learned from too.
        split_by: what stays together where the labels do not say which part a picture belongs to.
        out: for checkpoints, history and the model.
        resume: go on from the checkpoint in `out`.
        cache: for decoded pictures, which several trainings may share; None keeps them in `out`.
        keeps_parts: part the data as it was for the first run of this training, which is remembered in `out`.
        fit: choose the search's constants and the evidence limits too, once the model is trained.
    """

    recipe: Recipe
    data: Path
    out: Path
    more_cases: tuple[Path, ...] = ()
    split_by: SplitUnit = SplitUnit.PERSON
    resume: bool = False
    keeps_parts: bool = False
    cache: Path | None = None
    fit: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainSummary:
    """What a training made."""

    model: Path
    model_id: str
    figures: dict[str, Any]
    peak_memory_mb: float | None = None  # until the last epoch was done; None where the system does not tell


def train(spec: TrainSpec, progress: Progress) -> TrainSummary:
    """Train by the recipe, checkpointing every epoch, and write the model into spec.out / recipe name.

    Under torchrun every process trains its share of each batch; the first one decodes, validates, tells and writes.

    Raises:
        ConfigError: if the recipe's data set is none that there is.
        DatasetError: if the data cannot be read.
        TrainingError: if the losses diverge, or the memory does not suffice.
        Cancelled: when the user stops; with resume it goes on from that step.
    """
    with joined_team() as team:
        return _train(spec, team, progress if team.is_first else Progress())


def _train(spec: TrainSpec, team: Team, progress: Progress) -> TrainSummary:
    recipe, folder = spec.recipe, spec.out / spec.recipe.name
    dataset = _read(spec, progress)
    check_ready(dataset)
    used = _usable(dataset.split, extra=recipe.extra_data)
    pixels, validation_pixels = _decoded(spec, team, progress, used.train, used.validation)
    validation = Validation(used.validation, validation_pixels)
    trainer = Trainer(
        recipe,
        new_model(recipe, dataset),
        training_data(used.train, pixels),
        partial(_with_rendered, recipe, dataset.schema, progress, dataset.split.held_out_categories()),
        folder=spec.out,
        validate=validation.figures_while_training,
        progress=progress,
        team=team,
        replay=replay_of(recipe, dataset),
    )
    history = trainer.run(resume=spec.resume)
    peak = peak_memory_mb(trainer.model.device)
    figures = _measured(trainer, validation, used.train) | _choice(recipe, history) if team.is_first else {}
    if team.is_first:
        learned = {"history": history, "attribute_weights": trainer.attribute_weights.tolist()}
        weights = save_weights(trainer.model, folder)
        card = make_card(trainer.model, recipe, weights, dataset=dataset, used=used, figures=figures | learned)
        write_card(card, folder)
        if spec.fit:
            _fit(InstalledModel(folder=folder, card=card), recipe, dataset, progress)
    team.wait()
    return TrainSummary(model=folder, model_id=read_card(folder).model_id, figures=figures, peak_memory_mb=peak)


def _fit(installed: InstalledModel, recipe: Recipe, dataset: Dataset, progress: Progress) -> None:
    """Choose the search's constants where there is enough to choose them on, else take over the starting model's."""
    whole = dataset.split.validation.complete()
    if len(whole) >= FEWEST_TO_FIT or not recipe.start:
        fit_search(installed, dataset.split, progress)
        return
    take_over_fit(installed, _started_from(recipe.start), dataset.split)
    progress.tell(
        Noted(
            text=f"Only {len(whole)} pictures of the validation part are labelled whole, fewer than {FEWEST_TO_FIT}: "
            "the search's constants are the starting model's."
        )
    )


def _usable(split: SearchSplit, *, extra: bool) -> SearchSplit:
    """Return the pictures that are on disk.

    Raises:
        ConfigError: if extra pictures are asked for and there are none.
        DatasetError: if none of a part is on disk.
    """
    return replace(split, train=split.training(extra=extra).present(), validation=split.validation.present())


def _read(spec: TrainSpec, progress: Progress) -> Dataset:
    try:
        kind = DatasetKind(spec.recipe.dataset)
    except ValueError:
        names = ", ".join(known.value for known in DatasetKind)
        raise ConfigError("dataset", spec.recipe.dataset, f"must be one of {names}") from None
    chosen = DataChoice(kind=kind, places=(spec.data, *spec.more_cases), split_by=spec.split_by)
    pictures = spec.out / PICTURES
    if spec.keeps_parts:
        dataset = read_in_kept_parts(chosen, pictures, spec.out, progress)
    else:
        dataset = read_chosen(chosen, pictures, progress)
    for sentence in dataset.sentences():
        progress.tell(Noted(text=sentence))
    return dataset


def _decoded(spec: TrainSpec, team: Team, progress: Progress, *parts: LabelledImages) -> tuple[NDArray[np.uint8], ...]:
    """Return the pixels of the parts; the first process decodes what is not yet in the cache."""
    if not team.is_first:
        team.wait()
    cache = spec.cache or spec.out / CACHE
    pixels = tuple(cached_pixels(images, spec.recipe.input_px, cache, progress=progress) for images in parts)
    if team.is_first:
        team.wait()
    return pixels


def new_model(recipe: Recipe, dataset: Dataset) -> Model:
    """Return the model that a training begins with; raises ModelError where the start cannot be used."""
    torch.manual_seed(recipe.seed)
    started = _started_from(recipe.start) if recipe.start else None
    model = Model(
        dataset.schema,
        recipe.backbone,
        Preprocessing(input_px=recipe.input_px, flip_average=recipe.flip_average),
        weights=recipe.weights if started is None else Weights.RANDOM,
        dropout=recipe.dropout,
        weights_file=Path(recipe.backbone_weights) if recipe.backbone_weights else None,
        heads=recipe.heads,
        hides_groups=recipe.hides_groups,
    )
    if started is not None:
        fill_from(model, started)
    model.to(training_device())
    model.to(memory_format=torch.channels_last)
    return model


def replay_of(recipe: Recipe, dataset: Dataset) -> Replay | None:
    """Return the starting model with what it was trained on, where a stage is held to it."""
    if not any(stage.losses.replay for stage in recipe.stages):
        return None
    installed = _started_from(recipe.start)
    known = read_known_categories(installed.folder, installed.card.model_id, installed.card.schema.size)
    start = load_model(installed, training_device())
    vectors = np.zeros((0, installed.card.schema.size), np.uint8) if known is None else known.vectors
    return Replay(start, dataset.schema, torch.from_numpy(vectors))


def _started_from(name_or_folder: str) -> InstalledModel:
    installed = model_at(name_or_folder)
    check_weights(installed)
    return installed


def training_data(images: LabelledImages, pixels: NDArray[np.uint8]) -> TrainingData:
    """Return the crops; those of which not every attribute is known have no category of their own."""
    whole = images.known_bits().all(axis=1)
    if whole.all():
        return TrainingData.of(pixels, images.vectors)
    data = TrainingData.of(pixels[whole], images.vectors[whole])
    return data.with_partial(pixels[~whole], images.vectors[~whole], images.known_bits()[~whole])


def _with_rendered(
    recipe: Recipe, schema: Schema, progress: Progress, held_out: NDArray[np.uint8], number: int, data: TrainingData
) -> TrainingData:
    """Return the data with the rendered crops of a stage, others in each; none is aligned to a held-out category.

    Nothing is known of attributes that are never drawn, and where there are such, no rendered crop has a category.
    """
    stage = recipe.stages[number]
    count = stage.rendered_crops
    if not count:
        return data
    crops = render_training_crops(count, RENDERED_SEED + number, progress=progress, processes=os.cpu_count() or 1)
    resized = np.stack([resize_for_model(crop, recipe.input_px) for crop in crops.pixels])
    here, there = schema.shared_with(shipped_schema("peta"))
    vectors, known = np.zeros((2, len(resized), schema.size), np.uint8)
    vectors[:, here], known[:, here] = crops.vectors[:, there], crops.known[:, there]
    aligned = (stage.aligns_rendered and len(here) == schema.size) & ~_is_among(vectors, held_out)
    return data.with_more(resized, vectors, known, aligned)


def _is_among(vectors: NDArray[np.uint8], others: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return which of (n, A) vectors are rows of others (m, A), (n,) bool."""
    known = {row.tobytes() for row in others}
    return np.array([row.tobytes() in known for row in vectors], np.bool_)


def _measured(trainer: Trainer, validation: Validation, learned_from: LabelledImages) -> dict[str, Any]:
    """Calibrate the model on the validation data, and return its figures there."""
    model = trainer.model
    logits = model.embed_resized(validation.pixels).logits
    weights = trainer.positive_weights.cpu().numpy()
    log_loss = fit_calibration(model.calibration, logits, validation.images.vectors, weights, validation.images.known)
    return validation.final_figures(model, learned_from) | {"recognition_log_loss": log_loss}


def _choice(recipe: Recipe, history: list[dict[str, Any]]) -> dict[str, str]:
    """Return how the epoch was chosen, where it is not simply the last."""
    last = recipe.stages[-1]
    if not last.patience:
        return {}
    epochs = sum(row["stage"] == last.name for row in history)
    return {"epoch": f"best of {epochs} epochs on validation"}
