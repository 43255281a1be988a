"""From labels to a model that answers: wizard, training, comparison and decision, by mouse and keys."""

import json
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from app.footage.import_choice import Detector
from app.jobs.job_order import JobKind
from app.jobs.job_state import JobStatus
from app.jobs.job_strip import JobStrip
from engine.gallery.gallery import Gallery
from engine.registry.store import DEFAULT_MODEL, default_store
from tests.benchmarks.truth_labels import ASKED

pytestmark = [pytest.mark.journey, pytest.mark.timeout(1200)]

LABELLED = 60
WIZARD_MS, JOB_MS = 120_000, 600_000


@pytest.fixture
def labelled_case(street, tmp_path, monkeypatch):
    """Return a case of the street's people, sixty of them labelled by the truth, in a home of its own."""
    monkeypatch.setenv("BOLO_HOME", str(tmp_path / "bolo"))
    case = tmp_path / "street.bolo"
    Gallery.create(case).close()
    options = ["--detector", Detector.NONE.value, "--", str(case), *map(str, street.people)]
    subprocess.run([sys.executable, "-m", "engine.cli", "job", "import", *options], check=True, capture_output=True)
    with Gallery.open(case) as gallery:
        labels = {}
        for record in gallery.crops(gallery.crop_ids()[:LABELLED]):
            held = street.truth.attributes_of[int(record.frame_path.stem.rpartition("_")[2])]
            labels[record.id] = {name: name in held for name in ASKED}
        gallery.save_labels(labels, labeller="ann")
    return case


@pytest.fixture
def order_training(investigator):
    """Return how a training of one epoch is ordered in the wizard, the recipe's field typed; gives the job."""

    def run(qtbot):
        window = investigator.window
        qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        wizard = investigator.dialog("trainWizard")

        def click(name):
            button = wizard.findChild(QAbstractButton, name)
            investigator.wait_for(lambda: button.isVisible() and button.isEnabled(), WIZARD_MS)
            investigator.click(button)

        for _ in range(3):
            click("wizardNext")
        investigator.wait_for(lambda: wizard.currentPage() is wizard.recipe_page, WIZARD_MS)
        qtbot.mouseClick(wizard.recipe_page.advanced_box, Qt.MouseButton.LeftButton, pos=_left(wizard.recipe_page))
        click("wizardNext")
        page = wizard.advanced_page
        item = page.fields.value_item("fine-tuning.epochs")
        page.tree.scrollTo(item.index())
        page.tree.edit(item.index())
        editor = page.tree.findChild(QLineEdit)
        editor.selectAll()
        qtbot.keyClicks(editor, "1")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        click("wizardFinish")
        investigator.wait_for(lambda: bool(trainings(window)), WIZARD_MS)
        return trainings(window)[-1]

    return run


def trainings(window):
    return [job for job in window.jobs.jobs if job.order.kind is JobKind.TRAIN]


def _left(page):
    place = page.advanced_box.rect().center()
    place.setX(12)
    return place


def open_window(investigator, case):
    window = investigator.open_window()
    window.open_case(case)
    investigator.wait_for(lambda: window.search_page is not None and window.search_page.is_answered, WIZARD_MS)
    return window


def logged(case):
    with Gallery.open(case, read_only=True) as gallery:
        return [(entry.action, json.loads(entry.facts)) for entry in gallery.audit_entries()]


def test_label_train_compare_activate_search_again(investigator, labelled_case, order_training, qtbot):
    window = open_window(investigator, labelled_case)
    job = order_training(qtbot)
    assert investigator.tick("upperBodyBlue")  # one searches meanwhile
    investigator.wait_for_end(job)
    assert job.state.status is JobStatus.FINISHED, job.state.message
    assert default_store().names() == [DEFAULT_MODEL, "street-1"]

    dialog = investigator.dialog("trainingDialog")
    bar = dialog.decide_bar
    investigator.wait_for(bar.isVisible, WIZARD_MS)
    assert dialog.compare_view.attributes.rowCount() > 0
    if bar.reason_edit.isVisible():
        qtbot.keyClicks(bar.reason_edit, "to try it")
    investigator.click(bar.activate_button)
    model_id = default_store().get("street-1").card.model_id
    investigator.wait_for(lambda: ("model activated", model_id) in switched(labelled_case), JOB_MS)
    investigator.wait_for(lambda: window.case_view.opened.card.model_id == model_id, JOB_MS)
    investigator.wait_for(lambda: window.search_page.is_answered, WIZARD_MS)
    assert investigator.tick("upperBodyBlue")
    decided = [facts for action, facts in logged(labelled_case) if action == "training decided"]
    assert [(facts["decision"], facts["training"]) for facts in decided] == [("activate", "street-1")]


def switched(case):
    return [(action, facts.get("model_id")) for action, facts in logged(case)]


def test_a_killed_training_is_offered_again_and_no_half_model_is_listed(
    investigator, labelled_case, order_training, qtbot
):
    window = open_window(investigator, labelled_case)
    job = order_training(qtbot)
    investigator.wait_for(lambda: job.state.stage.startswith("fine-tuning"), JOB_MS)
    assert investigator.kill(job)
    assert default_store().names() == [DEFAULT_MODEL]
    investigator.close_window()  # with the training undone

    window = open_window(investigator, labelled_case)
    (kept,) = trainings(window)
    assert kept.state.status is JobStatus.PAUSED
    investigator.click(window.findChild(JobStrip).go_on_button if kept is window.jobs.job else _go_on(window))
    again = trainings(window)[-1]
    seen = set()

    def has_ended():
        seen.add(tuple(default_store().names()))
        assert not default_store().broken()
        return again.state.has_ended

    investigator.wait_for(has_ended, JOB_MS)
    assert again.state.status is JobStatus.FINISHED, again.state.message
    assert seen <= {(DEFAULT_MODEL,), (DEFAULT_MODEL, "street-1")}


def _go_on(window):
    return window.findChild(QAbstractButton, "goOnLeftOver")
