"""Every field of a recipe as text that can be typed, and what was typed as a recipe again."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from engine.encoders.backbone_kind import BackboneKind, Weights
from engine.encoders.head_kind import HeadKind
from engine.errors import ConfigError
from engine.losses.alignment_kind import AlignmentKind
from engine.losses.margin_kind import MarginKind
from engine.training.recipe import Precision, Recipe, recipe_from_dict, recipe_to_dict
from engine.training.stage import OptimiserKind, ScheduleKind

LEFT_OUT = frozenset({"name", "dataset", "start"})  # which the other pages ask for
_ENUMS: Mapping[str, type[Enum]] = {
    "backbone": BackboneKind,
    "weights": Weights,
    "precision": Precision,
    "heads": HeadKind,
    "optimiser": OptimiserKind,
    "schedule": ScheduleKind,
    "alignment_kind": AlignmentKind,
    "margin_kind": MarginKind,
}
_RATES = "learning_rates"  # "heads" is a number there


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipeField:
    """One field.

    Attributes:
        path: as `bolo train --set` names it: "seed", "alignment.losses.scale".
        section: what it stands under: "" for the recipe itself, else the stage's name or "augmentation".
        value: as it stands in the recipe.
    """

    path: str
    section: str
    value: Any

    @property
    def text(self) -> str:
        """Return the value as it is typed."""
        return _text(self.value)

    @property
    def choices(self) -> tuple[str, ...]:
        """Return what the field may be; () where it is a number or free text."""
        *above, last = self.path.split(".")
        if last not in _ENUMS or above[-1:] == [_RATES]:
            return ("true", "false") if isinstance(self.value, bool) else ()
        return tuple(member.value for member in _ENUMS[last])


def recipe_fields(recipe: Recipe) -> Iterator[RecipeField]:
    """Yield the fields of a recipe, its own first, then those of its stages in their order."""
    facts = recipe_to_dict(recipe)
    for name, value in facts.items():
        if name not in LEFT_OUT and name not in ("stages", "augmentation"):
            yield RecipeField(path=name, section="", value=value)
    for name, value in facts["augmentation"].items():
        yield RecipeField(path=f"augmentation.{name}", section="augmentation", value=value)
    for stage in facts["stages"]:
        yield from _stage_fields(stage)


def changed_recipe(recipe: Recipe, changes: Mapping[str, str]) -> Recipe:
    """Return the recipe with what was typed.

    Raises:
        ConfigError: if a field cannot be what was typed.
    """
    if not changes:
        return recipe
    facts = recipe_to_dict(recipe)
    known = {field.path: field for field in recipe_fields(recipe)}
    for path, text in changes.items():
        if path in known:  # of a stage that another preset has
            _put(facts, path, _value(known[path], text))
    return recipe_from_dict(facts)


def _stage_fields(stage: Mapping[str, Any]) -> Iterator[RecipeField]:
    section = stage["name"]
    for name, value in stage.items():
        if name == "name":
            continue
        if isinstance(value, dict):
            for inner, number in value.items():
                yield RecipeField(path=f"{section}.{name}.{inner}", section=section, value=number)
        else:
            yield RecipeField(path=f"{section}.{name}", section=section, value=value)


def _put(facts: dict[str, Any], path: str, value: object) -> None:
    *above, last = path.split(".")
    target: Any = facts
    for step in above:
        stages = {stage["name"]: stage for stage in target.get("stages", ())}
        target = stages.get(step) or target[step]
    target[last] = value


def _value(field: RecipeField, text: str) -> object:
    """Return what was typed, as what the field holds."""
    typed = text.strip()
    if field.choices:
        if typed not in field.choices:
            raise ConfigError(field.path, typed, f"must be one of {', '.join(field.choices)}")
        return typed == "true" if isinstance(field.value, bool) else typed
    if isinstance(field.value, str):
        return typed
    try:
        read = tomllib.loads(f"value = {typed}")["value"]
    except tomllib.TOMLDecodeError:
        read = None
    if isinstance(field.value, (list, tuple)):
        return _sizes(field, typed, read)
    is_number = isinstance(read, (int, float)) and not isinstance(read, bool)
    if isinstance(field.value, float):
        if not is_number:
            raise ConfigError(field.path, typed, "must be a number, as 0.5 or 1e-4")
        return float(read)
    if not is_number or not isinstance(read, int):
        raise ConfigError(field.path, typed, "must be a whole number")
    return read


def _sizes(field: RecipeField, typed: str, read: object) -> list[int]:
    if not typed and not field.value:
        return []
    is_pair = isinstance(read, list) and len(read) in (0, 2) and all(type(side) is int for side in read)
    if not is_pair or not isinstance(read, list):
        raise ConfigError(field.path, typed, "must be a height and a width, as [192, 96]")
    return read


def _text(value: Any) -> str:  # noqa: ANN401 - whatever a recipe holds
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(str, value))}]"
    return f"{value:g}" if isinstance(value, float) else str(value)
