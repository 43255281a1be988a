"""What is decided about a trained model, in a real window: carried out, or said and asked again."""

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from app.casebook.log_lines import read_lines
from app.jobs.job_desk import JobDesk
from app.jobs.job_order import JobKind
from app.jobs.job_state import JobStatus
from app.jobs.orders import activate_order, train_order
from app.training import known_trainings
from engine import paths
from engine.casework.recent import RecentCases
from engine.datasets.dataset import DatasetKind
from engine.gallery.gallery import Gallery
from engine.registry.store import default_store
from engine.search.active_model import activate_model
from engine.training.plan import (
    COMPARISON_FILE,
    DECISION_FILE,
    MODEL_FILE,
    DataChoice,
    TrainingPlan,
    read_outcome,
    write_outcome,
    write_plan,
)
from engine.training.preset import Preset
from engine.training.recipe import read_recipe
from engine.training.training_lock import training_lock
from tests.app.job_waiting import wait_for_job
from tests.app.training.test_training_dialog import BETTER, WORSE, comparison
from tests.engine.jobs.prepared_model import write_model

LEFT = Qt.MouseButton.LeftButton
WITHIN_MS = 60_000
NAME = "gate-1"


@pytest.fixture
def case(opened) -> Path:
    """Return the case that is open, the one recent case: those of other tests may be searched with the same model."""
    folder, recent = opened.case_view.opened.folder, RecentCases(paths.recent_cases_file())
    for other in recent.list():
        if other != folder:
            recent.forget(other)
    return folder


@pytest.fixture
def new_model(opened):
    """Return the model that a training made; it is called otherwise by now."""
    made = write_model(paths.user_models_dir() / "renamed-1", seed=11)
    yield made
    if "renamed-1" in default_store().names():
        default_store().remove("renamed-1")


@pytest.fixture
def training(case, installed_model, new_model):
    """Return the folder of a training of the open case that has been compared; it goes with the test."""
    plan = TrainingPlan(
        name=NAME,
        case=case,
        data=DataChoice(kind=DatasetKind.CASES, places=(case,)),
        recipe=replace(read_recipe("fine-tune", {}), name=NAME),
        preset=Preset.QUICK,
        compared_with=installed_model.card.model_id,
        ordered_at="2026-05-01T10:00:00+00:00",
    )
    folder = write_plan(plan)
    compare(folder, model_id=new_model.card.model_id, was_there=False)
    yield folder
    if folder.exists():
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


@pytest.fixture
def warned(monkeypatch):
    """Return what is said where there is no dialog to say it in."""
    said = []
    monkeypatch.setattr("app.training.decision_desk.QMessageBox.open", lambda box: said.append(box.text()))
    return said


def compare(folder, **facts):
    write_outcome(folder, COMPARISON_FILE, comparison(BETTER, is_worse=False) | facts)


def embed(case, model):
    with Gallery.open(case) as gallery:
        ids = gallery.crops_without_embedding(model.card.model_id)
        vectors = np.eye(8, dtype=np.float32)[np.arange(len(ids)) % 8]
        gallery.save_embeddings(model.card.model_id, ids, vectors, np.ones((len(ids), model.card.schema.size)))


def show(qtbot, window):
    """Show the training that waits, as the window does when one wants to train; return its view."""
    window.trainings.train()
    qtbot.waitUntil(lambda: window.trainings.dialog is not None, timeout=WITHIN_MS)
    dialog = window.trainings.dialog
    qtbot.waitUntil(dialog.decide_bar.isVisible, timeout=WITHIN_MS)
    return dialog


def decide(qtbot, window, button):
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: window.trainings.dialog is None, timeout=WITHIN_MS)


def decided(case):
    with Gallery.open(case, read_only=True) as gallery:
        return [json.loads(entry.facts) for entry in gallery.audit_entries() if entry.action == "training decided"]


def told(case):
    with Gallery.open(case, read_only=True) as gallery:
        return [line.told for line in read_lines(gallery, 0)]


