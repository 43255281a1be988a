"""Weights of torchvision's COCO detectors, from a file that the user names; which of them it is, is seen in the file.

torchvision's own files carry the first eight digits of their SHA-256 in their names: a file that is named so must have
them. More of the hash is not published; a file under another name is taken for what its tensors are.
"""

import pickle
import re
import warnings
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from engine.errors import MissingPathError, WeightsError
from engine.imaging.digest import sha256_of

MAX_BYTES = 1_000_000_000
DIGITS_IN_NAME = re.compile(r"-([0-9a-f]{8})\.(?:pth|safetensors)")
SMALL_INPUT_DIGITS = "907ea3f9"  # fasterrcnn_mobilenet_v3_large_320_fpn has the tensors of the one for large inputs
OTHER_FILE = (
    "use torchvision's fasterrcnn_resnet50_fpn_v2, fasterrcnn_mobilenet_v3_large_fpn or ssdlite320_mobilenet_v3"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectorWeights:
    """Tensors, and the name of torchvision's maker of the network that they fit."""

    architecture: str
    tensors: dict[str, Tensor]


# A tensor that only this network has.
_MARKS = {
    "head.classification_head.module_list.0.0.0.weight": "ssdlite320_mobilenet_v3_large",
    "backbone.body.layer1.0.conv1.weight": "fasterrcnn_resnet50_fpn_v2",
    "backbone.body.0.0.weight": "fasterrcnn_mobilenet_v3_large_fpn",
}


def read_detector_weights(path: Path) -> DetectorWeights:
    """Return the weights in a file, a state dict as .pth or as safetensors; no code in it is run.

    Raises:
        MissingPathError: if there is no such file.
        WeightsError: if it is not what its name says, or holds no weights of a detector that is known here.
    """
    if not path.is_file():
        raise MissingPathError(path)
    if path.stat().st_size > MAX_BYTES:
        raise WeightsError(path, f"is too large for a detector; {OTHER_FILE}.")
    digits = _checked_digits(path)
    tensors = _tensors(path)
    for mark, architecture in _MARKS.items():
        if mark in tensors:
            small = "fasterrcnn_mobilenet_v3_large_320_fpn" if digits == SMALL_INPUT_DIGITS else architecture
            return DetectorWeights(architecture=small, tensors=tensors)
    raise WeightsError(path, f"holds no detector that Bolo knows; {OTHER_FILE}.")


def _checked_digits(path: Path) -> str:
    """Return the first eight digits of the file's hash, once it is seen that its name says no others."""
    digits = sha256_of(path)[:8]
    named = DIGITS_IN_NAME.search(path.name)
    if named is not None and named[1] != digits:
        raise WeightsError(path, "is not the file that its name says, or is cut off; fetch it again.")
    return digits


def _tensors(path: Path) -> dict[str, Tensor]:
    problem = "is no file of weights, or is cut off; fetch it again or choose another file."
    try:
        if path.suffix == ".safetensors":
            return load_file(path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about how the file was pickled; what cannot be read raises
            loaded = torch.load(path, map_location="cpu", weights_only=True)
    except OSError as error:
        raise WeightsError(path, f"cannot be read ({error.strerror}); check your rights to it.") from error
    except (SafetensorError, pickle.UnpicklingError, RuntimeError, EOFError, ValueError) as error:
        raise WeightsError(path, problem) from error
    if not isinstance(loaded, dict) or not all(isinstance(tensor, Tensor) for tensor in loaded.values()):
        raise WeightsError(path, problem)
    return dict(loaded)
