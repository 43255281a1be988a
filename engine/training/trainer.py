"""Running the stages of a recipe, resumable after every epoch."""

import math
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.encoders.model import Model
from engine.errors import ConfigError
from engine.losses.modality_alignment import ModalityAlignment
from engine.losses.recognition import Recognition, rarity_weights
from engine.losses.semantic_margin import SemanticMargin
from engine.progress import Progress
from engine.training.augment import augment
from engine.training.checkpoint import (
    Position,
    find_checkpoint,
    load_checkpoint,
    load_network,
    read_position,
    save_checkpoint,
)
from engine.training.events import EpochFinished
from engine.training.recipe import Recipe, Stage
from engine.training.training_data import TrainingData

Validate = Callable[[Model], dict[str, float]]


@dataclass(frozen=True, slots=True)
class _Batch:
    """Crops of one step, on the device."""

    pixels: Tensor  # (B, 3, H, W)
    vectors: Tensor  # (B, A) bits
    known: Tensor  # (B, A) bits
    target: Tensor  # (B,) categories, −1 for recognition alone


class Learner(nn.Module):
    """The model and what is learned beside it: the weights of the semantic margin."""

    def __init__(self, model: Model, temperature: float) -> None:
        super().__init__()
        self.model = model
        self.margin = SemanticMargin(model.schema.size, temperature=temperature)


