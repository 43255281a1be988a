"""The view of a training: its course while it runs, then the comparison and the decision."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.jobs.job_process import JobProcess
from app.jobs.job_state import JobStatus, JobStep
from app.jobs.orders import train_order
from app.training.compared import read_compared
from app.training.decision import Decision
from app.training.training_dialog import TrainingDialog
from engine.attributes.schema_file import schema_to_dict
from engine.search.query import Query
from engine.training.plan import COMPARISON_FILE, write_outcome

LEFT = Qt.MouseButton.LeftButton
BETTER = {"name": "ma", "old": 60.0, "new": 71.25, "low": 2.0, "high": 20.5}
WORSE = {"name": "map", "old": 40.0, "new": 38.0, "low": -5.0, "high": 1.0}


def comparison(*figures, is_worse):
    attributes = [
        {"attribute": "hat", "label": "Hat", "yes": 4, "no": 8, "figure": {**BETTER, "name": "hat"}},
        {"attribute": "vest", "label": "Vest", "yes": 5, "no": 7, "figure": {**BETTER, "old": None, "low": None}},
        {"attribute": "never", "label": "Never", "yes": 0, "no": 12, "figure": None},
    ]
    models = {"on": "yard test", "pictures": 12, "descriptions": 9, "is_worse": is_worse}
    models |= {"figures": list(figures), "attributes": attributes}
    pairs = [{"search": "red", "words": "Red top", "old": [3, 1], "new": [1, 7], "problem": ""}]
    searches = {"crops": 5000, "ranked": 3000, "pairs": pairs}
    return {"problem": "", "old": "old-1", "new": "gate-1", "models": models, "searches": searches}


def test_a_saved_search_is_said_in_the_users_language(german, folder, peta):
    facts = comparison(BETTER, is_worse=False)
    facts["searches"] |= {"schema": schema_to_dict(peta)}
    facts["searches"]["pairs"][0] |= {"asks": Query.build(peta, has=["upperBodyRed"]).to_text()}
    write_outcome(folder, COMPARISON_FILE, facts)
    assert [search.words for search in read_compared(folder).searches] == ["Oberteil rot"]
    del facts["searches"]["schema"]  # as an older Bolo wrote it
    write_outcome(folder, COMPARISON_FILE, facts)
    assert [search.words for search in read_compared(folder).searches] == ["Red top"]


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "gate-1"
    made.mkdir()
    return made


@pytest.fixture
def dialog(qtbot, theme, folder, tmp_path):
    made = TrainingDialog(theme, train_order(tmp_path / "gate.bolo", "gate-1"), folder, can_activate=True)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def job(dialog):
    """Return the training's job as it stands while its child is at work, without one."""
    made = JobProcess(dialog.order, dialog)
    made.state.begin()
    dialog.follow(made)

    def tell(**event):
        line = json.dumps(event)
        made.state.take_line(line)
        made.told.emit(line)
        made.changed.emit()

    made.tell = tell
    return made


def learn(job, step=1, stage="fine-tuning"):
    facts = {"stage": stage, "epoch": 2, "epochs": 9, "step": step, "steps": 4, "losses": {"a": 1.5}}
    job.tell(event="StepsTaken", **facts, crops_per_second=30.4, seconds_left=65.0)


def button(dialog, name):
    return dialog.findChild(QAbstractButton, name)


def test_it_shows_where_the_training_stands(dialog, job):
    learn(job)
    assert dialog.run_view.sentence.text() == (
        "Stage “fine-tuning”, epoch 2 of 9 · 30 pictures a second · at most 1 min left"
    )
    assert dialog.run_view.loss.curves == {"loss": ((0.25, 1.5),)}
    job.tell(event="Advanced", stage="Embedding yard", done=3, total=9, rate=2.0, seconds_left=3.0)
    assert dialog.run_view.sentence.text().startswith("Embedding yard")
    assert not button(dialog, "trainingEnough").isEnabled()  # there is nothing to end


def test_who_has_enough_is_heard_once(dialog, job, qtbot):
    learn(job)
    with qtbot.waitSignal(dialog.enough_wanted) as wanted:
        qtbot.mouseClick(button(dialog, "trainingEnough"), LEFT)
    assert wanted.args == [job]
    learn(job, 2)
    assert not button(dialog, "trainingEnough").isEnabled()


def test_each_stage_can_be_ended(dialog, job, qtbot):
    asked = []
    dialog.enough_wanted.connect(asked.append)
    for stage in ("recognition", "alignment"):
        learn(job, stage=stage)
        qtbot.mouseClick(button(dialog, "trainingEnough"), LEFT)
        assert not button(dialog, "trainingEnough").isEnabled()
    assert asked == [job, job]


def test_pause_and_cancel_are_handed_on(dialog, job, qtbot):
    for name, step in (("jobPause", JobStep.PAUSE), ("jobCancel", JobStep.CANCEL)):
        with qtbot.waitSignal(dialog.step_wanted) as wanted:
            qtbot.mouseClick(button(dialog, name), LEFT)
        assert wanted.args == [job, step]


