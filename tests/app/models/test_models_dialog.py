"""The dialog of all models, with the real child process."""

import json
import os
import signal
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QToolButton

from app.jobs.job_order import JobKind
from app.jobs.job_state import JobStatus, JobStep
from app.models.listed_model import ListedModel, ModelsSeen
from app.models.model_words import attribute_weights, say_size, say_state, who_uses
from app.models.models_item_model import ModelsItemModel, ModelsRole
from app.models.space_drawing import picture_of
from app.models.weight_bars import FEW, WeightBars
from engine import paths
from engine.casework.model_use import CaseUse, EmbeddedBy
from engine.casework.recent import RecentCases
from engine.gallery.gallery import Gallery
from engine.registry.card import read_card
from engine.registry.store import DEFAULT_MODEL, default_store
from tests.app.job_waiting import wait_for_job

WITHIN_MS = 60_000
LEFT = Qt.MouseButton.LeftButton


def texts(dialog):
    return [found.text() for found in dialog.findChildren(QLabel) if found.isVisible()]


def choose(dialog, name):
    dialog.list.setCurrentIndex(dialog.models.index(dialog.models.row_of(name)))


@pytest.fixture
def listed(installed_model, other_model):
    def made(model, **fields):
        known = {"name": model.name, "folder": model.folder, "size": 1, "is_own": True, "card": model.card}
        return ListedModel(**(known | fields))

    return made


def test_every_model_is_listed_with_how_it_stands(qtbot, show_models, installed_model):
    dialog = show_models()
    QAbstractItemModelTester(dialog.models, QAbstractItemModelTester.FailureReportingMode.Fatal)
    states = {
        dialog.models.index(row).data(): dialog.models.index(row).data(ModelsRole.STATE)
        for row in range(dialog.models.rowCount())
    }
    assert states[DEFAULT_MODEL] == "comes with Bolo"
    assert states["test-model"] == "active in this case · your own"
    assert states["other-model"] == "your own"
    assert dialog.chosen.name == "test-model"
    said = texts(dialog)
    assert installed_model.card.model_id in said
    assert said.index("Drawn data; for tests only.") < said.index("How well it does")
    assert any("The case is searched with it. 24 of 24 crops seen" in text for text in said)
    assert not dialog.action_row.activate_button.isEnabled()
    assert dialog.action_row.activate_button.toolTip() == "The case is searched with it already."


def test_a_model_is_activated_by_a_job_and_the_window_goes_over(qtbot, opened, show_models, embed, other_model):
    embed(opened.case_view.opened.folder, other_model)  # so that the child needs no image encoder
    dialog = show_models()
    choose(dialog, "other-model")
    assert dialog.models.index(dialog.models.row_of("other-model")).data(ModelsRole.STATE).startswith("ready in this")
    before = opened.search_page
    qtbot.mouseClick(dialog.action_row.activate_button, LEFT)
    assert opened.dialogs.models_dialog is None
    summary = wait_for_job(qtbot, opened, JobKind.ACTIVATE)
    assert (summary["model"], summary["embedded"]) == ("other-model", 0)
    qtbot.waitUntil(lambda: opened.search_page is not before, timeout=WITHIN_MS)
    assert opened.case_view.opened.card.name == "other-model"

    dialog = show_models()
    assert dialog.action_row.back_button.text() == "Back to test-model"
    before = opened.search_page
    qtbot.mouseClick(dialog.action_row.back_button, LEFT)
    wait_for_job(qtbot, opened, JobKind.ACTIVATE)
    qtbot.waitUntil(lambda: opened.search_page is not before, timeout=WITHIN_MS)
    assert opened.case_view.opened.card.name == "test-model"
    with Gallery.open(opened.case_view.opened.folder) as gallery:
        actions = [entry.action for entry in gallery.audit_entries()]
    assert actions.count("model activated") == 3


def test_a_model_that_cannot_embed_says_why_and_the_case_stays_as_it_is(qtbot, opened, show_models):
    """The other model has no image encoder."""
    dialog = show_models()
    choose(dialog, "other-model")
    qtbot.mouseClick(dialog.action_row.activate_button, LEFT)
    job = opened.jobs.jobs[-1]
    qtbot.waitUntil(lambda: job.state.has_ended, timeout=WITHIN_MS)
    assert job.state.status is JobStatus.FAILED
    assert "cannot be used" in job.state.message
    assert opened.case_view.opened.card.name == "test-model"