def test_a_renamed_model_is_used_by_its_id(qtbot, opened, case, training, new_model):
    embed(case, new_model)
    dialog = show(qtbot, opened)
    decide(qtbot, opened, dialog.decide_bar.activate_button)
    assert opened.jobs.jobs[-1].order.title == "Switching to the model renamed-1"
    assert wait_for_job(qtbot, opened, JobKind.ACTIVATE)["model"] == "renamed-1"
    assert [(facts["decision"], facts["model_id"]) for facts in decided(case)] == [
        ("activate", new_model.card.model_id)
    ]


def test_a_discarded_model_goes_whatever_it_is_called(qtbot, opened, case, training, new_model):
    dialog = show(qtbot, opened)
    decide(qtbot, opened, dialog.decide_bar.discard_button)
    assert "renamed-1" not in default_store().names()
    assert not [job for job in opened.jobs.jobs if job.order.kind is JobKind.FORGET]  # it has said nothing here
    assert read_outcome(training, DECISION_FILE)["decision"] == "discard"


def test_a_model_is_discarded_with_a_reason_and_the_old_one_answers_on(qtbot, opened, case, training, new_model):
    compare(
        training,
        **comparison(BETTER, WORSE, is_worse=True),
        model_id=new_model.card.model_id,
        was_there=False,
    )
    embed(case, new_model)
    dialog = show(qtbot, opened)
    assert dialog.compare_view.attributes.rowCount() == 2
    bar = dialog.decide_bar
    assert "behind in at least one figure" in bar.sentence.text()
    qtbot.keyClicks(bar.reason_edit, "misses hats")
    decide(qtbot, opened, bar.discard_button)
    assert wait_for_job(qtbot, opened, JobKind.FORGET)["crops"] == 24

    assert "renamed-1" not in default_store().names()
    with Gallery.open(case, read_only=True) as gallery:
        assert list(gallery.counts().embedded.values()) == [24]  # the old model's
        assert not gallery.derived_files(new_model.card.model_id)
        lines = [(line.action_words, line.told) for line in read_lines(gallery, 0)]
    model_id = new_model.card.model_id
    removed = f"crops: 24, model_id: {model_id}, name: {model_id}"  # it has gone; the line before names it
    assert [(facts["model"], facts["model_id"]) for facts in decided(case)] == [("renamed-1", model_id)]
    assert lines[-2:] == [
        ("training decided", "gate-1: discarded: misses hats"),
        ("model's evaluations removed", removed),
    ]

    page = opened.search_page
    assert opened.case_view.opened.card.name == "test-model"
    with qtbot.waitSignal(page.results_shown, timeout=WITHIN_MS):
        qtbot.mouseClick(page.description_panel.chip("upperBodyRed"), LEFT)
    assert page.results.rowCount() > 0
    opened.trainings.train()  # there is nothing to decide about any more
    qtbot.waitUntil(lambda: opened.trainings.wizard is not None, timeout=WITHIN_MS)
    opened.trainings.wizard.reject()


def test_a_model_that_was_there_before_it_was_trained_again_stays(qtbot, opened, case, training, new_model):
    compare(training, model_id=new_model.card.model_id, was_there=True)
    embed(case, new_model)
    dialog = show(qtbot, opened)
    decide(qtbot, opened, dialog.decide_bar.discard_button)
    assert "renamed-1" in default_store().names()
    assert not [job for job in opened.jobs.jobs if job.order.kind is JobKind.FORGET]
    assert [(facts["decision"], facts["model_stays"]) for facts in decided(case)] == [("discard", True)]
    assert told(case)[-1] == "gate-1: discarded (its model was there before and stays)"


def test_a_comparison_without_an_id_is_of_the_model_of_its_name(qtbot, opened, case, training, new_model):
    compare(training)
    default_store().rename("renamed-1", NAME)
    dialog = show(qtbot, opened)
    decide(qtbot, opened, dialog.decide_bar.discard_button)
    assert NAME not in default_store().names()
    assert [facts["model_id"] for facts in decided(case)] == [new_model.card.model_id]


