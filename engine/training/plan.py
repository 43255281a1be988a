"""What a training is to do, kept on disk from when it is ordered, so that it goes on whatever was closed since."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from engine import paths
from engine.datasets.dataset import DatasetKind
from engine.datasets.split_unit import SplitUnit
from engine.errors import ConfigError, TrainingError
from engine.training.preset import Preset
from engine.training.recipe import Recipe, recipe_from_dict, recipe_to_dict
from engine.whole_file import whole_file

PLAN_FILE = "plan.json"
PARTS_FILE = "parts.json"
COMPARISON_FILE = "comparison.json"
MODEL_FILE = "model.json"  # until the comparison is written, which holds the same
DECISION_FILE = "decision.json"
FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DataChoice:
    """The labelled data of a training.

    Attributes:
        kind: what it is.
        places: cases, or the one folder of any other kind.
        split_by: what stays together where the labels do not say which part a picture belongs to.
    """

    kind: DatasetKind
    places: tuple[Path, ...]
    split_by: SplitUnit = SplitUnit.TRACK

    def __post_init__(self) -> None:
        if not self.places:
            raise ConfigError("places", (), "names no data; choose a case or a folder")
        if self.kind is not DatasetKind.CASES and len(self.places) > 1:
            raise ConfigError("places", str(self.places[1]), "is a folder too many; choose one")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPlan:
    """One training.

    Attributes:
        name: of the model that it makes, and of its folder.
        case: in which it was ordered.
        data: what it learns from.
        recipe: what it learns by; named as the training is.
        preset: what the recipe was made of.
        compared_with: the id of the model that the case was searched with; nothing where there was none.
        ordered_at: ISO 8601, UTC.
    """

    name: str
    case: Path
    data: DataChoice
    recipe: Recipe
    preset: Preset
    compared_with: str
    ordered_at: str

    def __post_init__(self) -> None:
        check_name(self.name)
        if self.recipe.name != self.name:
            raise ConfigError("name", self.recipe.name, f"must be the training's, {self.name}")


def check_name(name: str) -> None:
    """Refuse what could not name a model and its folder.

    Raises:
        ConfigError: with the remedy.
    """
    if not paths.is_folder_name(name):
        raise ConfigError(
            "name", name, "must begin with a letter or digit; up to 63 letters, digits, - and _ can follow"
        )


def training_folder(name: str) -> Path:
    """Return the folder of a training.

    Raises:
        ConfigError: if the name could lead elsewhere.
    """
    check_name(name)
    return paths.user_trainings_dir() / name


def write_plan(plan: TrainingPlan) -> Path:
    """Keep a plan in a folder of its own, whole or not at all; return the folder.

    Raises:
        TrainingError: if there is a training of that name.
        OSError: if it cannot be written.
    """
    folder = training_folder(plan.name)
    if folder.exists():
        raise TrainingError(f"There is a training “{plan.name}” already; give the new model another name.")
    draft = folder.with_name(f".{plan.name}.{os.getpid()}.making")
    draft.mkdir(parents=True, exist_ok=True)
    (draft / PLAN_FILE).write_text(json.dumps(_to_dict(plan), indent=1), encoding="utf-8")
    draft.rename(folder)
    return folder


def read_plan(folder: Path) -> TrainingPlan:
    """Read the plan of a training's folder.

    Raises:
        TrainingError: if there is none, or it is damaged.
    """
    try:
        return _from_dict(json.loads((folder / PLAN_FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ConfigError) as error:
        raise TrainingError(
            f"The training {folder.name} has no plan that can be read ({error}); order it anew."
        ) from error


def plan_in(plan: TrainingPlan, case: Path) -> TrainingPlan:
    """Return the plan for where its case lies now.

    Raises:
        TrainingError: if it is another case's.
    """
    if plan.case == case:
        return plan
    if plan.case.exists():
        raise TrainingError(f"The training “{plan.name}” is of the case {plan.case}; open that one to go on with it.")
    places = tuple(case if place == plan.case else place for place in plan.data.places)
    return replace(plan, case=case, data=replace(plan.data, places=places))


def trainings_of(case: Path) -> Iterator[TrainingPlan]:
    """Yield the trainings that were ordered in a case and can be read, the newest first."""
    root = paths.user_trainings_dir()
    plans = []
    for folder in sorted(root.iterdir()) if root.is_dir() else ():
        if not folder.name.startswith(".") and (folder / PLAN_FILE).is_file():
            try:
                plans.append(read_plan(folder))
            except TrainingError:
                continue  # of a newer version, or damaged: it is not offered
    yield from sorted((plan for plan in plans if plan.case == case), key=lambda plan: plan.ordered_at, reverse=True)


def write_outcome(folder: Path, file: str, facts: dict[str, Any]) -> None:
    """Write what came of a training beside its plan, whole or not at all.

    Raises:
        OSError: if it cannot be written.
    """
    with whole_file(folder / file) as draft:
        draft.write_text(json.dumps(facts, indent=1), encoding="utf-8")


def read_outcome(folder: Path, file: str) -> dict[str, Any] | None:
    """Return what came of a training; None where nothing did yet, or it cannot be read."""
    try:
        facts = json.loads((folder / file).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return facts if isinstance(facts, dict) else None


def read_made(folder: Path) -> dict[str, Any]:
    """Return what a training has noted of its model: "model_id" and "was_there", once it has one."""
    return read_outcome(folder, COMPARISON_FILE) or read_outcome(folder, MODEL_FILE) or {}


def _to_dict(plan: TrainingPlan) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "name": plan.name,
        "case": str(plan.case),
        "kind": plan.data.kind.value,
        "places": [str(place) for place in plan.data.places],
        "split_by": plan.data.split_by.value,
        "recipe": recipe_to_dict(plan.recipe),
        "preset": plan.preset.value,
        "compared_with": plan.compared_with,
        "ordered_at": plan.ordered_at,
    }


def _from_dict(facts: dict[str, Any]) -> TrainingPlan:
    if facts["format"] > FORMAT:
        raise ValueError("a newer version of Bolo wrote it")
    return TrainingPlan(
        name=facts["name"],
        case=Path(facts["case"]),
        data=DataChoice(
            kind=DatasetKind(facts["kind"]),
            places=tuple(map(Path, facts["places"])),
            split_by=SplitUnit(facts["split_by"]),
        ),
        recipe=recipe_from_dict(facts["recipe"]),
        preset=Preset(facts["preset"]),
        compared_with=str(facts["compared_with"]),
        ordered_at=str(facts["ordered_at"]),
    )
