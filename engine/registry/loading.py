"""Whole models, with torch: into memory and onto disk."""

from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file, save_file

from engine.device import best_device
from engine.encoders.backbone_kind import BackboneKind, Weights
from engine.encoders.head_kind import HeadKind
from engine.encoders.model import Model, Preprocessing
from engine.encoders.other_attributes import fitted_to
from engine.errors import ModelError
from engine.registry.card import ModelCard
from engine.registry.store import InstalledModel
from engine.registry.weights import WEIGHTS_FILE

COUNTER = "num_batches_tracked"  # of a batch norm; only training needs it


def load_model(installed: InstalledModel, device: torch.device | None = None) -> Model:
    """Load a model for embedding, in float32, in eval mode, with channels last.

    Raises:
        ModelError: if the weights are missing, damaged or not of this architecture.
    """
    model = model_of_card(installed.card)
    try:
        model.load_state_dict(_read_tensors(installed, model), strict=False)
    except (OSError, SafetensorError, RuntimeError) as error:
        raise ModelError(f"The weights {installed.weights} cannot be used ({error}); add the model again.") from error
    model.id = installed.card.model_id
    model.to(device or best_device())
    model.to(memory_format=torch.channels_last)
    model.eval()
    return model


def check_architecture(installed: InstalledModel) -> None:
    """Hold the names and shapes of the weights against what the card says that they are; reads no numbers.

    Raises:
        ModelError: if the card names a kind of model that there is not, or the weights are another's.
    """
    state = model_of_card(installed.card).state_dict()
    needed = {name: list(tensor.shape) for name, tensor in state.items() if not name.endswith(COUNTER)}
    try:
        with safe_open(installed.weights, framework="numpy") as tensors:
            given = {name: list(tensors.get_slice(name).get_shape()) for name in tensors.keys()}  # noqa: SIM118
    except (OSError, SafetensorError) as error:
        raise ModelError(f"The weights of {installed.name} cannot be read ({error}); get the model again.") from error
    for name in sorted(needed.keys() | given.keys()):
        if needed.get(name) != given.get(name):
            raise ModelError(
                f"The weights of {installed.name} do not fit its card: {name} is {_say_shape(given.get(name))} there, "
                f"and {_say_shape(needed.get(name))} by the card; get the model again."
            )


def fill_from(model: Model, installed: InstalledModel) -> None:
    """Give a model that is to be trained a stored model's weights, but for the calibration, which training outdates.

    Where the two know other attributes, each that both know keeps what was learned of it. A new one has a new head, and
    the category encoder does not read it yet, so that all embeddings are at first those of the stored model.

    Raises:
        ModelError: if the weights are missing, damaged or not of this backbone.
    """
    try:
        stored = model_of_card(installed.card)
        tensors = _read_tensors(installed, stored)
        kept = {name: tensor for name, tensor in tensors.items() if not name.startswith("calibration.")}
        if model.schema.attribute_ids != installed.card.schema.attribute_ids:
            kept = fitted_to(model, kept, stored)
        else:
            _check_complete(model, set(tensors))
        model.load_state_dict(kept, strict=False)
    except (OSError, SafetensorError, RuntimeError) as error:
        raise ModelError(
            f"The weights {installed.weights} cannot be started from ({error}); choose a model with the recipe's "
            "backbone and heads."
        ) from error


def model_of_card(card: ModelCard) -> Model:
    """Make a model of the card's architecture with random weights.

    Raises:
        ModelError: if the card names a backbone or heads that there are not.
    """
    try:
        backbone, heads = BackboneKind(card.backbone), HeadKind(card.heads)
    except ValueError as error:
        raise ModelError(
            f"The model {card.name} is of a kind unknown here ({error}); update Bolo to use it."
        ) from error
    preprocessing = Preprocessing(input_px=card.input_px, flip_average=card.flip_average)
    return Model(
        card.schema,
        backbone,
        preprocessing,
        weights=Weights.RANDOM,
        dropout=0.0,
        heads=heads,
        hides_groups=card.hides_groups,
    )


def save_weights(model: Model, folder: Path) -> Path:
    """Write the weights in half precision; batch counters are left out. Return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {
        name: tensor.detach().cpu().half().contiguous()
        for name, tensor in model.state_dict().items()
        if not name.endswith(COUNTER)
    }
    path = folder / WEIGHTS_FILE
    save_file(tensors, path)
    return path


def _read_tensors(installed: InstalledModel, model: Model) -> dict[str, torch.Tensor]:
    """Return the weights in float32, all that the model needs and no others."""
    tensors = {name: tensor.float() for name, tensor in load_file(installed.weights).items()}
    _check_complete(model, set(tensors))
    return tensors


def _check_complete(model: Model, given: set[str]) -> None:
    needed = {name for name in model.state_dict() if not name.endswith(COUNTER)}
    if needed != given:
        odd = sorted(needed ^ given)[0]
        raise RuntimeError(f"{odd} is missing or does not belong there")


def _say_shape(shape: list[int] | None) -> str:
    return "missing" if shape is None else " × ".join(map(str, shape)) or "a number"