def test_a_full_disk_is_said_and_one_can_decide_again(qtbot, opened, case, training, new_model, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    embed(case, new_model)
    dialog = show(qtbot, opened)
    bar = dialog.decide_bar
    with monkeypatch.context() as context:
        context.setattr(known_trainings, "write_outcome", full)
        qtbot.mouseClick(bar.discard_button, LEFT)
        assert not bar.discard_button.isEnabled()
        qtbot.waitUntil(bar.discard_button.isEnabled, timeout=WITHIN_MS)
    assert "No space left on device" in bar.sentence.text() and "decide again" in bar.sentence.text()
    assert bar.keep_button.isEnabled() and bar.activate_button.isEnabled()
    assert decided(case) == []
    decide(qtbot, opened, bar.discard_button)
    assert wait_for_job(qtbot, opened, JobKind.FORGET)["crops"] == 24
    assert [facts["model_id"] for facts in decided(case)] == [new_model.card.model_id]


def test_what_the_log_does_not_take_is_noted_nowhere(qtbot, opened, case, training, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    dialog = show(qtbot, opened)
    bar = dialog.decide_bar
    with monkeypatch.context() as context:
        context.setattr(Gallery, "log", full)
        qtbot.mouseClick(bar.keep_button, LEFT)
        qtbot.waitUntil(lambda: "No space left" in bar.sentence.text(), timeout=WITHIN_MS)
    assert read_outcome(training, DECISION_FILE) is None
    decide(qtbot, opened, bar.keep_button)
    assert [facts["decision"] for facts in decided(case)] == ["keep"]


def test_a_problem_is_said_although_the_view_was_closed_meanwhile(qtbot, opened, case, training, warned, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    dialog = show(qtbot, opened)
    monkeypatch.setattr(known_trainings, "write_outcome", full)
    qtbot.mouseClick(dialog.decide_bar.keep_button, LEFT)
    dialog.close()
    qtbot.waitUntil(lambda: len(warned) == 1, timeout=WITHIN_MS)
    assert "No space left" in warned[0] and decided(case) == []


def test_a_decision_leaves_the_view_of_another_training_open(qtbot, opened, case, training):
    qtbot.mouseClick(show(qtbot, opened).decide_bar.keep_button, LEFT)
    opened.trainings.show_job(SimpleNamespace(order=train_order(case, "gate-2")))
    other, answers = opened.trainings.dialog, []
    opened._service.ask_case(lambda _gallery: "after the decision", answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WITHIN_MS)
    assert [facts["training"] for facts in decided(case)] == [NAME]
    assert opened.trainings.dialog is other and other.isVisible()
    other.close()


def test_a_model_that_the_case_is_searched_with_is_not_discarded(qtbot, opened, case, training, new_model):
    embed(case, new_model)
    dialog = show(qtbot, opened)
    with Gallery.open(case) as gallery:
        activate_model(gallery, new_model)
    bar = dialog.decide_bar
    qtbot.mouseClick(bar.discard_button, LEFT)
    qtbot.waitUntil(lambda: "activate another one first" in bar.sentence.text(), timeout=WITHIN_MS)
    assert "renamed-1" in default_store().names()
    decide(qtbot, opened, bar.keep_button)


def test_a_model_that_the_case_is_about_to_be_searched_with_is_not_discarded(
    qtbot, opened, case, training, new_model, monkeypatch
):
    dialog = show(qtbot, opened)
    bar = dialog.decide_bar
    order = activate_order(case, "renamed-1", new_model.card.model_id)
    with monkeypatch.context() as context:
        context.setattr(JobDesk, "pending", [SimpleNamespace(order=order)])
        qtbot.mouseClick(bar.discard_button, LEFT)
        qtbot.waitUntil(lambda: "about to be searched with the model renamed-1" in bar.sentence.text())
    assert "renamed-1" in default_store().names() and decided(case) == []
    decide(qtbot, opened, bar.discard_button)
    assert "renamed-1" not in default_store().names()


@pytest.fixture
def other_case(tmp_path, new_model):
    """Add a recent case that is searched with the new model."""
    folder = tmp_path / "quay.bolo"
    with Gallery.create(folder) as gallery:
        activate_model(gallery, new_model)
    recent = RecentCases(paths.recent_cases_file())
    recent.add(folder)
    yield folder
    recent.forget(folder)


def test_a_model_that_another_case_is_searched_with_is_asked_about(qtbot, opened, case, training, other_case):
    bar = show(qtbot, opened).decide_bar
    question = opened.trainings.decisions.question
    qtbot.mouseClick(bar.discard_button, LEFT)
    qtbot.waitUntil(lambda: question.asking is not None, timeout=WITHIN_MS)
    assert "cannot be searched without it: quay" in question.asking.sentence.text()
    question.asking.reject()
    assert bar.discard_button.isEnabled() and "renamed-1" in default_store().names() and decided(case) == []

    qtbot.mouseClick(bar.discard_button, LEFT)
    qtbot.waitUntil(lambda: question.asking is not None, timeout=WITHIN_MS)
    question.asking.answer_button.click()
    qtbot.waitUntil(lambda: opened.trainings.dialog is None, timeout=WITHIN_MS)
    assert "renamed-1" not in default_store().names()


def test_a_drive_that_does_not_answer_holds_up_no_decision(qtbot, opened, training, other_case, monkeypatch):
    monkeypatch.setattr("app.models.other_cases._look", lambda *_: None)
    opened.trainings.decisions.question._patience.setInterval(100)
    decide(qtbot, opened, show(qtbot, opened).decide_bar.discard_button)
    assert "renamed-1" not in default_store().names()


def test_a_model_that_has_gone_is_not_used(qtbot, opened, case, training):
    default_store().remove("renamed-1")
    dialog = show(qtbot, opened)
    bar = dialog.decide_bar
    qtbot.mouseClick(bar.activate_button, LEFT)
    qtbot.waitUntil(lambda: "There is no model" in bar.sentence.text(), timeout=WITHIN_MS)
    bar.sentence.clear()
    qtbot.mouseClick(bar.keep_button, LEFT)
    qtbot.waitUntil(lambda: "There is no model" in bar.sentence.text(), timeout=WITHIN_MS)
    assert decided(case) == [] and not opened.jobs.jobs
    decide(qtbot, opened, bar.discard_button)
    assert ["model_stays" in facts for facts in decided(case)] == [False]


def show_undone(qtbot, window):
    """Show a training that has made nothing to decide about; return its view."""
    window.trainings.train()
    qtbot.waitUntil(lambda: window.trainings.dialog is not None, timeout=WITHIN_MS)
    return window.trainings.dialog


def discard_in_vain(qtbot, dialog, problem):
    """Click Discard and confirm; wait until the view says what stands in the way."""
    qtbot.mouseClick(dialog.run_view.discard_button, LEFT)
    qtbot.mouseClick(dialog.asking.answer_button, LEFT)
    qtbot.waitUntil(lambda: problem in dialog.run_view.sentence.text(), timeout=WITHIN_MS)


def discard(qtbot, window, dialog):
    qtbot.mouseClick(dialog.run_view.discard_button, LEFT)
    qtbot.mouseClick(dialog.asking.answer_button, LEFT)
    qtbot.waitUntil(lambda: window.trainings.dialog is None, timeout=WITHIN_MS)


def actions(case):
    with Gallery.open(case, read_only=True) as gallery:
        return [(entry.action, json.loads(entry.facts)) for entry in gallery.audit_entries()]


def test_a_training_that_failed_is_discarded_and_never_offered_again(qtbot, opened, case, training):
    (training / COMPARISON_FILE).unlink()
    order = train_order(case, NAME)
    job = opened.jobs.start(order)
    qtbot.waitUntil(lambda: job.state.has_ended, timeout=WITHIN_MS)
    assert job.state.status is JobStatus.FAILED  # nobody is labelled
    dialog = show_undone(qtbot, opened)
    qtbot.mouseClick(dialog.run_view.discard_button, LEFT)
    assert dialog.asking.windowTitle() == "Discard the training gate-1?"
    dialog.asking.reject()
    assert training.exists() and dialog.asking is None

    discard(qtbot, opened, dialog)
    assert not training.exists()
    assert order not in [job.order for job in opened.jobs.jobs]
    assert actions(case)[-1] == ("training discarded", {"training": NAME})
    opened.trainings.train()
    qtbot.waitUntil(lambda: opened.trainings.wizard is not None, timeout=WITHIN_MS)
    assert opened.trainings.dialog is None
    opened.trainings.wizard.reject()


def test_a_training_that_cannot_be_discarded_says_why_and_is_asked_about_again(
    qtbot, opened, case, training, monkeypatch
):
    def held(*_):
        raise PermissionError(13, "Permission denied")

    (training / COMPARISON_FILE).unlink()
    dialog = show_undone(qtbot, opened)
    with monkeypatch.context() as context:
        context.setattr(known_trainings, "removed_whole", held)
        discard_in_vain(qtbot, dialog, "Permission denied")
    assert "training discarded" not in dict(actions(case)) and training.exists()
    discard(qtbot, opened, dialog)
    assert "training discarded" in dict(actions(case)) and not training.exists()


def stop_while_it_is_compared(folder, model, *, was_there):
    """Leave of a training what there is once its model has been added, and not compared."""
    (folder / COMPARISON_FILE).unlink()
    write_outcome(folder, MODEL_FILE, {"model_id": model.card.model_id, "was_there": was_there})


def test_a_training_that_was_stopped_while_it_was_compared_is_discarded_with_its_model(
    qtbot, opened, case, training, new_model
):
    stop_while_it_is_compared(training, new_model, was_there=False)
    embed(case, new_model)
    left = training.with_name(".gate-0.7.removed")  # of a training whose removal was broken off
    left.mkdir()
    discard(qtbot, opened, show_undone(qtbot, opened))
    assert wait_for_job(qtbot, opened, JobKind.FORGET)["crops"] == 24
    assert "renamed-1" not in default_store().names() and not training.exists() and not left.exists()
    facts = {"training": NAME, "model": "renamed-1", "model_id": new_model.card.model_id}
    assert ("training discarded", facts) in actions(case)


def test_a_model_that_was_there_before_stays_when_the_training_is_discarded(qtbot, opened, case, training, new_model):
    stop_while_it_is_compared(training, new_model, was_there=True)
    embed(case, new_model)
    discard(qtbot, opened, show_undone(qtbot, opened))
    assert "renamed-1" in default_store().names() and not training.exists()
    assert told(case)[-1] == "gate-1 (its model was there before and stays)"
    assert not [job for job in opened.jobs.jobs if job.order.kind is JobKind.FORGET]


def test_a_training_whose_run_has_not_ended_yet_is_not_discarded(qtbot, opened, case, training, new_model):
    stop_while_it_is_compared(training, new_model, was_there=False)
    dialog = show_undone(qtbot, opened)
    with training_lock(training):
        discard_in_vain(qtbot, dialog, "still ending")
    assert training.exists() and "renamed-1" in default_store().names()
    discard(qtbot, opened, dialog)
    assert not training.exists() and "renamed-1" not in default_store().names()


def test_what_the_log_does_not_take_discards_no_training(qtbot, opened, case, training, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    (training / COMPARISON_FILE).unlink()
    dialog = show_undone(qtbot, opened)
    with monkeypatch.context() as context:
        context.setattr(Gallery, "log", full)
        discard_in_vain(qtbot, dialog, "No space left")
    assert training.exists()
    discard(qtbot, opened, dialog)


def test_a_training_at_work_is_not_discarded(qtbot, opened, case, training, warned):
    (training / COMPARISON_FILE).unlink()
    dialog = show_undone(qtbot, opened)
    qtbot.mouseClick(dialog.run_view.discard_button, LEFT)
    asking = dialog.asking
    job = opened.jobs.start(train_order(case, NAME))
    assert not dialog.run_view.discard_button.isVisible()
    asking.accept()
    assert warned == ["The training goes on again and was not discarded; cancel it first."]
    qtbot.waitUntil(lambda: job.state.has_ended, timeout=WITHIN_MS)
    assert training.exists() and "training discarded" not in dict(actions(case))
    discard(qtbot, opened, dialog)


def test_a_plan_that_cannot_be_made_is_said(qtbot, opened, warned, monkeypatch):
    from app.training.training_choice import TrainingChoice
    from engine.errors import ConfigError

    def fails(_choice):
        raise ConfigError("epochs", 0, "must be at least 1")

    monkeypatch.setattr(TrainingChoice, "plan", fails)
    opened.trainings.train_another()
    qtbot.waitUntil(lambda: opened.trainings.wizard is not None, timeout=WITHIN_MS)
    opened.trainings.wizard.accept()
    qtbot.waitUntil(lambda: opened.trainings.wizard is None, timeout=WITHIN_MS)
    assert len(warned) == 1 and "must be at least 1" in warned[0]
    assert not list(Path(paths.user_trainings_dir()).glob("*")) if paths.user_trainings_dir().is_dir() else True
