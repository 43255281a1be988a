"""Checkpoints: where a training stands, as tensors and JSON, never a pickle."""

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor

from engine.errors import WeightsError

TENSORS = "tensors.safetensors"
STATE = "state.json"
TRAIN_AGAIN = "train again without --resume, or into another folder."


@dataclass(frozen=True, slots=True)
class Position:
    """How far a training is: so many epochs of this stage are done, and so many steps of the next."""

    stage: int
    epochs_done: int
    steps_done: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """Where a training stands.

    Attributes:
        position: how far it is.
        history: a row for each epoch that is done.
        recipe: as `recipe_to_dict` gives it; empty where an older version of Bolo wrote the checkpoint.
        facts: what else there is to know of the stage, as JSON has it.
        tensors: weights, the optimiser's state and the random numbers', by name.
    """

    position: Position
    history: list[dict[str, Any]]
    recipe: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    tensors: dict[str, Tensor] = field(default_factory=dict)

    def tensors_of(self, part: str) -> dict[str, Tensor]:
        """Return the tensors whose names begin with a part's name and a dot, without these."""
        prefix = f"{part}."
        return {name.removeprefix(prefix): value for name, value in self.tensors.items() if name.startswith(prefix)}


def with_part(part: str, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the tensors with a part's name before theirs, as a checkpoint holds them."""
    return {f"{part}.{name}": value for name, value in tensors.items()}


def save_checkpoint(folder: Path, checkpoint: Checkpoint) -> None:
    """Write a checkpoint; the one before stays until this one is whole."""
    partial = folder.with_name(folder.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    tensors = {name: value.detach().cpu().contiguous() for name, value in checkpoint.tensors.items()}
    save_file(tensors, partial / TENSORS)
    (partial / STATE).write_text(json.dumps(_state(checkpoint)), encoding="utf-8")
    if folder.exists():  # where a kill left none, the previous one is all there is
        previous = folder.with_name(folder.name + ".previous")
        shutil.rmtree(previous, ignore_errors=True)
        folder.rename(previous)
    partial.rename(folder)


def find_checkpoint(folder: Path) -> Path | None:
    """Return the newest whole checkpoint of this name, or None."""
    for candidate in (folder, folder.with_name(folder.name + ".previous")):
        if (candidate / STATE).is_file() and (candidate / TENSORS).is_file():
            return candidate
    return None


def read_checkpoint(folder: Path) -> Checkpoint:
    """Read a checkpoint.

    Raises:
        WeightsError: if it is damaged.
    """
    try:
        state = json.loads((folder / STATE).read_text(encoding="utf-8"))
        return Checkpoint(
            position=Position(int(state["stage"]), int(state["epochs_done"]), int(state.get("steps_done", 0))),
            history=list(state["history"]),
            recipe=dict(state.get("recipe", {})),
            facts=dict(state.get("facts", {})),
            tensors=load_file(folder / TENSORS),
        )
    except (OSError, SafetensorError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WeightsError(folder, f"the checkpoint is damaged ({error}); {TRAIN_AGAIN}") from error


def _state(checkpoint: Checkpoint) -> dict[str, Any]:
    position = checkpoint.position
    return {
        "stage": position.stage,
        "epochs_done": position.epochs_done,
        "steps_done": position.steps_done,
        "history": checkpoint.history,
        "recipe": checkpoint.recipe,
        "facts": checkpoint.facts,
    }
