"""Running the stages of a recipe, resumable from wherever they were interrupted."""

import math
from collections.abc import Callable
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from engine.encoders.model import Model
from engine.errors import Cancelled, ConfigError, WeightsError
from engine.losses.recognition import Recognition, rarity_weights
from engine.progress import Progress
from engine.training.autocast import Autocast
from engine.training.average import WeightsAverage
from engine.training.best_epoch import BestEpoch
from engine.training.checkpoint import (
    TRAIN_AGAIN,
    Checkpoint,
    Position,
    find_checkpoint,
    read_checkpoint,
    save_checkpoint,
)
from engine.training.events import EpochFinished, epoch_label
from engine.training.history import write_history
from engine.training.learner import Learner
from engine.training.objective import Objective
from engine.training.optimiser import make_optimiser, set_rates
from engine.training.pace import EpochMeter, crops_after_epoch
from engine.training.recipe import Recipe, recipe_from_dict, recipe_to_dict
from engine.training.replay import Replay
from engine.training.schedule import rate_factor
from engine.training.stage import Stage
from engine.training.stage_state import StageState
from engine.training.step import TrainingStep
from engine.training.team import Team
from engine.training.training_data import TrainingData

Validate = Callable[[Model, tuple[int, ...]], dict[str, float]]
ALONE = Team()
CHOSEN_BY = "ma"  # which epoch is the best, where a stage keeps it


class _EnoughError(Exception):
    """The user wants the stage to end with what it has so far."""


@dataclass(frozen=True, slots=True)
class _StageRun:
    """A stage under way."""

    number: int
    stage: Stage
    data: TrainingData
    state: StageState
    step: TrainingStep
    steps: int  # of an epoch


