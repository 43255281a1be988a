"""Attributes of the case's own, agreement of two labellers, and labels by CSV, from the page."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QInputDialog

from app.jobs.job_order import JobKind
from app.jobs.job_state import JobStatus
from app.jobs.orders import label_export_order, label_import_order
from app.labelling.agreement_dialog import AgreementDialog
from app.labelling.attributes_dialog import AttributesDialog
from app.labelling.new_group_dialog import NewGroupDialog
from engine.casework.label_schema import read_label_schema
from engine.gallery.gallery import Gallery
from tests.app.test_keyboard_reach import check

KEY = Qt.Key
JOB_MS = 120_000


@pytest.fixture
def attributes(qtbot, labelling, ask_for, press):
    """Return the dialog of the attributes; one crop is labelled with a hat, and accessories alone are asked."""
    ask_for(labelling, "accessory")
    press(labelling, KEY.Key_1)
    labelling.head.more["labelAttributes"].click()
    dialog = labelling.findChild(AttributesDialog)
    qtbot.waitExposed(dialog)
    return dialog


@pytest.mark.parametrize("name", ["labelAttributes", "labelAgreement", "groups"])
def test_tab_reaches_all_of_a_dialog_in_reading_order(qtbot, labelling, name):
    head = labelling.head
    (head.groups_button if name == "groups" else head.more[name]).click()
    qtbot.waitUntil(lambda: bool(labelling.findChildren(QDialog)), timeout=10_000)
    dialog = labelling.findChildren(QDialog)[-1]
    qtbot.waitExposed(dialog)
    check(dialog)
    dialog.reject()


def choose(dialog, attribute_id):
    (item,) = dialog.tree.findItems(attribute_id, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive, 1)
    dialog.tree.setCurrentItem(item)


def kept_in(folder, peta):
    with Gallery.open(folder, read_only=True) as gallery:
        return read_label_schema(gallery, peta), [entry.facts for entry in gallery.audit_entries()]


def test_a_group_is_added_asked_and_labelled(qtbot, labelling, attributes, ask_for, press, in_the_case, peta):
    page, case = labelling, labelling._opened.folder
    attributes.add_button.click()
    dialog = attributes.findChild(NewGroupDialog)
    assert not dialog.add_button.isEnabled()
    qtbot.keyClicks(dialog.title_edit, "Reflective vest")
    dialog.add_button.click()
    qtbot.waitUntil(lambda: [box.group.id for box in page.work.panel.boxes] == ["accessory", "reflectiveVestGroup"])
    attributes.close_button.click()
    kept, log = kept_in(case, peta)
    assert kept.schema.attribute_ids[-1] == "reflectiveVest" and log[-1] == '{"what":"added Reflective vest"}'
    ask_for(page, "reflectiveVestGroup")
    first = page.desk.current
    press(page, KEY.Key_1)
    second = page.desk.current
    press(page, KEY.Key_0)
    said = {where: value for where, value in in_the_case(case).items() if where[1] == "reflectiveVest"}
    assert said == {(first, "reflectiveVest"): True, (second, "reflectiveVest"): False}


def test_a_trait_that_bolo_refuses_is_refused_while_it_is_typed(qtbot, attributes):
    attributes.add_button.click()
    dialog = attributes.findChild(NewGroupDialog)
    qtbot.keyClicks(dialog.title_edit, "Religion")
    assert not dialog.add_button.isEnabled() and "Bolo keeps no attribute for" in dialog.problem.text()
    dialog.reject()


def test_a_retired_attribute_is_not_asked_its_labels_stay_and_it_comes_back(
    qtbot, labelling, attributes, in_the_case, peta
):
    page, case = labelling, labelling._opened.folder
    labelled = in_the_case(case)
    assert list(labelled.values()) == [True]
    choose(attributes, "accessoryHat")
    attributes.retire_button.click()
    qtbot.waitUntil(lambda: "accessoryHat" not in page.work.panel.boxes[0].chips, timeout=10_000)
    assert page.work.panel.boxes[0].chips["accessorySunglasses"].chip_text.key == "2"  # as before
    assert in_the_case(case) == labelled
    assert not attributes.retire_button.isEnabled()
    attributes.restore_button.click()
    qtbot.waitUntil(lambda: "accessoryHat" in page.work.panel.boxes[0].chips, timeout=10_000)
    assert [fact for fact in kept_in(case, peta)[1] if "accessoryHat" in fact] == [
        '{"what":"retired accessoryHat"}',
        '{"what":"restored accessoryHat"}',
    ]


def test_an_attribute_is_renamed_and_keeps_its_id(qtbot, labelling, attributes, peta):
    choose(attributes, "accessoryHat")
    attributes.rename_button.click()
    dialog = attributes.findChild(QInputDialog)
    dialog.setTextValue("Headwear")
    dialog.accept()
    case = labelling._opened.folder
    qtbot.waitUntil(lambda: kept_in(case, peta)[0].schema.attribute("accessoryHat").label == "Headwear", timeout=10_000)


def test_a_second_change_before_the_first_is_answered_leaves_it(qtbot, labelling, attributes, peta, monkeypatch):
    gate, keep = threading.Event(), Gallery.keep_label_schema
    monkeypatch.setattr(Gallery, "keep_label_schema", lambda *args: gate.wait(20) and keep(*args))
    for attribute in ("accessoryHat", "accessoryMuffler"):
        choose(attributes, attribute)
        attributes.retire_button.click()
    gate.set()
    case = labelling._opened.folder
    retired = ['{"what":"retired accessoryHat"}', '{"what":"retired accessoryMuffler"}']
    qtbot.waitUntil(lambda: kept_in(case, peta)[1][-2:] == retired, timeout=10_000)
    assert kept_in(case, peta)[0].retired == {"accessoryHat", "accessoryMuffler"}


def test_a_change_that_cannot_be_is_said(qtbot, attributes):
    choose(attributes, "accessoryHat")
    attributes.rename_button.click()
    dialog = attributes.findChild(QInputDialog)
    dialog.setTextValue("Religion")
    dialog.accept()
    qtbot.waitUntil(attributes.problem.isVisible, timeout=10_000)
    assert "cannot be an attribute's label" in attributes.problem.text()


def test_a_change_that_is_not_kept_is_said(qtbot, attributes, monkeypatch):
    monkeypatch.setattr(Gallery, "keep_label_schema", lambda *_: (_ for _ in ()).throw(OSError(28, "no space left")))
    choose(attributes, "accessoryHat")
    attributes.retire_button.click()
    qtbot.waitUntil(attributes.problem.isVisible, timeout=10_000)
    assert "no space left" in attributes.problem.text() and attributes.retire_button.isEnabled()


def test_two_labellers_are_compared_and_a_contradiction_is_shown(qtbot, labelling):
    page, case = labelling, labelling._opened.folder
    with Gallery.open(case) as gallery:
        ids = gallery.crop_ids()
        for name, answers in (("ann", (True, True, False, True)), ("bob", (True, False, False, False))):
            said = {
                id_: {"accessoryHat": value, "personalMale": True} for id_, value in zip(ids, answers, strict=False)
            }
            gallery.save_labels(said, labeller=name)
    page.head.more["labelAgreement"].click()
    qtbot.waitUntil(lambda: page.findChild(AgreementDialog) is not None, timeout=10_000)
    dialog = page.findChild(AgreementDialog)
    assert dialog.pair_box.currentText() == "ann and bob"
    cells = [[dialog.rows.index(row, column).data() for column in range(4)] for row in range(2)]
    assert cells == [["Hat", "4", "2", "0.2"], ["Man", "4", "4", "—"]]
    assert dialog.crops.count() == 2
    assert f"Crop {ids[1]}, Gate A" in dialog.crops.item(0).text()
    assert dialog.crops.item(0).text().endswith("Hat: ann says yes, bob says no")
    dialog.table.selectRow(1)
    assert dialog.crops.count() == 0
    dialog.table.selectRow(0)
    dialog.crops.setCurrentRow(1)
    dialog.show_button.click()
    assert page.desk.current == ids[3] and not dialog.isVisible()


def test_without_two_labellers_the_dialog_says_how_to_get_there(qtbot, labelling):
    labelling.head.more["labelAgreement"].click()
    qtbot.waitUntil(lambda: labelling.findChild(AgreementDialog) is not None, timeout=10_000)
    dialog = labelling.findChild(AgreementDialog)
    assert "label in another name" in dialog.hint.text() and not dialog.table.isVisible()
    dialog.accept()


def test_labels_go_out_and_come_in_by_jobs(qtbot, labelling, ask_for, press, in_the_case, tmp_path):
    page, case = labelling, labelling._opened.folder
    window = page.window()
    ask_for(page, "gender")
    first = page.desk.current
    press(page, KEY.Key_1)
    out = tmp_path / "labels.csv"
    job = window.jobs.start(label_export_order(case, out))
    qtbot.waitUntil(lambda: job.state.has_ended, timeout=JOB_MS)
    assert job.order.kind is JobKind.LABELS and job.state.status is JobStatus.FINISHED
    assert job.state.summary["rows"] == 1
    text = f"crop_id,personalFemale,halo\r\n{first},0,\r\n77777,1,\r\n"
    out.write_text(text)
    page.dialogs.job_ordered.emit(label_import_order(case, out, page.desk.labeller_name))
    job = window.jobs.jobs[-1]
    qtbot.waitUntil(lambda: job.state.has_ended, timeout=JOB_MS)
    assert job.state.status is JobStatus.FINISHED and job.state.summary["labels"] == 1
    reasons = [failure.reason for failure in job.state.failures]
    assert len(reasons) == 2 and any("77777" in reason for reason in reasons) and any("halo" in one for one in reasons)
    assert in_the_case(case)[first, "personalFemale"] is False
    qtbot.keyClick(page.stage.picture, KEY.Key_Left)
    chip = page.work.panel.boxes[0].chips["personalFemale"]
    qtbot.waitUntil(
        lambda: page.desk.current == first and chip.word is not None and not chip.word.value, timeout=10_000
    )
