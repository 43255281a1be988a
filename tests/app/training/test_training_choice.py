"""What the wizard gathers, checked without a window."""

import json
from dataclasses import replace

import pytest

from app.training.recipe_fields import changed_recipe, recipe_fields
from app.training.training_choice import TrainingChoice, proposed_name
from engine.datasets.dataset import DatasetKind
from engine.datasets.split_unit import SplitUnit
from engine.errors import ConfigError
from engine.training.plan import check_name
from engine.training.preset import Preset, Start
from engine.training.recipe import recipe_from_dict


@pytest.fixture
def choice(tmp_path):
    case = tmp_path / "gate.bolo"
    return TrainingChoice(case=case, active="abc", cases=(case,), pictures=40, model="peta-lite0", name="gate-1")


def test_the_plan_holds_all_that_was_chosen(choice):
    plan = choice.plan()
    assert (plan.name, plan.case, plan.preset, plan.compared_with) == ("gate-1", choice.case, Preset.QUICK, "abc")
    assert plan.data.kind is DatasetKind.CASES and plan.data.places == (choice.case,)
    assert (plan.recipe.name, plan.recipe.start, plan.recipe.dataset) == ("gate-1", "peta-lite0", "cases")


def test_the_child_is_asked_about_the_same_data(choice):
    assert choice.audit_arguments() == (
        "job",
        "audit-data",
        "--kind",
        "cases",
        "--split-by",
        "track",
        "--",
        str(choice.case),
    )
    arguments = choice.estimate_arguments()
    recipe = recipe_from_dict(json.loads(arguments[arguments.index("--recipe") + 1]))
    assert recipe == choice.recipe()


def test_the_pictures_of_published_data_are_left_shut(choice, tmp_path):
    there = replace(choice, kind=DatasetKind.PETA, folder=tmp_path, split_by=SplitUnit.PERSON)
    assert "--labels-only" in there.audit_arguments()


def test_without_data_there_is_no_plan(choice, tmp_path):
    assert replace(choice, cases=()).data is None
    assert replace(choice, kind=DatasetKind.CSV, folder=tmp_path / "gone").data is None
    with pytest.raises(ConfigError, match="names no data"):
        replace(choice, cases=()).plan()


@pytest.mark.parametrize(("name", "words"), [("", "must begin"), ("a b", "must begin"), ("old", "is taken")])
def test_a_name_that_cannot_be_had_is_said(choice, name, words):
    with pytest.raises(ConfigError, match=words):
        replace(choice, name=name, taken=frozenset({"old"})).check_name()


def test_a_name_is_proposed_that_nothing_has():
    assert proposed_name("Gate 2", frozenset({"gate-2-1"})) == "gate-2-2"
    assert proposed_name("…", frozenset()) == "model-1"


def test_every_field_of_a_recipe_can_be_typed_as_it_stands(choice):
    recipe = choice.recipe()
    fields = list(recipe_fields(recipe))
    assert changed_recipe(recipe, {field.path: field.text for field in fields}) == recipe
    assert {"seed", "augmentation.zoom", "fine-tuning.epochs", "fine-tuning.losses.scale"} <= {
        field.path for field in fields
    }


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("seed", "two", "must be a whole number"),
        ("seed", "2.5", "must be a whole number"),
        ("dropout", "much", "must be a number"),
        ("flip_average", "perhaps", "must be one of true, false"),
        ("fine-tuning.optimiser", "adam", "must be one of adamw, sgd"),
        ("input_px", "[192]", "must be a height and a width"),
        ("fine-tuning.warmup", "1.5", "must be at least 0 and below 1"),
        ("fine-tuning.batch_size", "1", "must be at least 2"),
        ("fine-tuning.losses.recognition", "-1", "must be at least 0"),
    ],
)
def test_what_cannot_work_is_one_sentence_that_names_the_field(choice, path, text, words):
    with pytest.raises(ConfigError, match=words) as caught:
        changed_recipe(choice.recipe(), {path: text})
    assert path.rpartition(".")[2] in str(caught.value)


def test_what_was_typed_for_a_stage_that_is_gone_is_passed_over(choice):
    typed = replace(choice, changes={"fine-tuning.epochs": "3", "seed": "5"}, start=Start.IMAGENET)
    assert typed.recipe().seed == 5


def test_a_proposed_name_can_be_had_however_long_the_case_is_called():
    check_name(proposed_name("a" * 200, frozenset()))
    with pytest.raises(ConfigError, match="63"):
        check_name("a" * 65)


def test_a_name_is_taken_in_capitals_too(choice):
    with pytest.raises(ConfigError, match="is taken"):
        replace(choice, name="Gate-1", taken=frozenset({"gate-1"})).check_name()