class Trainer:
    """Trains a model by a recipe.

    The order of the crops, their augmentation and dropout follow from the recipe's seed, the stage and the epoch alone,
    so a run resumed after any epoch gives the weights of an uninterrupted one (on the CPU, with as many threads).

    Args:
        recipe: decides everything.
        model: trained in place.
        data: the data set's crops; its categories are the training's, and its counts weight the attributes.
        more: gives a stage's crops, these and what it mixes in, when it begins.
        folder: for checkpoints.
        validate: figures on validation data after each epoch.
        progress: told each step and epoch; its Cancelled leaves the last epoch's checkpoint.
    """

    def __init__(
        self,
        recipe: Recipe,
        model: Model,
        data: TrainingData,
        more: Callable[[int, TrainingData], TrainingData],
        *,
        folder: Path,
        validate: Validate,
        progress: Progress,
    ) -> None:
        self._recipe = recipe
        self._data = data
        self._more = more
        self._folder = folder
        self._validate = validate
        self._progress = progress
        self._learner = Learner(model, recipe.stages[-1].losses.temperature).to(model.device)
        self._categories = torch.from_numpy(data.category_vectors).to(model.device)
        positives = torch.from_numpy(data.vectors.sum(axis=0, dtype="int64"))
        self._recognition = Recognition(rarity_weights(positives, len(data))).to(model.device)
        self._history: list[dict[str, Any]] = []

    @property
    def model(self) -> Model:
        """The model in training."""
        return self._learner.model

    @property
    def positive_weights(self) -> Tensor:
        """(A,) how the recognition loss weights the positives."""
        return self._recognition.positive_weights

    @property
    def attribute_weights(self) -> Tensor:
        """(A,) the learned w of Eq. 5."""
        return self._learner.margin.weights.detach().cpu()

    def run(self, *, resume: bool = False) -> list[dict[str, Any]]:
        """Train all stages and return the history, a row per epoch.

        Args:
            resume: go on from the folder's checkpoint where there is one.

        Raises:
            ConfigError: if a batch is larger than the data.
            Cancelled: when the user stops; resume goes on from the last whole epoch.
        """
        position = self._resumed() if resume else None
        start = position or Position(0, 0)
        for number, stage in enumerate(self._recipe.stages):
            if number >= start.stage:
                self._run_stage(number, stage, start.epochs_done if number == start.stage else 0)
        return self._history

    @property
    def _checkpoint(self) -> Path:
        return self._folder / "checkpoint"

    def _resumed(self) -> Position | None:
        found = find_checkpoint(self._checkpoint)
        if found is None:
            return None
        position, self._history = read_position(found)
        load_network(found, self._learner)
        return position

    def _run_stage(self, number: int, stage: Stage, epochs_done: int) -> None:
        if epochs_done == stage.epochs:
            return
        data = self._more(number, self._data)
        if stage.batch_size > len(data):
            raise ConfigError("batch_size", stage.batch_size, f"must be at most {len(data)}, the crops there are")
        optimizer = self._optimizer(stage)
        found = find_checkpoint(self._checkpoint) if epochs_done else None
        if found is not None:
            load_checkpoint(found, self._learner, optimizer)
        for epoch in range(epochs_done, stage.epochs):
            self._run_epoch(number, stage, data, epoch, optimizer)
            save_checkpoint(self._checkpoint, Position(number, epoch + 1), self._learner, optimizer, self._history)

    def _optimizer(self, stage: Stage) -> torch.optim.Optimizer:
        rates, model = stage.learning_rates, self.model
        parts: list[tuple[nn.Module, float]] = [
            (model.image_encoder.backbone, rates.backbone),
            (model.image_encoder.mlp, rates.image_mlp),
            (model.category_encoder, rates.category_encoder),
            (model.heads, rates.heads),
            (self._learner.margin, rates.margin_weights),
        ]
        groups = []
        for module, rate in parts:
            decayed = [p for p in module.parameters() if p.ndim > 1]
            others = [p for p in module.parameters() if p.ndim <= 1]
            groups.append({"params": decayed, "peak": rate, "weight_decay": stage.weight_decay})
            groups.append({"params": others, "peak": rate, "weight_decay": 0.0})
        return torch.optim.AdamW([group for group in groups if group["params"]], lr=0.0)

    def _run_epoch(
        self, number: int, stage: Stage, data: TrainingData, epoch: int, optimizer: torch.optim.Optimizer
    ) -> None:
        seed = self._recipe.seed * 1_000_003 + number * 1_009 + epoch
        generator = torch.Generator().manual_seed(seed)
        torch.manual_seed(seed)  # dropout
        self._learner.train()
        steps = len(data) // stage.batch_size
        sums: dict[str, float] = defaultdict(float)
        began = time.monotonic()
        batches = data.batches(stage.batch_size, generator)
        label = f"{stage.name}, epoch {epoch + 1} of {stage.epochs}"
        for step, rows in enumerate(self._progress.track(batches, label, total=steps)):
            self._set_rates(optimizer, stage, (epoch * steps + step) / (stage.epochs * steps))
            for name, value in self._step(stage, data, rows, optimizer, generator).items():
                sums[name] += value / steps
        rate = steps * stage.batch_size / (time.monotonic() - began)
        self._tell(stage, epoch, dict(sums), rate)

    def _step(
        self,
        stage: Stage,
        data: TrainingData,
        rows: NDArray[np.int64],
        optimizer: torch.optim.Optimizer,
        generator: torch.Generator,
    ) -> dict[str, float]:
        device = self.model.device
        pixels = augment(data.pixels(rows).to(device), self._recipe.augmentation, generator)
        vectors = torch.from_numpy(data.vectors[rows]).to(device)
        target = torch.from_numpy(data.category_of[rows]).to(device)
        known = torch.from_numpy(data.known[rows]).to(device)
        losses = self._losses(stage, _Batch(pixels, vectors, known, target))
        total = torch.stack(list(losses.values())).sum()
        optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(total)
        nn.utils.clip_grad_norm_(self._learner.parameters(), stage.clip_norm)
        optimizer.step()
        return {name: float(value.detach()) for name, value in losses.items()}

    def _losses(self, stage: Stage, batch: "_Batch") -> dict[str, Tensor]:
        """Return the weighted parts of Eq. 1 and the recognition loss that stays beside it."""
        how, target = stage.losses, batch.target
        encoded = self.model.image_encoder(batch.pixels)
        logits = self.model.heads(encoded.features)
        losses = {"recognition": how.recognition * self._recognition(logits, batch.vectors, batch.known)}
        if how.alignment:
            categories = self.model.category_encoder(self._categories)
            align = ModalityAlignment(how.scale, how.angular_margin)
            placed = target >= 0
            losses["alignment"] = how.alignment * align(encoded.embeddings[placed], categories, target[placed])
            losses["semantic_margin"] = how.semantic_margin * self._learner.margin(categories, self._categories)
        return losses

    def _set_rates(self, optimizer: torch.optim.Optimizer, stage: Stage, done: float) -> None:
        factor = rate_factor(done, stage.warmup)
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * factor

    def _tell(self, stage: Stage, epoch: int, losses: dict[str, float], rate: float) -> None:
        figures = self._validate(self.model)
        event = EpochFinished(
            stage=stage.name,
            epoch=epoch + 1,
            epochs=stage.epochs,
            losses=losses,
            crops_per_second=rate,
            validation=figures,
        )
        self._history.append({"stage": stage.name, "epoch": epoch + 1, **losses, **figures})
        self._progress.tell(event)


def rate_factor(done: float, warmup: float) -> float:
    """Return the share of the highest learning rate after a share `done` of the steps: linear up, cosine down."""
    if done < warmup:
        return 0.04 + 0.96 * done / warmup
    return 0.5 * (1 + math.cos(math.pi * (done - warmup) / (1 - warmup)))
