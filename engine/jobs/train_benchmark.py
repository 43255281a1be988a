"""How fast a training step is, against a bare loop over decoded crops with the same model and losses."""

import copy
import statistics
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from engine.attributes.schema import Schema
from engine.attributes.schema_file import shipped_schema
from engine.encoders.backbone_kind import Weights
from engine.encoders.model import Model, Preprocessing
from engine.losses.alignment_losses import make_alignment_loss
from engine.losses.recognition import Recognition
from engine.losses.semantic_margin import make_semantic_margin
from engine.progress import Event, Progress
from engine.training.events import EpochFinished
from engine.training.peak_memory import peak_memory_mb
from engine.training.recipe import Recipe
from engine.training.stage import OptimiserKind, Stage
from engine.training.team import training_device
from engine.training.trainer import Trainer
from engine.training.training_data import TrainingData


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainFigures:
    """Medians over the rounds, of the last stage of a recipe on noise, from random weights."""

    crops_per_second: float
    bare_crops_per_second: float
    ratio: float  # design §7: at least 0.9
    recipe: str
    device: str
    batch_size: int
    steps: int  # of a round
    rounds: int
    peak_memory_mb: float | None  # None where the system does not tell


def measure_training(recipe: Recipe, *, batch_size: int | None, steps: int, rounds: int) -> TrainFigures:
    """Run Bolo's steps and the bare ones in turn, once unmeasured and then `rounds` times.

    Raises:
        ConfigError: if the batch size cannot work.
    """
    stage = _measured_stage(recipe, batch_size, steps, rounds)
    recipe = replace(recipe, stages=(stage,), weights=Weights.RANDOM)
    schema = shipped_schema(recipe.dataset)
    data = _noise(schema, recipe.input_px, stage.batch_size * steps)
    model = _model(recipe, schema)
    bare = _BareLoop(copy.deepcopy(model), stage, data)
    rates = _run(recipe, model, data, bare)[1:]
    crops_per_second, bare_rate = statistics.median(rates), statistics.median(bare.rates[1:])
    return TrainFigures(
        crops_per_second=crops_per_second,
        bare_crops_per_second=bare_rate,
        ratio=crops_per_second / bare_rate,
        recipe=recipe.name,
        device=model.device.type,
        batch_size=stage.batch_size,
        steps=steps,
        rounds=rounds,
        peak_memory_mb=peak_memory_mb(model.device),
    )


def _measured_stage(recipe: Recipe, batch_size: int | None, steps: int, rounds: int) -> Stage:
    last = recipe.stages[-1]
    size = batch_size if batch_size is not None else last.batch_size
    return replace(last, epochs=rounds + 1, max_steps=steps, batch_size=size, rendered_crops=0)


def _model(recipe: Recipe, schema: Schema) -> Model:
    torch.manual_seed(recipe.seed)
    model = Model(
        schema,
        recipe.backbone,
        Preprocessing(input_px=recipe.input_px),
        weights=recipe.weights,
        dropout=recipe.dropout,
        heads=recipe.heads,
        hides_groups=recipe.hides_groups,
    )
    model.to(training_device())
    model.to(memory_format=torch.channels_last)
    return model


def _noise(schema: Schema, input_px: tuple[int, int], count: int) -> TrainingData:
    generator = np.random.default_rng(1)
    pixels = generator.integers(0, 256, (count, *input_px, 3), dtype=np.uint8)
    return TrainingData.of(pixels, generator.integers(0, 2, (count, schema.size), dtype=np.uint8))


def _run(recipe: Recipe, model: Model, data: TrainingData, bare: "_BareLoop") -> list[float]:
    """Train, with a bare round after each epoch, and return the rate of each epoch."""
    rates: list[float] = []

    def tell(event: Event) -> None:
        if isinstance(event, EpochFinished):
            rates.append(event.crops_per_second)

    with tempfile.TemporaryDirectory() as folder:
        trainer = Trainer(
            recipe,
            model,
            data,
            lambda _, all_data: all_data,
            folder=Path(folder),
            validate=bare.run_round,
            progress=Progress(tell),
        )
        trainer.run()
    return rates


class _BareLoop:
    """The least that a step can be: take crops out of the array, forward, losses, backward, optimiser."""

    def __init__(self, model: Model, stage: Stage, data: TrainingData) -> None:
        self.rates: list[float] = []
        self._stage = stage
        self._model = model.train()
        self._pixels, self._vectors = data.parts[0], data.vectors
        self._targets = torch.from_numpy(data.category_of)
        self._categories = torch.from_numpy(data.category_vectors).to(model.device)
        how, device = stage.losses, model.device
        self._recognise = Recognition(torch.ones(data.vectors.shape[1]), model.heads.softmax_groups).to(device)
        self._align = make_alignment_loss(how.alignment_kind, how.scale, how.angular_margin)
        self._margin = make_semantic_margin(how.margin_kind, model.schema, how.temperature).to(device)
        parameters = [*model.parameters(), *self._margin.parameters()]
        self._optimiser: torch.optim.Optimizer = (
            torch.optim.SGD(parameters, lr=1e-4, momentum=0.9, nesterov=True)
            if stage.optimiser is OptimiserKind.SGD
            else torch.optim.AdamW(parameters, lr=1e-4)
        )

    def run_round(self, _model: nn.Module, _input_px: tuple[int, ...]) -> dict[str, float]:
        """Go through the crops once, and note the rate."""
        size, began = self._stage.batch_size, time.perf_counter()
        for start in range(0, len(self._pixels), size):
            self._step(slice(start, start + size))
        if self._model.device.type == "cuda":
            torch.cuda.synchronize()
        self.rates.append(len(self._pixels) / (time.perf_counter() - began))
        return {}

    def _step(self, rows: slice) -> None:
        self._optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(self._loss(rows))
        self._optimiser.step()

    def _loss(self, rows: slice) -> Tensor:
        how, device = self._stage.losses, self._model.device
        encoded = self._model.image_encoder(torch.from_numpy(self._pixels[rows]).to(device).permute(0, 3, 1, 2))
        categories = self._model.category_encoder(self._categories)
        loss: Tensor = how.alignment * self._align(encoded.embeddings, categories, self._targets[rows].to(device))
        loss = loss + how.semantic_margin * self._margin(categories, self._categories)
        if how.recognition:
            bits = torch.from_numpy(self._vectors[rows]).to(device)
            loss = loss + how.recognition * self._recognise(self._model.heads(encoded.features), bits)
        return loss