def test_a_killed_switch_leaves_the_old_model_answering_and_goes_on(qtbot, opened, show_models):
    """With the shipped model's own image encoder, which has seen nobody in this case."""
    dialog = show_models()
    choose(dialog, DEFAULT_MODEL)
    before = opened.search_page
    qtbot.mouseClick(dialog.action_row.activate_button, LEFT)
    job = opened.jobs.jobs[-1]
    qtbot.waitUntil(lambda: job.process_id != 0, timeout=WITHIN_MS)
    qtbot.wait(300)
    os.kill(job.process_id, signal.SIGKILL)
    qtbot.waitUntil(lambda: job.state.has_ended, timeout=WITHIN_MS)
    assert job.state.status is JobStatus.DIED
    with qtbot.waitSignal(before.results_shown, timeout=WITHIN_MS):
        qtbot.mouseClick(before.description_panel.chip("upperBodyRed"), LEFT)
    assert opened.search_page is before
    assert opened.case_view.opened.card.name == "test-model"

    opened.jobs.take_step(job, JobStep.GO_ON)
    summary = wait_for_job(qtbot, opened, JobKind.ACTIVATE)
    assert summary["indexed"] == 24
    qtbot.waitUntil(lambda: opened.search_page is not before, timeout=WITHIN_MS)
    qtbot.waitUntil(lambda: opened.search_page.is_answered, timeout=WITHIN_MS)
    assert opened.case_view.opened.card.name == DEFAULT_MODEL
    assert opened.search_page.header.words == "Red top"


def test_what_a_model_has_said_can_be_removed_from_the_case(qtbot, opened, show_models, embed, other_model):
    folder = opened.case_view.opened.folder
    embed(folder, other_model)
    dialog = show_models()
    choose(dialog, "test-model")
    assert dialog.findChild(QAbstractButton, "forgetModel") is None  # the case is searched with it
    choose(dialog, "other-model")
    qtbot.mouseClick(dialog.findChild(QAbstractButton, "forgetModel"), LEFT)
    assert "What other-model has said of 24 people (" in dialog.action_row.asking.sentence.text()
    qtbot.mouseClick(dialog.action_row.asking.answer_button, LEFT)
    assert wait_for_job(qtbot, opened, JobKind.FORGET)["crops"] == 24
    with Gallery.open(folder) as gallery:
        assert other_model.card.model_id not in gallery.counts().embedded
        line = [entry for entry in gallery.audit_entries() if entry.action == "embeddings removed"][-1]
    assert json.loads(line.facts)["name"] == "other-model"


def test_what_a_model_that_has_gone_left_in_the_case_is_listed_with_its_size_and_can_be_removed(
    qtbot, opened, show_models, embed, other_model
):
    folder = opened.case_view.opened.folder
    embed(folder, replace(other_model, card=replace(other_model.card, model_id="0f0f0f0f0f0f")))
    dialog = show_models()
    choose(dialog, "0f0f0f0f0f0f")
    assert dialog.models.index(dialog.list.currentIndex().row()).data(ModelsRole.STATE) == "not on this machine"
    assert "It has seen 24 people of this case, which takes " in dialog.findChild(QLabel, "modelGone").text()
    offered = (
        dialog.action_row.activate_button,
        dialog.action_row.rename_button,
        dialog.action_row.export_button,
        dialog.action_row.remove_button,
    )
    assert not any(button.isEnabled() for button in offered)
    qtbot.mouseClick(dialog.findChild(QAbstractButton, "forgetModel"), LEFT)
    qtbot.mouseClick(dialog.action_row.asking.answer_button, LEFT)
    assert wait_for_job(qtbot, opened, JobKind.FORGET)["crops"] == 24
    with Gallery.open(folder) as gallery:
        assert "0f0f0f0f0f0f" not in gallery.models()


def test_a_broken_model_is_named_with_its_fault_and_can_be_removed(qtbot, show_models):
    broken = paths.user_models_dir() / "broken-model"
    broken.mkdir()
    (broken / "card.json").write_text("{")
    dialog = show_models()
    choose(dialog, "broken-model")
    assert dialog.models.index(dialog.models.row_of("broken-model")).data(ModelsRole.IS_BROKEN)
    assert any("no readable card" in text for text in texts(dialog))
    assert not dialog.action_row.activate_button.isEnabled()
    assert not dialog.action_row.export_button.isEnabled()
    qtbot.mouseClick(dialog.action_row.remove_button, LEFT)
    qtbot.mouseClick(dialog.action_row.asking.answer_button, LEFT)
    qtbot.waitUntil(lambda: dialog.models.row_of("broken-model") < 0, timeout=WITHIN_MS)
    assert not broken.exists()


