"""How long a training will take and how much memory it needs, from a few of its own steps."""

import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.datasets.dataset import Dataset
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.pixel_cache import cached_pixels
from engine.datasets.readiness import check_ready
from engine.encoders.model import Model
from engine.jobs.chosen_data import read_chosen
from engine.jobs.train import new_model, replay_of, training_data
from engine.jobs.training_validation import Validation
from engine.progress import Event, Progress
from engine.training.events import EpochFinished, StepsTaken
from engine.training.peak_memory import peak_memory_mb
from engine.training.plan import DataChoice
from engine.training.recipe import Recipe
from engine.training.stage import Stage
from engine.training.trainer import Trainer
from engine.training.training_data import TrainingData

STEPS = 3  # of an epoch that is measured
EPOCHS = 2  # the first warms up and does not count
MOST_PICTURES = 256  # that are decoded for it
MOST_VALIDATED = 64
RENDERED_PER_SECOND = 25.0  # crops that are drawn before a stage; they are not drawn for the estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingEstimate:
    """What a training will take, if no stage ends early.

    Attributes:
        seconds: in all, with decoding and the figures after each epoch.
        memory_mb: that it holds at most; None where the system does not tell.
        steps: in all.
        crops_per_second: that learn, in the slowest stage.
    """

    seconds: float
    memory_mb: float | None
    steps: int
    crops_per_second: float


@dataclass(slots=True)
class _Paces:
    """What the steps and the figures took.

    Attributes:
        rates: crops a second by stage.
        validating: seconds after each epoch.
    """

    rates: dict[str, float] = field(default_factory=dict)
    validating: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Sample:
    """What the steps are taken on."""

    dataset: Dataset
    data: TrainingData
    validation: Validation
    folder: Path


def estimate_training(recipe: Recipe, data: DataChoice, progress: Progress) -> TrainingEstimate:
    """Decode some pictures and take a few steps of every stage with the figures after them; nothing of it is kept.

    Raises:
        ConfigError: if the recipe cannot work with this data.
        DatasetError: if the data cannot be read, or does not suffice.
        TrainingError: if the memory does not suffice.
        Cancelled: between two steps.
    """
    with tempfile.TemporaryDirectory(prefix="bolo-estimate-") as name:
        folder = Path(name)
        dataset = read_chosen(data, folder / "pictures", progress)
        check_ready(dataset)
        return _measured(recipe, dataset, folder, progress)


def _measured(recipe: Recipe, dataset: Dataset, folder: Path, progress: Progress) -> TrainingEstimate:
    train = dataset.split.training(extra=recipe.extra_data).present()
    validation = dataset.split.validation.present()
    largest = max(stage.batch_size for stage in recipe.stages)
    some, checked = _first(train, max(MOST_PICTURES, largest)), _first(validation, MOST_VALIDATED)
    began = time.monotonic()
    pixels, looked_at = (cached_pixels(part, recipe.input_px, folder, progress=progress) for part in (some, checked))
    decoding = (time.monotonic() - began) / (len(some) + len(checked))
    rows = np.resize(np.arange(len(some)), max(len(some), largest))  # as many as fill a batch
    sample = _Sample(dataset, training_data(_of_rows(some, rows), pixels[rows]), Validation(checked, looked_at), folder)
    paces = _Paces()
    model = _run(recipe, sample, paces, progress)
    seconds = decoding * (len(train) + len(validation)) + _seconds_of_steps(recipe, paces.rates, len(train))
    epochs = sum(stage.epochs for stage in recipe.stages)
    seconds += epochs * float(np.mean(paces.validating)) * len(validation) / len(checked)
    return TrainingEstimate(
        seconds=seconds,
        memory_mb=peak_memory_mb(model.device),
        steps=sum(stage.steps_in(len(train) + stage.rendered_crops) * stage.epochs for stage in recipe.stages),
        crops_per_second=min(paces.rates.values()),
    )


def _run(recipe: Recipe, sample: _Sample, paces: _Paces, progress: Progress) -> Model:
    """Take a few steps of every stage, and note how long they and the figures took."""
    short = replace(recipe, stages=tuple(_shortened(stage) for stage in recipe.stages))

    def tell(event: Event) -> None:
        if isinstance(event, EpochFinished):
            paces.rates[event.stage] = event.crops_per_second
        elif not isinstance(event, StepsTaken):  # which are told of the training itself alone
            progress.tell(event)

    def validate(model: Model, input_px: tuple[int, ...]) -> dict[str, float]:
        began = time.monotonic()
        figures = sample.validation.figures_while_training(model, input_px)
        paces.validating.append(time.monotonic() - began)
        return figures

    trainer = Trainer(
        short,
        new_model(short, sample.dataset),
        sample.data,
        lambda _, data: data,
        folder=sample.folder,
        validate=validate,
        progress=Progress(tell, is_cancelled=lambda: _is_stopped(progress)),
        replay=replay_of(short, sample.dataset),
    )
    trainer.run()
    return trainer.model


def _is_stopped(progress: Progress) -> bool:
    progress.check()
    return False


def _shortened(stage: Stage) -> Stage:
    epochs = min(stage.epochs, 1) * EPOCHS
    return replace(stage, epochs=epochs, max_steps=STEPS, rendered_crops=0, patience=0)


def _seconds_of_steps(recipe: Recipe, rates: Mapping[str, float], crops: int) -> float:
    seconds = 0.0
    for stage in recipe.stages:
        if stage.epochs:
            steps = stage.steps_in(crops + stage.rendered_crops) * stage.epochs
            seconds += steps * stage.batch_size / rates[stage.name] + stage.rendered_crops / RENDERED_PER_SECOND
    return seconds


def _first(images: LabelledImages, most: int) -> LabelledImages:
    return images if len(images) <= most else images.subset(np.arange(len(images)) < most, images.name)


def _of_rows(images: LabelledImages, rows: NDArray[np.int64]) -> LabelledImages:
    """Return the pictures of these rows, some of them several times."""
    known = None if images.known is None else images.known[rows]
    paths = tuple(images.paths[row] for row in rows)
    return LabelledImages(images.name, images.schema, paths, images.vectors[rows], known)
