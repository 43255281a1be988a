"""A training's plan on disk: written whole, read back equal, refused where it could lead elsewhere."""

import json
from dataclasses import replace

import pytest

from engine.datasets.dataset import DatasetKind
from engine.datasets.split_unit import SplitUnit
from engine.errors import ConfigError, TrainingError
from engine.training.plan import (
    PLAN_FILE,
    DataChoice,
    TrainingPlan,
    plan_in,
    read_outcome,
    read_plan,
    training_folder,
    trainings_of,
    write_outcome,
    write_plan,
)
from engine.training.preset import Preset, Start, preset_recipe


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("BOLO_HOME", str(tmp_path / "home"))


def plan_of(case, name="gate-1", at="2026-05-01T10:00:00+00:00"):
    recipe = preset_recipe(Preset.QUICK, Start.MODEL, DatasetKind.CASES, 40, model="peta-lite0")
    return TrainingPlan(
        name=name,
        case=case,
        data=DataChoice(kind=DatasetKind.CASES, places=(case, case.with_name("other.bolo")), split_by=SplitUnit.CAMERA),
        recipe=replace(recipe, name=name),
        preset=Preset.QUICK,
        compared_with="0123456789ab",
        ordered_at=at,
    )


def test_a_plan_is_read_back_equal(tmp_path):
    plan = plan_of(tmp_path / "gate.bolo")
    assert read_plan(write_plan(plan)) == plan


def test_a_name_is_taken_once(tmp_path):
    plan = plan_of(tmp_path / "gate.bolo")
    write_plan(plan)
    with pytest.raises(TrainingError, match="already"):
        write_plan(plan)


@pytest.mark.parametrize("name", ["", "../evil", "a/b", "a b", ".hidden", "-x"])
def test_a_name_that_leads_elsewhere_is_refused(name):
    with pytest.raises(ConfigError, match="name"):
        training_folder(name)


def test_the_trainings_of_a_case_are_listed_newest_first_and_broken_ones_left_out(tmp_path):
    case = tmp_path / "gate.bolo"
    for number, at in ((1, "2026-05-01T10:00:00+00:00"), (2, "2026-05-02T10:00:00+00:00")):
        write_plan(plan_of(case, f"gate-{number}", at))
    write_plan(plan_of(tmp_path / "other.bolo", "elsewhere"))
    broken = write_plan(plan_of(case, "broken"))
    (broken / PLAN_FILE).write_text("{", encoding="utf-8")
    assert [plan.name for plan in trainings_of(case)] == ["gate-2", "gate-1"]


@pytest.mark.parametrize("facts", [{}, {"format": 99}, {"format": 1, "name": "../x"}])
def test_a_plan_that_is_none_is_one_sentence(tmp_path, facts):
    folder = write_plan(plan_of(tmp_path / "gate.bolo"))
    (folder / PLAN_FILE).write_text(json.dumps(facts), encoding="utf-8")
    with pytest.raises(TrainingError, match="order it anew"):
        read_plan(folder)


def test_a_case_that_was_moved_takes_its_trainings_along(tmp_path):
    case, moved = tmp_path / "gate.bolo", tmp_path / "new" / "gate.bolo"
    plan = plan_in(plan_of(case), moved)
    assert plan.case == moved and plan.data.places[0] == moved


def test_the_training_of_another_case_is_refused(tmp_path):
    case = tmp_path / "gate.bolo"
    case.mkdir()
    with pytest.raises(TrainingError, match="open that one"):
        plan_in(plan_of(case), tmp_path / "other.bolo")


def test_what_came_of_a_training_is_read_back_and_a_broken_file_is_nothing(tmp_path):
    folder = write_plan(plan_of(tmp_path / "gate.bolo"))
    assert read_outcome(folder, "comparison.json") is None
    write_outcome(folder, "comparison.json", {"models": None})
    assert read_outcome(folder, "comparison.json") == {"models": None}
    (folder / "comparison.json").write_text("[", encoding="utf-8")
    assert read_outcome(folder, "comparison.json") is None
