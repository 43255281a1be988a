"""Checkpoints: where a training stands, as tensors and JSON, never a pickle."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.optim import Optimizer

from engine.errors import WeightsError

TENSORS = "tensors.safetensors"
STATE = "state.json"


@dataclass(frozen=True, slots=True)
class Position:
    """How far a training is: this many epochs of this stage are done."""

    stage: int
    epochs_done: int


def save_checkpoint(
    folder: Path, position: Position, network: nn.Module, optimizer: Optimizer, history: list[dict[str, Any]]
) -> None:
    """Write a checkpoint; the one before stays until this one is whole."""
    partial = folder.with_name(folder.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    save_file(_tensors(network, optimizer), partial / TENSORS)
    state = {"stage": position.stage, "epochs_done": position.epochs_done, "history": history}
    (partial / STATE).write_text(json.dumps(state), encoding="utf-8")
    previous = folder.with_name(folder.name + ".previous")
    shutil.rmtree(previous, ignore_errors=True)
    if folder.exists():
        folder.rename(previous)
    partial.rename(folder)


def find_checkpoint(folder: Path) -> Path | None:
    """Return the newest whole checkpoint of this name, or None."""
    for candidate in (folder, folder.with_name(folder.name + ".previous")):
        if (candidate / STATE).is_file() and (candidate / TENSORS).is_file():
            return candidate
    return None


def read_position(folder: Path) -> tuple[Position, list[dict[str, Any]]]:
    """Return how far the checkpoint is, and the history until there.

    Raises:
        WeightsError: if the checkpoint is damaged.
    """
    try:
        state = json.loads((folder / STATE).read_text(encoding="utf-8"))
        return Position(int(state["stage"]), int(state["epochs_done"])), list(state["history"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WeightsError(folder, f"the checkpoint is damaged ({error}); train again without --resume.") from error


def load_checkpoint(folder: Path, network: nn.Module, optimizer: Optimizer) -> None:
    """Put a checkpoint's tensors into the network and the optimizer, which must be of the same recipe.

    Raises:
        WeightsError: if they do not fit or the file is damaged.
    """
    try:
        tensors = load_file(folder / TENSORS)
        network.load_state_dict(_with_prefix(tensors, "network."))
        state = optimizer.state_dict()
        state["state"] = _nested(_with_prefix(tensors, "optimizer."))
        optimizer.load_state_dict(state)
    except (OSError, SafetensorError, RuntimeError, ValueError, KeyError) as error:
        raise WeightsError(folder, f"the checkpoint does not fit this recipe ({error}).") from error


def load_network(folder: Path, network: nn.Module) -> None:
    """Put a checkpoint's weights alone into the network."""
    try:
        network.load_state_dict(_with_prefix(load_file(folder / TENSORS), "network."))
    except (OSError, SafetensorError, RuntimeError) as error:
        raise WeightsError(folder, f"the checkpoint does not fit this recipe ({error}).") from error


def _tensors(network: nn.Module, optimizer: Optimizer) -> dict[str, Tensor]:
    tensors = {f"network.{name}": value.detach().cpu().contiguous() for name, value in network.state_dict().items()}
    for number, values in optimizer.state_dict()["state"].items():
        for name, value in values.items():
            tensors[f"optimizer.{number}.{name}"] = torch.as_tensor(value).detach().cpu().contiguous()
    return tensors


def _with_prefix(tensors: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {name.removeprefix(prefix): value for name, value in tensors.items() if name.startswith(prefix)}


def _nested(tensors: dict[str, Tensor]) -> dict[int, dict[str, Tensor]]:
    nested: dict[int, dict[str, Tensor]] = {}
    for name, value in tensors.items():
        number, _, key = name.partition(".")
        nested.setdefault(int(number), {})[key] = value
    return nested
