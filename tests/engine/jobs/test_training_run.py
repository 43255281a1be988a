"""A training as the window orders it, from its plan to the comparison, killed and gone on with."""

import csv
import shutil
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from engine.datasets.dataset import DatasetKind
from engine.datasets.read_dataset import read_dataset
from engine.datasets.split_unit import SplitUnit
from engine.errors import Cancelled, CaseError, DatasetError, ModelError, TrainingError
from engine.gallery.gallery import Gallery
from engine.jobs import train as training_job
from engine.jobs import training_run
from engine.jobs.train import TrainSpec, train
from engine.jobs.training_estimate import estimate_training
from engine.jobs.training_run import run_training
from engine.progress import Noted, Progress
from engine.registry.store import ModelStore
from engine.training.plan import (
    COMPARISON_FILE,
    DataChoice,
    TrainingPlan,
    read_outcome,
    read_plan,
    write_outcome,
    write_plan,
)
from engine.training.preset import Preset
from engine.training.recipe import read_recipe
from engine.training.training_lock import LOCK_FILE, training_lock
from tests.engine.jobs.small_recipe import TINY

SMALL = {
    "dataset": "csv",
    "input_px": "[32, 32]",
    "fine-tuning.epochs": "2",
    "fine-tuning.batch_size": "8",
    "fine-tuning.frozen_blocks": "0",
}
FIRST = TINY | {"name": "old"}


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("BOLO_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="module")
def labelled(tmp_path_factory):
    """Return a folder of 48 pictures of people; a bag is a bright lower half, a top red or blue."""
    folder = tmp_path_factory.mktemp("labelled") / "yard"
    folder.mkdir()
    generator = np.random.default_rng(3)
    rows = []
    for number in range(48):
        top, bag = ("red", "blue")[number % 2], number // 2 % 2
        pixels = np.clip(generator.normal(90, 20, (48, 24, 3)), 0, 255).astype(np.uint8)
        pixels[:24, :, 0 if top == "red" else 2] = 220
        pixels[24:] += np.uint8(80 * bag)
        Image.fromarray(pixels).save(folder / f"{number:02}.png")
        part = "train" if number < 24 else "validation" if number < 32 else "test"
        rows.append({"image": f"{number:02}.png", "split": part, "top": top, "bag": bag})
    with (folder / "labels.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return folder


@pytest.fixture(scope="module")
def old_model(labelled, tmp_path_factory):
    """Return the folder of a model to start from."""
    out = tmp_path_factory.mktemp("old")
    return train(TrainSpec(recipe=read_recipe("peta-lite0", FIRST), data=labelled, out=out), Progress()).model


@pytest.fixture
def store(tmp_path, old_model):
    made = ModelStore((tmp_path / "shipped", tmp_path / "home" / "models"))
    ModelStore((tmp_path / "shipped",)).add(old_model)
    return made


@pytest.fixture
def planned(tmp_path, labelled, store, old_model):
    """Return the folder of a training that was ordered in an empty case, and the case."""
    case = tmp_path / "yard.bolo"
    Gallery.create(case).close()
    plan = TrainingPlan(
        name="yard-1",
        case=case,
        data=DataChoice(kind=DatasetKind.CSV, places=(labelled,), split_by=SplitUnit.PERSON),
        recipe=replace(read_recipe("fine-tune", SMALL | {"start": str(old_model)}), name="yard-1"),
        preset=Preset.QUICK,
        compared_with=store.get("old").card.model_id,
        ordered_at="2026-05-01T10:00:00+00:00",
    )
    return write_plan(plan), case


def test_two_at_once_at_one_training_are_refused_and_the_second_goes_on_once_the_first_has_gone(
    planned, store, monkeypatch
):
    folder, case = planned
    monkeypatch.setattr(training_run, "ENDING_S", 0.1)
    told = []
    with training_lock(folder), pytest.raises(TrainingError, match="another Bolo, or a run of it is still ending"):
        run_training(folder, store, Progress(told.append), case=case)
    assert told == [Noted(text="Waiting for a run of this training that is ending")]
    assert store.names() == ["old"]
    assert run_training(folder, store, Progress(), case=case).training == "yard-1"


def test_a_run_that_waits_for_another_makes_nothing_of_a_training_that_is_discarded_meanwhile(planned, store):
    folder, case = planned
    lock, asked = training_lock(folder), []

    def discards_at_the_second_look():
        asked.append(folder.exists())
        if len(asked) == 2:
            shutil.rmtree(folder)
            lock.release()
        return False

    lock.acquire()
    with pytest.raises(TrainingError, match="no plan"):
        run_training(folder, store, Progress(is_cancelled=discards_at_the_second_look), case=case)
    assert asked == [True, True] and not folder.exists()  # or nobody could give a training this name again


def test_what_was_left_of_a_discarded_training_goes_with_the_next_one(planned, store):
    folder, case = planned
    left = folder.with_name(".yard-0.7.removed")
    left.mkdir()
    with training_lock(folder), pytest.raises(Cancelled):
        run_training(folder, store, Progress(is_cancelled=lambda: True), case=case)
    assert not left.exists()


def test_a_training_becomes_a_model_and_a_comparison(planned, store):
    folder, case = planned
    summary = run_training(folder, store, Progress(), case=case)
    assert store.get("yard-1").card.model_id == summary.model_id
    found = read_outcome(folder, COMPARISON_FILE)
    models = found["models"]
    assert (found["old"], found["new"], models["pictures"]) == ("old", "yard-1", 16)
    assert [pair["name"] for pair in models["figures"]] == ["ma", "map", "rank1", "rank5"]
    for pair in models["figures"]:
        assert pair["low"] <= pair["new"] - pair["old"] <= pair["high"]
    assert [(pair["label"], pair["yes"], pair["no"]) for pair in models["attributes"]] == [
        ("Top: blue", 8, 8),
        ("Top: red", 8, 8),
        ("Bag", 8, 8),
    ]
    searches = found["searches"]
    assert (searches["crops"], searches["ranked"], searches["pairs"]) == (0, 0, [])
    left = {path.name for path in folder.iterdir()} - {LOCK_FILE}
    assert left == {"plan.json", "comparison.json", "history.csv"}  # nobody's pictures

    again = run_training(folder, store, Progress(), case=case)
    assert again == summary
    assert (found.pop("model_id"), found.pop("was_there")) == (summary.model_id, False)
    write_outcome(folder, COMPARISON_FILE, found)  # as an older version did
    assert run_training(folder, store, Progress(), case=case) == summary
    store.rename("yard-1", "gate")
    assert run_training(folder, store, Progress(), case=case) == replace(summary, model_id="")


def test_a_model_that_was_renamed_is_compared_and_not_trained_anew(planned, store, monkeypatch):
    folder, case = planned

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setattr(training_run, "compare_models", killed)
        with pytest.raises(KeyboardInterrupt):
            run_training(folder, store, Progress(), case=case)
    store.rename("yard-1", "gate")
    monkeypatch.setattr(training_run, "train", killed)
    summary = run_training(folder, store, Progress(), case=case)
    found = read_outcome(folder, COMPARISON_FILE)
    assert (found["new"], found["model_id"], found["was_there"]) == ("gate", summary.model_id, False)
    assert store.names() == ["old", "gate"]


def test_a_model_that_was_there_already_is_the_one_compared(planned, store):
    folder, case = planned
    plan = read_plan(folder)
    first = run_training(folder, store, Progress(), case=case)
    store.rename("yard-1", "gate")
    shutil.rmtree(folder)
    write_plan(plan)
    assert run_training(folder, store, Progress(), case=case) == first
    found = read_outcome(folder, COMPARISON_FILE)
    assert (found["new"], found["was_there"]) == ("gate", True)
    assert store.names() == ["old", "gate"]


def test_a_name_that_is_taken_by_now_is_said_before_hours_are_spent(planned, store, old_model, monkeypatch):
    folder, case = planned
    shutil.copytree(old_model, store.own_folder / "yard-1")
    monkeypatch.setattr(training_run, "train", lambda *_: pytest.fail("it was trained"))
    with pytest.raises(ModelError, match="There is a model “yard-1” already"):
        run_training(folder, store, Progress(), case=case)


def test_no_model_is_listed_before_it_is_whole_and_a_stopped_training_goes_on(planned, store, monkeypatch):
    folder, case = planned
    asked = [0]

    def is_cancelled():
        asked[0] += 1
        assert store.names() == ["old"]
        return asked[0] > 34

    with pytest.raises(Cancelled):
        run_training(folder, store, Progress(is_cancelled=is_cancelled), case=case)
    assert store.names() == ["old"]

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setattr(training_run, "compare_models", killed)
        with pytest.raises(KeyboardInterrupt):
            run_training(folder, store, Progress(), case=case)
    assert store.names() == ["old", "yard-1"] and read_outcome(folder, COMPARISON_FILE) is None
    run_training(folder, store, Progress(), case=case)
    assert read_outcome(folder, COMPARISON_FILE)["models"] is not None


def write_labels(folder, count):
    """Label the first pictures, without saying which part they belong to."""
    rows = (f"{n:02}.png,p{n},{('red', 'blue')[n % 2]},{n // 2 % 2}" for n in range(count))
    lines = ["image,identity,top,bag", *rows]
    (folder / "labels.csv").write_text("\n".join(lines), encoding="utf-8")


def picture_names(images):
    return [path.name for path in images.paths]


def test_who_is_held_out_stays_so_whatever_is_labelled_meanwhile(planned, store, labelled, tmp_path, monkeypatch):
    folder, case = planned
    yard = shutil.copytree(labelled, tmp_path / "yard")
    plan = read_plan(folder)
    shutil.rmtree(folder)
    write_plan(replace(plan, data=replace(plan.data, places=(yard,))))
    write_labels(yard, 36)
    learned, held_out = [], []
    training_data, compare_models = training_job.training_data, training_run.compare_models

    def learn(images, pixels):
        learned.append(picture_names(images))
        return training_data(images, pixels)

    def compare(old, new, images, progress):
        held_out.append(picture_names(images))
        return compare_models(old, new, images, progress)

    monkeypatch.setattr(training_job, "training_data", learn)
    monkeypatch.setattr(training_run, "compare_models", compare)
    first = read_dataset(yard, DatasetKind.CSV).split.parts
    with pytest.raises(Cancelled):
        run_training(folder, store, Progress(is_cancelled=lambda: bool(learned)), case=case)
    write_labels(yard, 48)
    run_training(folder, store, Progress(), case=case)
    assert learned == [picture_names(first["train"])] * 2
    assert held_out == [picture_names(first["test"])]
    assert not set(held_out[0]) & set(learned[1])


def test_labels_that_did_not_suffice_can_be_added_to(planned, store, labelled, tmp_path):
    folder, case = planned
    yard = shutil.copytree(labelled, tmp_path / "yard")
    plan = read_plan(folder)
    shutil.rmtree(folder)
    write_plan(replace(plan, data=replace(plan.data, places=(yard,))))
    write_labels(yard, 4)
    with pytest.raises(DatasetError, match="label more people"):
        run_training(folder, store, Progress(), case=case)
    write_labels(yard, 48)
    assert run_training(folder, store, Progress(), case=case).training == "yard-1"


def test_parts_that_were_damaged_are_not_drawn_anew(planned, store):
    folder, case = planned
    (folder / "parts.json").write_text("{}", encoding="utf-8")
    with pytest.raises(TrainingError, match="train anew"):
        run_training(folder, store, Progress(), case=case)


def test_a_picture_that_cannot_be_read_costs_the_figures_and_not_the_training(planned, store, labelled, tmp_path):
    folder, case = planned
    yard = shutil.copytree(labelled, tmp_path / "yard")
    plan = read_plan(folder)
    shutil.rmtree(folder)
    write_plan(replace(plan, data=replace(plan.data, places=(yard,))))
    whole = (yard / "47.png").read_bytes()
    (yard / "47.png").write_bytes(whole[: len(whole) // 2])
    summary = run_training(folder, store, Progress(), case=case)
    found = read_outcome(folder, COMPARISON_FILE)
    assert store.get("yard-1").card.model_id == summary.model_id
    assert "47.png" in found["problem"] and found["models"] is None and found["searches"] is not None


def test_a_case_without_a_model_has_none_to_compare_with(planned, store):
    folder, case = planned
    plan = read_plan(folder)
    shutil.rmtree(folder)
    write_plan(replace(plan, compared_with=""))
    summary = run_training(folder, store, Progress(), case=case)
    found = read_outcome(folder, COMPARISON_FILE)
    assert (found["problem"], found["model_id"]) == ("The case had no model to compare with.", summary.model_id)


def test_searches_that_cannot_be_compared_are_said(planned, store, monkeypatch):
    folder, case = planned

    def fails(*_):
        raise CaseError(case, "the disk went away.")

    monkeypatch.setattr(training_run, "compare_searches", fails)
    told = []
    run_training(folder, store, Progress(told.append), case=case)
    found = read_outcome(folder, COMPARISON_FILE)
    assert found["models"] is not None and found["searches"] is None
    assert found["problem"] == f"The saved searches could not be compared: {case}: the disk went away."
    assert found["problem"] in [event.text for event in told if isinstance(event, Noted)]


def test_the_training_of_another_case_is_refused(planned, store, tmp_path):
    with pytest.raises(TrainingError, match="open that one"):
        run_training(planned[0], store, Progress(), case=tmp_path / "other.bolo")


def test_an_estimate_takes_a_few_steps_and_keeps_nothing(labelled, old_model, tmp_path):
    recipe = read_recipe("fine-tune", SMALL | {"start": str(old_model)})
    data = DataChoice(kind=DatasetKind.CSV, places=(labelled,), split_by=SplitUnit.PERSON)
    found = estimate_training(recipe, data, Progress())
    assert found.steps == 2 * 3  # epochs, and batches of eight out of 24
    assert 0 < found.seconds < 60 and found.crops_per_second > 0
    assert not (tmp_path / "home" / "trainings").exists()


def test_an_estimate_refuses_data_that_does_not_suffice(tmp_path, labelled, old_model):
    folder = tmp_path / "three"
    folder.mkdir()
    lines = ["image,bag", *(f"{number:02}.png,{number % 2}" for number in range(3))]
    (folder / "labels.csv").write_text("\n".join(lines), encoding="utf-8")
    for number in range(3):
        (folder / f"{number:02}.png").write_bytes((labelled / f"{number:02}.png").read_bytes())
    recipe = read_recipe("fine-tune", SMALL | {"start": str(old_model)})
    data = DataChoice(kind=DatasetKind.CSV, places=(folder,), split_by=SplitUnit.PERSON)
    with pytest.raises(DatasetError, match="label more people"):
        estimate_training(recipe, data, Progress())
