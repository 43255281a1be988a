"""A recipe: everything that decides what a training makes of its data."""

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine import paths
from engine.encoders.backbone import BackboneKind, Weights
from engine.errors import ConfigError, MissingPathError


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningRates:
    """The highest learning rate of each part of the model; it warms up to there and falls as a cosine."""

    backbone: float
    image_mlp: float
    category_encoder: float
    heads: float
    margin_weights: float = 5e-3

    def __post_init__(self) -> None:
        for name, value in dataclasses.asdict(self).items():
            if value < 0:
                raise ConfigError(name, value, "must be at least 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class LossWeights:
    """What each loss counts for, and the constants in them (method.md §4)."""

    recognition: float
    alignment: float = 0.0
    semantic_margin: float = 0.0  # λ
    scale: float = 32.0  # σ
    angular_margin: float = 0.1  # γ
    temperature: float = 8.5  # τ, divides the weighted distance of two categories


@dataclass(frozen=True, slots=True, kw_only=True)
class Augmentation:
    """How a training crop is varied; the flip is always on."""

    shift: float = 0.05  # share of the width and height
    zoom: float = 0.1  # ± share of the size
    gain: float = 0.15  # ± share of the brightness


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of a training: AdamW, linear warm-up, cosine to zero."""

    name: str
    epochs: int
    batch_size: int
    learning_rates: LearningRates
    losses: LossWeights
    weight_decay: float = 0.01
    warmup: float = 0.15  # share of the steps
    clip_norm: float = 5.0
    rendered_crops: int = 0  # mixed in for the recognition loss alone

    def __post_init__(self) -> None:
        if self.epochs < 1:
            raise ConfigError("epochs", self.epochs, "must be at least 1")
        if self.batch_size < 2:
            raise ConfigError("batch_size", self.batch_size, "must be at least 2")
        if not 0 <= self.warmup < 1:
            raise ConfigError("warmup", self.warmup, "must be at least 0 and below 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One training run; saved whole in the model's card."""

    name: str
    dataset: str
    backbone: BackboneKind
    weights: Weights
    backbone_weights: str = ""  # a torchvision state dict for a ResNet; empty looks among torchvision's downloads
    stages: tuple[Stage, ...]
    input_px: tuple[int, int] = (192, 96)
    flip_average: bool = True
    dropout: float = 0.2
    seed: int = 1
    augmentation: Augmentation = field(default_factory=Augmentation)


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
        plain["input_px"] = tuple(plain["input_px"])
        plain["stages"] = tuple(_stage(stage) for stage in plain["stages"])
        plain["augmentation"] = Augmentation(**plain.get("augmentation", {}))
        return Recipe(**plain)
    except (KeyError, TypeError, ValueError) as error:
        raise ConfigError("recipe", fields.get("name", "?"), f"has a wrong field: {error}") from error


def recipe_to_dict(recipe: Recipe) -> dict[str, Any]:
    """Return the recipe as plain values; `recipe_from_dict` reads it back equal."""
    plain = dataclasses.asdict(recipe)
    return {**plain, "backbone": recipe.backbone.value, "weights": recipe.weights.value}


def _stage(fields: Mapping[str, Any]) -> Stage:
    plain = dict(fields)
    plain["learning_rates"] = LearningRates(**plain["learning_rates"])
    plain["losses"] = LossWeights(**plain["losses"])
    return Stage(**plain)


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