def test_a_model_is_renamed_and_stays_chosen(qtbot, show_models, other_model):
    dialog = show_models()
    choose(dialog, "other-model")
    qtbot.mouseClick(dialog.action_row.rename_button, LEFT)
    edit = dialog.action_row.asking.findChild(QLineEdit)
    edit.setText("renamed")
    dialog.action_row.asking.accept()
    qtbot.waitUntil(lambda: dialog.chosen is not None and dialog.chosen.name == "renamed", timeout=WITHIN_MS)
    assert read_card(paths.user_models_dir() / "renamed").name == "renamed"
    dialog.desk.rename("renamed", "peta-lite0")
    qtbot.waitUntil(lambda: "There is a model “peta-lite0” already" in dialog.told.text(), timeout=WITHIN_MS)
    dialog.desk.rename("renamed", "other-model")
    qtbot.waitUntil(lambda: dialog.models.row_of("other-model") >= 0, timeout=WITHIN_MS)


def test_the_model_of_a_case_is_removed_only_when_that_is_said_again(qtbot, opened, show_models, embed, other_model):
    dialog = show_models()
    choose(dialog, "test-model")
    qtbot.mouseClick(dialog.action_row.remove_button, LEFT)
    assert "searched with it and cannot be searched without it: Forecourt." in dialog.action_row.asking.sentence.text()
    assert dialog.action_row.asking.answer_button.text() == "Remove it all the same"
    dialog.action_row.asking.reject()
    assert "test-model" in default_store().names()


def test_the_shipped_model_stays_as_it_is(show_models):
    dialog = show_models()
    choose(dialog, DEFAULT_MODEL)
    for offered in (dialog.action_row.remove_button, dialog.action_row.rename_button):
        assert not offered.isEnabled()
        assert offered.toolTip() == "It comes with Bolo and stays as it is."
    assert dialog.action_row.export_button.isEnabled()


def test_a_model_is_handed_on_as_a_file_and_checked_when_it_is_taken_in(qtbot, show_models, tmp_path):
    dialog = show_models()
    file = tmp_path / "shipped.bolomodel"
    dialog.desk.export(DEFAULT_MODEL, file)
    qtbot.waitUntil(lambda: dialog.told.text().startswith("peta-lite0 was written to "), timeout=WITHIN_MS)
    dialog.add(file)
    assert not dialog.import_button.isEnabled()
    qtbot.waitUntil(lambda: "There is a model “peta-lite0” already" in dialog.told.text(), timeout=WITHIN_MS)
    assert dialog.import_button.isEnabled()
    file.write_bytes(file.read_bytes()[:-40])
    dialog.add(file)
    qtbot.waitUntil(
        lambda: "shipped.bolomodel is no model that can be taken in" in dialog.told.text(), timeout=WITHIN_MS
    )


def test_recent_cases_say_what_they_use_and_which_are_missing(qtbot, opened, show_models, empty_case, tmp_path):
    recent = RecentCases(paths.recent_cases_file())
    recent.add(tmp_path / "gone.bolo")
    recent.add(empty_case)
    dialog = show_models()
    choose(dialog, "test-model")
    said = texts(dialog)
    assert "Nothing yet: searched with it" in said
    assert any(text.startswith(f"{tmp_path / 'gone.bolo'}: not looked at, there is no case here") for text in said)
    for folder in (tmp_path / "gone.bolo", empty_case):
        recent.forget(folder)


def test_what_is_known_of_other_cases_is_told_before_the_last_has_answered(qtbot, show_models, tmp_path):
    dialog = show_models()
    choose(dialog, "test-model")
    use = CaseUse(folder=tmp_path, title="Theft", active_id=dialog.chosen.model_id)
    dialog.desk.seen.emit(replace(dialog.models.seen, others=(use,), are_others_seen=False))
    said = texts(dialog)
    assert said.index("Theft: searched with it") + 1 == said.index("Looking at them…")


def test_without_a_case_nothing_is_activated(qtbot, window, other_model):
    window._show_models()
    dialog = window.dialogs.models_dialog
    qtbot.waitUntil(lambda: dialog.models.rowCount() > 0, timeout=WITHIN_MS)
    assert not dialog.action_row.activate_button.isEnabled()
    assert dialog.action_row.activate_button.toolTip() == "Open a case first."
    assert not dialog.action_row.back_button.isVisible()
    dialog.reject()