class Trainer:
    """Trains a model by a recipe.

    The order of the crops, their augmentation and dropout follow from the recipe's seed, the stage and the epoch alone,
    so a run resumed after any epoch gives the weights of an uninterrupted one (on the CPU, with as many threads). A
    cancelled run leaves a checkpoint within the epoch, with the random numbers' state, and is resumed as exactly.

    Args:
        recipe: decides everything.
        model: trained in place.
        data: the data set's crops; its counts weight the attributes.
        more: gives a stage's crops, these and what it mixes in, when it begins.
        folder: for checkpoints and history.csv.
        validate: figures on validation data after each epoch, at the stage's input size; () for the model's.
        progress: told each step and epoch.
        team: the processes that train together.
        replay: the starting model, which stages with such a loss are held to.
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
        team: Team = ALONE,
        replay: Replay | None = None,
    ) -> None:
        self._recipe = recipe
        self._data = data
        self._more = more
        self._folder = folder
        self._validate = validate
        self._team = team
        self._replay = replay
        self._progress = team.shared(progress)
        self._autocast = Autocast(recipe.precision, model.device)
        self._learner = Learner(model, recipe.stages[-1].losses).to(model.device)
        positives = torch.from_numpy((data.vectors * data.known).sum(axis=0, dtype="int64"))
        known = torch.from_numpy(data.known.sum(axis=0, dtype="int64"))
        weights = rarity_weights(positives, known, largest=recipe.largest_rarity_weight)
        self._recognition = Recognition(weights, model.heads.softmax_groups).to(model.device)
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
        """(A,) the w of Eq. 5, or one for each group."""
        return self._learner.margin.weights.detach().cpu()

    def run(self, *, resume: bool = False) -> list[dict[str, Any]]:
        """Train all stages and return the history, a row per epoch.

        Args:
            resume: go on from the folder's checkpoint where there is one.

        Raises:
            ConfigError: if a batch is larger than the data.
            WeightsError: if the checkpoint is damaged or another recipe's.
            TrainingError: if the losses diverge, or the memory does not suffice.
            Cancelled: when the user stops; resume goes on from that very step.

        Where the user has enough of a stage, it ends at the next step and hands on its best epoch, or where it keeps
        none what it has learned so far; the next stage follows.
        """
        checkpoint = self._found() if resume else None
        self._team.wait()  # until all have read it
        for number, stage in enumerate(self._recipe.stages):
            if checkpoint is None or number > checkpoint.position.stage:
                self._run_stage(number, stage, None)
            elif number == checkpoint.position.stage:
                self._run_stage(number, stage, checkpoint)
        return self._history

    @property
    def _checkpoint(self) -> Path:
        return self._folder / "checkpoint"

    def _found(self) -> Checkpoint | None:
        folder = find_checkpoint(self._checkpoint)
        if folder is None:
            return None
        checkpoint = read_checkpoint(folder)
        if checkpoint.recipe and recipe_from_dict(checkpoint.recipe) != self._recipe:
            raise WeightsError(folder, f"the checkpoint is of another recipe or other settings; {TRAIN_AGAIN}")
        self._history = checkpoint.history
        if self._team.is_first:
            write_history(self._folder, self._history)  # a kill may have come between the two
        return checkpoint

    def _run_stage(self, number: int, stage: Stage, checkpoint: Checkpoint | None) -> None:
        """Run what is left of a stage; what it hands on is the average of its weights where it has one."""
        average = WeightsAverage(self._learner, stage.ema_decay) if stage.ema_decay else None
        best = BestEpoch(self._learner, stage.patience) if stage.patience else None
        state = StageState(self._learner, make_optimiser(stage, self._learner), average, self._autocast.scaler, best)
        if checkpoint is not None:
            self._restore(state, checkpoint)
        done = checkpoint.position.epochs_done if checkpoint is not None else 0
        if done < stage.epochs and not state.is_over:
            with suppress(_EnoughError):
                self._run_epochs(self._begun(number, stage, state), done, checkpoint)
        if best is not None:
            best.hand_over()
        elif average is not None:
            average.hand_over()

    def _run_epochs(self, run: _StageRun, done: int, checkpoint: Checkpoint | None) -> None:
        self._run_epoch(run, done, checkpoint)
        for epoch in range(done + 1, run.stage.epochs):
            if not run.state.is_over:
                self._run_epoch(run, epoch, None)

    def _restore(self, state: StageState, checkpoint: Checkpoint) -> None:
        try:
            state.restore(checkpoint)
        except (KeyError, RuntimeError, ValueError, TypeError) as error:
            reason = f"the checkpoint does not fit this recipe ({error}); {TRAIN_AGAIN}"
            raise WeightsError(self._checkpoint, reason) from error

    def _begun(self, number: int, stage: Stage, state: StageState) -> _StageRun:
        data = self._more(number, self._data)
        steps = stage.steps_in(len(data))
        if not steps:
            raise ConfigError("batch_size", stage.batch_size, f"must be at most {len(data)}, the crops there are")
        objective = Objective(
            stage,
            self._learner,
            recognition=self._recognition,
            categories=torch.from_numpy(data.category_vectors).to(self.model.device),
            autocast=self._autocast,
            team=self._team,
            replay=self._replay,
        )
        step = TrainingStep(
            stage,
            state,
            objective,
            data,
            augmentation=self._recipe.augmentation,
            autocast=self._autocast,
            team=self._team,
            progress=self._progress,
        )
        return _StageRun(number, stage, data, state, step, steps)

    def _run_epoch(self, run: _StageRun, epoch: int, checkpoint: Checkpoint | None) -> None:
        """Run an epoch, from the step where a checkpoint within it stands."""
        stage, generator = run.stage, self._seeded(run.number, epoch)
        self._learner.set_out(stage)
        meter = EpochMeter(stage, epoch, run.steps, self._crops_after(run, epoch), self._progress)
        batches = list(islice(run.data.batches(stage.batch_size, generator), run.steps))
        if checkpoint is not None:
            self._go_on(run, checkpoint, meter, generator)
        left = batches[meter.steps_done :]
        try:
            for rows in self._progress.track(left, epoch_label(stage.name, epoch + 1, stage.epochs)):
                set_rates(run.state.optimiser, rate_factor(stage, epoch, meter.steps_done, run.steps))
                meter.count(run.step.take(rows, generator))
                if self._progress.has_enough():
                    self._save(run, Position(run.number, stage.epochs), meter, generator)
                    raise _EnoughError
        except Cancelled:
            self._save(run, Position(run.number, epoch, meter.steps_done), meter, generator)
            raise
        event = self._finished(run, epoch, meter)
        self._save(run, Position(run.number, epoch + 1), meter, generator)
        self._progress.tell(event)

    def _seeded(self, number: int, epoch: int) -> torch.Generator:
        seed = self._recipe.seed * 1_000_003 + number * 1_009 + epoch
        torch.manual_seed(seed + self._team.rank)  # dropout
        return torch.Generator().manual_seed(seed)

    def _crops_after(self, run: _StageRun, epoch: int) -> int:
        return crops_after_epoch(self._recipe, run.number, epoch, len(self._data))

    def _go_on(self, run: _StageRun, checkpoint: Checkpoint, meter: EpochMeter, generator: torch.Generator) -> None:
        """Take over how far the epoch was, how small its parts, and the random numbers' states."""
        run.step.micro_batches = int(checkpoint.facts.get("micro_batches", run.step.micro_batches))
        if checkpoint.position.steps_done:
            meter.go_on_from(checkpoint.position.steps_done, checkpoint.facts["sums"])
            states = checkpoint.tensors_of("random")
            generator.set_state(states["crops"])
            torch.set_rng_state(states["dropout"])

    def _save(self, run: _StageRun, position: Position, meter: EpochMeter, generator: torch.Generator) -> None:
        if not self._team.is_first:
            return
        facts = {"micro_batches": run.step.micro_batches, **run.state.facts()}
        tensors = run.state.tensors()
        if position.steps_done:
            facts["sums"] = dict(meter.sums)
            tensors |= {"random.crops": generator.get_state(), "random.dropout": torch.get_rng_state()}
        recipe = recipe_to_dict(self._recipe)
        save_checkpoint(
            self._checkpoint,
            Checkpoint(position=position, history=self._history, recipe=recipe, facts=facts, tensors=tensors),
        )
        write_history(self._folder, self._history)

    def _finished(self, run: _StageRun, epoch: int, meter: EpochMeter) -> EpochFinished:
        """Validate, and give the epoch its row in the history."""
        rate, losses = meter.crops_per_second, dict(meter.sums)
        self._team.average_statistics(self._learner)
        figures = self._figures(run) if self._team.is_first else {}
        row = {"stage": run.stage.name, "epoch": epoch + 1, **losses, **figures}
        self._history.append({**row, "crops_per_second": round(rate, 1)})
        return EpochFinished(
            stage=run.stage.name,
            epoch=epoch + 1,
            epochs=run.stage.epochs,
            losses=losses,
            crops_per_second=rate,
            validation=figures,
        )

    def _figures(self, run: _StageRun) -> dict[str, float]:
        average = run.state.average
        with average.in_place() if average is not None else nullcontext():
            figures = self._validate(self.model, run.stage.input_px)
            if run.state.best is not None:
                run.state.best.look_at(figures.get(CHOSEN_BY, math.nan))
            return figures
