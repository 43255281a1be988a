"""What a model from outside must be before it is taken in; nothing of it is run, and nothing of it is believed."""

from pathlib import Path
from typing import Any

import numpy as np
from safetensors import SafetensorError, safe_open

from engine import paths
from engine.errors import ModelError, ShapeError
from engine.registry.card import CARD_FILE, read_card
from engine.registry.known_categories import CATEGORIES_FILE
from engine.registry.query_model import QueryModel
from engine.registry.store import InstalledModel, check_weights
from engine.registry.weights import WEIGHTS_FILE

MOST_CARD_BYTES = 8 * 2**20
MOST_WEIGHT_BYTES = 2**31 - 2**20  # a zip archive's plain form holds them
MOST_BYTES = {CARD_FILE: MOST_CARD_BYTES, WEIGHTS_FILE: MOST_WEIGHT_BYTES, CATEGORIES_FILE: 2**29}
KINDS = ("F16", "F32", "BF16", "F64")


def check_outside(folder: Path) -> InstalledModel:
    """Return the model in a folder once all that can be checked without torch has been checked.

    Raises:
        ModelError: if the card or the weights are missing, damaged, too large, no model or not each other's.
    """
    for name in (CARD_FILE, WEIGHTS_FILE):
        _refuse_missing(folder / name)
    refuse_sizes(folder)
    installed = InstalledModel(folder=folder, card=read_card(folder))
    check_name(installed.name)
    check_weights(installed)
    check_numbers(installed)
    try:
        QueryModel.load(installed)  # reads the categories too
    except (ShapeError, IndexError, ValueError) as error:
        raise ModelError(f"The weights of {installed.name} do not fit its card; get the model again.") from error
    return installed


def refuse_sizes(folder: Path) -> None:
    """Refuse a folder in which a file of a model is larger than any model's; none is read.

    Raises:
        ModelError
    """
    for name, most in MOST_BYTES.items():
        file = folder / name
        if file.is_file() and file.stat().st_size > most:
            raise ModelError(f"{file} is larger than any model's ({most // 2**20} MiB); choose another file.")


def check_name(name: str) -> None:
    """Refuse a name that could not be a folder's.

    Raises:
        ModelError
    """
    if not paths.is_folder_name(name):
        raise ModelError(
            f"“{name}” cannot be a model's name; take up to 64 letters, digits, - and _, a letter or digit first."
        )


def check_numbers(installed: InstalledModel) -> None:
    """Refuse weights that are no safetensors file, or hold numbers that are none.

    Raises:
        ModelError
    """
    try:
        with safe_open(installed.weights, framework="numpy") as tensors:
            for name in tensors.keys():  # noqa: SIM118 - it is no mapping
                _refuse_numbers(installed.name, name, tensors)
    except (OSError, SafetensorError, ValueError, TypeError) as error:
        raise ModelError(
            f"The weights of {installed.name} are no whole safetensors file ({error}); get the model again."
        ) from error


def _refuse_numbers(model: str, name: str, tensors: Any) -> None:  # noqa: ANN401 - safetensors has no types
    kind = tensors.get_slice(name).get_dtype()
    if kind not in KINDS:
        raise ModelError(f"The weights of {model} hold {kind} numbers in {name}, which no model has; get it again.")
    if not np.isfinite(tensors.get_tensor(name)).all():
        raise ModelError(f"The weights of {model} hold numbers in {name} that are not finite; get the model again.")


def _refuse_missing(file: Path) -> None:
    if file.is_symlink() or not file.is_file():
        raise ModelError(f"The model {file.parent} has no {file.name}; choose a folder or file that Bolo has made.")
