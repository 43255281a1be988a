"""What the Train wizard has gathered so far: data, start, recipe, name; checked, and as a plan."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from app.training.recipe_fields import changed_recipe
from engine.datasets.dataset import DatasetKind
from engine.datasets.split_unit import SplitUnit
from engine.errors import ConfigError
from engine.training.plan import DataChoice, TrainingPlan, check_name
from engine.training.preset import Preset, Start, preset_recipe
from engine.training.recipe import Recipe, recipe_to_dict

UNITS: Mapping[DatasetKind, tuple[SplitUnit, ...]] = {
    DatasetKind.CASES: (SplitUnit.TRACK, SplitUnit.CAMERA),
    DatasetKind.CSV: (SplitUnit.PERSON, SplitUnit.TRACK, SplitUnit.CAMERA),
}
LONGEST_STEM = 50  # of a case's name in the name that is proposed
PUBLISHED = (DatasetKind.PETA, DatasetKind.MARKET1501, DatasetKind.PA100K)  # come with parts of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingChoice:
    """All that a training needs.

    Attributes:
        case: that is open.
        active: the id of the model that it is searched with.
        kind: of the data.
        cases: whose labels are learned from, where the data is labels of cases.
        folder: of any other data.
        split_by: what stays together.
        pictures: to learn from, as the audit counted them.
        start: what the training starts from.
        model: the name of the model to fine-tune.
        preset: how much time it may take.
        changes: fields of the recipe that were typed, by their path.
        name: of the new model.
        taken: names that models and trainings have already.
    """

    case: Path
    active: str
    kind: DatasetKind = DatasetKind.CASES
    cases: tuple[Path, ...] = ()
    folder: Path | None = None
    split_by: SplitUnit = SplitUnit.TRACK
    pictures: int = 0
    start: Start = Start.MODEL
    model: str = ""
    preset: Preset = Preset.QUICK
    changes: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    taken: frozenset[str] = frozenset()

    @property
    def data(self) -> DataChoice | None:
        """Return the data; None while none is chosen that is there."""
        if self.kind is DatasetKind.CASES:
            return DataChoice(kind=self.kind, places=self.cases, split_by=self.split_by) if self.cases else None
        if self.folder is None or not self.folder.is_dir():
            return None
        return DataChoice(kind=self.kind, places=(self.folder,), split_by=self.split_by)

    @property
    def base_recipe(self) -> Recipe:
        """Return the recipe before anything was typed."""
        made = preset_recipe(self.preset, self.start, self.kind, self.pictures, model=self.model)
        return replace(made, name=self.name or "new-model")

    def recipe(self) -> Recipe:
        """Return the recipe with what was typed.

        Raises:
            ConfigError: with the sentence of what is wrong.
        """
        return changed_recipe(self.base_recipe, self.changes)

    def check_name(self) -> None:
        """Refuse a name that cannot be had.

        Raises:
            ConfigError: with the remedy.
        """
        check_name(self.name)
        if self.name.casefold() in self.taken:
            raise ConfigError("name", self.name, "is taken by another model or training; choose another")

    def plan(self) -> TrainingPlan:
        """Return the plan; raises ConfigError while something is wrong or missing."""
        self.check_name()
        if self.data is None:
            raise ConfigError("places", (), "names no data; choose a case or a folder")
        return TrainingPlan(
            name=self.name,
            case=self.case,
            data=self.data,
            recipe=self.recipe(),
            preset=self.preset,
            compared_with=self.active,
            ordered_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )

    def audit_arguments(self) -> tuple[str, ...]:
        """Return the child's arguments to look into the data; the pictures of published sets are left shut."""
        options = ["--labels-only"] if self.kind in PUBLISHED else []
        return ("job", "audit-data", *options, *self._data_arguments())

    def estimate_arguments(self) -> tuple[str, ...]:
        """Return the child's arguments to measure a few steps; raises ConfigError while something is wrong."""
        recipe = json.dumps(recipe_to_dict(self.recipe()))
        return ("job", "estimate", "--recipe", recipe, *self._data_arguments())

    def _data_arguments(self) -> tuple[str, ...]:
        data = self.data
        if data is None:
            raise ConfigError("places", (), "names no data; choose a case or a folder")
        places = map(str, data.places)
        return ("--kind", data.kind.value, "--split-by", data.split_by.value, "--", *places)


def proposed_name(stem: str, taken: frozenset[str]) -> str:
    """Return a name for the new model, after the case, that nothing has yet; `taken` in small letters."""
    letters = "".join(letter if letter.isalnum() else "-" for letter in stem[:LONGEST_STEM].casefold()).strip("-")
    return next(name for number in range(1, 10_000) if (name := f"{letters or 'model'}-{number}") not in taken)