def test_a_training_that_nobody_runs_can_be_gone_on_with(dialog, qtbot):
    with qtbot.waitSignal(dialog.step_wanted) as wanted:
        qtbot.mouseClick(button(dialog, "jobGoOn"), LEFT)
    assert wanted.args == [None, JobStep.GO_ON]
    assert button(dialog, "trainingDiscard").isVisible() and not button(dialog, "jobDismiss").isVisible()


def test_a_training_of_a_case_that_cannot_be_written_is_not_discarded(qtbot, theme, folder, tmp_path):
    made = TrainingDialog(theme, train_order(tmp_path / "gate.bolo", "gate-1"), folder, can_activate=False)
    qtbot.addWidget(made)
    made.show()
    assert not button(made, "trainingDiscard").isVisible()


def test_what_was_learned_before_is_shown_again(qtbot, theme, folder, tmp_path):
    (folder / "history.csv").write_text("stage,epoch,recognition,ma\nfine-tuning,1,2.5,61.0\n", encoding="utf-8")
    made = TrainingDialog(theme, train_order(tmp_path / "gate.bolo", "gate-1"), folder, can_activate=True)
    qtbot.addWidget(made)
    assert made.run_view.loss.curves == {"loss": ((1.0, 2.5),)}
    assert made.run_view.figures.curves == {"ma": ((1.0, 61.0),)}


def finish(dialog, job, folder, facts):
    (folder / "comparison.json").write_text(json.dumps(facts), encoding="utf-8")
    job.tell(event="Finished", summary={"training": "gate-1"})
    assert job.state.status is JobStatus.FINISHED


def cells(model, row):
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_the_comparison_comes_with_counts_and_intervals(dialog, job, folder, qtbot):
    asked = []
    dialog.pictures_wanted.connect(asked.extend)
    finish(dialog, job, folder, comparison(BETTER, is_worse=False))
    view = dialog.compare_view
    assert view.isVisible()
    assert cells(view.figures, 0) == ["Attributes told right (mA)", "", "60", "71.3", "↑ +11.3 (+2 to +20.5)"]
    assert cells(view.attributes, 0) == ["Hat", "4 / 8", "60", "71.3", "↑ +11.3 (+2 to +20.5)"]
    assert cells(view.attributes, 1) == ["Vest", "5 / 7", "does not know it", "71.3", ""]
    assert view.attributes.rowCount() == 2
    assert "rank 3,000 of the case's 5,000 crops" in view.sentence.text()
    assert sorted(asked) == [1, 3, 7]
    assert [view.old_list.count(), view.new_list.count()] == [2, 2]
    assert view.new_list.item(0).toolTip() == "Place 1; place 2 with the other model"
    assert view.new_list.item(1).toolTip() == "Place 2; not among the best of the other model"
    assert dialog.decide_bar.sentence.text() == "The new model is better on the people held out."


def test_a_better_model_is_used_without_a_reason(dialog, job, folder, qtbot):
    finish(dialog, job, folder, comparison(BETTER, is_worse=False))
    assert not dialog.decide_bar.reason_edit.isVisible()
    with qtbot.waitSignal(dialog.decided) as decided:
        qtbot.mouseClick(button(dialog, "decideActivate"), LEFT)
    assert decided.args == [Decision.ACTIVATE, ""]


def test_a_worse_model_needs_a_reason_to_be_used_but_not_to_be_kept(dialog, job, folder, qtbot):
    finish(dialog, job, folder, comparison(BETTER, WORSE, is_worse=True))
    bar = dialog.decide_bar
    assert not bar.activate_button.isEnabled()
    assert bar.keep_button.isEnabled() and bar.discard_button.isEnabled()
    qtbot.keyClicks(bar.reason_edit, "the vest counts")
    with qtbot.waitSignal(dialog.decided) as decided:
        qtbot.mouseClick(bar.activate_button, LEFT)
    assert decided.args == [Decision.ACTIVATE, "the vest counts"]


def test_a_model_that_could_not_be_measured_needs_a_reason_too(dialog, job, folder):
    facts = {"problem": "yard test has no picture.", "models": None, "searches": None}
    finish(dialog, job, folder, facts)
    assert dialog.compare_view.sentence.text() == "yard test has no picture."
    assert not dialog.decide_bar.activate_button.isEnabled()


def test_searches_that_could_not_be_compared_are_said_beside_the_figures(dialog, job, folder):
    problem = "The saved searches could not be compared: gate.bolo: another job writes to the case."
    finish(dialog, job, folder, comparison(BETTER, is_worse=False) | {"searches": None, "problem": problem})
    said = dialog.compare_view.sentence.text()
    assert said.startswith("gate-1 beside old-1") and said.endswith(problem)