def test_the_dialog_is_reached_from_menu_and_foot(qtbot, opened):
    qtbot.mouseClick(opened.findChild(QToolButton, "modelButton"), LEFT)
    assert opened.dialogs.models_dialog.isVisible()
    opened.dialogs.models_dialog.reject()
    action = next(action for action in opened._top_bar.actions() if action.text() == "Models…")
    action.trigger()
    assert opened.dialogs.models_dialog.isVisible()
    opened.dialogs.models_dialog.reject()


def test_a_row_says_to_the_screen_reader_how_the_model_stands(show_models):
    dialog = show_models()
    row = dialog.models.index(dialog.models.row_of("test-model"))
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "test-model: active in this case · your own"
    assert QAccessible.queryAccessibleInterface(dialog.list).text(QAccessible.Text.Name) == "Models on this machine"


def test_weights_are_shown_largest_first_and_few_until_all_are_wanted(qtbot, theme, peta, installed_model):
    card = replace(installed_model.card, figures={"attribute_weights": [float(n) for n in range(peta.size)]})
    weights = attribute_weights(card)
    assert weights[0] == (peta.attributes[-1].label, peta.size - 1.0)
    bars = WeightBars(theme, weights)
    qtbot.addWidget(bars)
    assert len(bars.shown) == FEW
    low = bars.sizeHint().height()
    bars.show_all(True)
    assert len(bars.shown) == peta.size
    assert bars.sizeHint().height() > low
    bars.resize(bars.sizeHint())
    assert not bars.grab().isNull()


@pytest.mark.parametrize("weights", [None, "many", [1.0], ["a"] * 105])
def test_weights_that_are_none_are_not_shown(installed_model, weights):
    assert attribute_weights(replace(installed_model.card, figures={"attribute_weights": weights})) == []


def test_lineage_goes_back_to_what_is_not_here_and_round_no_circle(listed, installed_model, other_model):
    child = replace(installed_model.card, data={"started_from": other_model.card.model_id})
    parent = replace(other_model.card, data={"started_from": "0123"})
    seen = ModelsSeen(models=(listed(installed_model, card=child), listed(other_model, card=parent)))
    assert seen.lineage(seen.models[0]) == ["other-model", "0123"]
    looped = replace(other_model.card, data={"started_from": installed_model.card.model_id})
    seen = ModelsSeen(models=(listed(installed_model, card=child), listed(other_model, card=looped)))
    assert seen.lineage(seen.models[0]) == ["other-model"]


def test_a_model_that_has_seen_a_part_says_so(listed, installed_model, tmp_path):
    part = EmbeddedBy(model_id=installed_model.card.model_id, crops=3, size=2_000_000)
    use = CaseUse(folder=tmp_path, title="Road", active_id="x", crops=9, embedded=(part,))
    model = listed(installed_model)
    assert say_state(model, ModelsSeen(models=(model,), case=use)) == "partly prepared in this case · your own"
    seen = ModelsSeen(models=(model,), others=(use,), are_others_seen=True)
    assert who_uses(model, seen) == ["Road: kept beside another model, 2.0 MB"]
    assert say_size(999) == "999 bytes"


def test_the_item_model_survives_rows_that_are_not_there(listed, installed_model):
    model = ModelsItemModel()
    model.show_seen(ModelsSeen(models=(listed(installed_model),)))
    assert model.model(-1) is model.model(1) is None
    assert model.row_of("none") == -1
    assert model.active_row() == 0


def test_a_space_that_was_drawn_is_shown(qtbot, show_models, installed_model, theme):
    picture = picture_of(installed_model.card.model_id)
    picture.parent.mkdir(parents=True, exist_ok=True)
    assert WeightBars(theme, [("Hat", 1.0)]).grab().save(str(picture))
    dialog = show_models()
    choose(dialog, "test-model")
    shown = dialog.card.widget().findChild(QLabel, "spacePicture")
    qtbot.waitUntil(lambda: not shown.pixmap().isNull(), timeout=WITHIN_MS)
    assert shown.pixmap().width() == dialog.card.picture_width
    assert dialog.findChild(QAbstractButton, "openSpace") is not None
    dialog.card.show_picture("another", QImage(4, 4, QImage.Format.Format_RGB32))
    assert shown.pixmap().width() == dialog.card.picture_width
    picture.unlink()
