"""A recipe: everything that decides what a training makes of its data."""

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from engine import paths
from engine.encoders.backbone_kind import BackboneKind, Weights
from engine.encoders.head_kind import HeadKind
from engine.errors import ConfigError, MissingPathError
from engine.losses.alignment_kind import AlignmentKind
from engine.losses.margin_kind import MarginKind
from engine.training.stage import LearningRates, LossWeights, OptimiserKind, ScheduleKind, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Augmentation:
    """How a training crop is varied; the flip is always on."""

    shift: float = 0.05  # share of the width and height
    zoom: float = 0.1  # ± share of the size
    gain: float = 0.15  # ± share of the brightness


class Precision(Enum):
    """What the image encoder computes in while it learns."""

    FULL = "full"  # float32
    MIXED = "mixed"  # on CUDA bfloat16 where it is fast, else float16; float32 on the CPU
    BF16 = "bf16"  # bfloat16, on the CPU too
    FP16 = "fp16"  # float16, on CUDA alone; the loss is scaled


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One training run; saved whole in the model's card."""

    name: str
    dataset: str
    backbone: BackboneKind
    weights: Weights
    backbone_weights: str = ""  # a torchvision state dict for a ResNet; empty looks among torchvision's downloads
    start: str = ""  # a model of the same backbone to start from, its name or folder, in place of `weights`
    stages: tuple[Stage, ...]
    input_px: tuple[int, int] = (192, 96)
    flip_average: bool = True
    dropout: float = 0.2
    seed: int = 1
    precision: Precision = Precision.FULL
    heads: HeadKind = HeadKind.LINEAR
    largest_rarity_weight: float = 8.0  # of a rare attribute in the recognition loss; 1 weighs all alike
    extra_data: bool = False  # learn from the pictures that the published split leaves out too
    augmentation: Augmentation = field(default_factory=Augmentation)

    @property
    def hides_groups(self) -> bool:
        """Whether a stage trains the category encoder on vectors of which groups are hidden."""
        return any(stage.losses.hidden_groups for stage in self.stages)

    def __post_init__(self) -> None:
        if self.largest_rarity_weight < 1:
            raise ConfigError("largest_rarity_weight", self.largest_rarity_weight, "must be at least 1")
        if not self.start and any(stage.losses.replay for stage in self.stages):
            raise ConfigError("replay", self.name, "must be 0 where `start` names no model to be held to")
        if not any(stage.epochs for stage in self.stages):
            raise ConfigError("stages", self.name, "must have a stage with an epoch or more")


def read_recipe(name_or_path: str, settings: Mapping[str, str] | None = None) -> Recipe:
    """Read a shipped recipe by name, or a recipe file, and apply `--set key=value` settings.

    Keys name a field by its path: "seed", "alignment.epochs", "alignment.losses.scale".

    Raises:
        MissingPathError: if there is no such recipe.
        ConfigError: if a field is unknown, missing or has a value that cannot work.
    """
    path = Path(name_or_path)
    if path.suffix != ".toml":
        path = paths.resources_dir() / "recipes" / f"{name_or_path}.toml"
    if not path.is_file():
        raise MissingPathError(path)
    try:
        fields = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError("recipe", str(path), f"is not a TOML file ({error})") from error
    for key, value in (settings or {}).items():
        _set(fields, key, value)
    return recipe_from_dict(fields)


def recipe_from_dict(fields: Mapping[str, Any]) -> Recipe:
    """Make a recipe of what a TOML file or a model's card says."""
    plain = dict(fields)
    try:
        plain["backbone"] = BackboneKind(plain["backbone"])
        plain["weights"] = Weights(plain["weights"])
        plain["precision"] = Precision(plain.get("precision", Precision.FULL))
        plain["heads"] = HeadKind(plain.get("heads", HeadKind.LINEAR))
        plain["input_px"] = tuple(plain["input_px"])
        plain["stages"] = tuple(_stage(stage) for stage in plain["stages"])
        plain["augmentation"] = Augmentation(**plain.get("augmentation", {}))
        return Recipe(**plain)
    except (KeyError, TypeError, ValueError) as error:
        raise ConfigError("recipe", fields.get("name", "?"), f"has a wrong field: {error}") from error


def recipe_to_dict(recipe: Recipe) -> dict[str, Any]:
    """Return the recipe as plain values; `recipe_from_dict` reads it back equal."""
    plain: dict[str, Any] = _plain(dataclasses.asdict(recipe))
    return plain


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a recipe is made of
    """Return the value with what an enum's member stands for in its place."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_plain(inner) for inner in value)
    return value.value if isinstance(value, Enum) else value


def _stage(fields: Mapping[str, Any]) -> Stage:
    plain = dict(fields)
    plain["learning_rates"] = LearningRates(**plain["learning_rates"])
    plain["input_px"] = tuple(plain.get("input_px", ()))
    plain["losses"] = _losses(plain["losses"])
    plain["optimiser"] = OptimiserKind(plain.get("optimiser", OptimiserKind.ADAMW))
    plain["schedule"] = ScheduleKind(plain.get("schedule", ScheduleKind.COSINE))
    return Stage(**plain)


def _losses(fields: Mapping[str, Any]) -> LossWeights:
    plain = dict(fields)
    plain["alignment_kind"] = AlignmentKind(plain.get("alignment_kind", AlignmentKind.MODALITY_ALIGNMENT))
    plain["margin_kind"] = MarginKind(plain.get("margin_kind", MarginKind.FULL))
    return LossWeights(**plain)


def _set(fields: dict[str, Any], key: str, text: str) -> None:
    *place, last = key.split(".")
    target: Any = fields
    for step in place:
        named = {stage["name"]: stage for stage in target.get("stages", [])} if isinstance(target, dict) else {}
        target = named.get(step) or (target.get(step) if isinstance(target, dict) else None)
        if target is None:
            raise ConfigError(key, text, f"names “{step}”, which the recipe does not have")
    try:
        target[last] = tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        target[last] = text
