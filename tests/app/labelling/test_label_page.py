"""Labelling by keys and mouse in the window; every word is in the case at once."""

import sqlite3
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from app.help.shortcuts import key_lines
from app.labelling.groups_dialog import GroupsDialog
from app.tab import Tab
from engine.casework.label_order import LabelOrder
from engine.gallery.gallery import Gallery
from engine.gallery.records import Said

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_one_key_answers_an_exclusive_group_and_the_next_crop_comes(qtbot, labelling, ask_for, press, in_the_case):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "gender")
    first = page.desk.current
    press(page, KEY.Key_1)
    assert page.desk.current not in (None, first)
    assert in_the_case(case) == {(first, "personalFemale"): True, (first, "personalMale"): False}
    qtbot.waitUntil(lambda: page.head.progress == "1 of 24 labelled", timeout=10_000)


def test_the_next_crop_is_of_another_track(labelling, ask_for, press, crops_of_track):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "gender")
    tracks = []
    for _crop in range(4):
        tracks.append(tuple(crops_of_track(case, page.desk.current)))
        press(page, KEY.Key_2)
    assert len(set(tracks)) == 4


def test_several_groups_follow_on_each_other(labelling, ask_for, press, in_the_case):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "gender", "accessory")
    first = page.desk.current
    press(page, KEY.Key_2)
    assert page.desk.current == first and page.work.panel.group.id == "accessory"
    press(page, KEY.Key_1)  # a hat; more may be worn
    assert page.desk.current == first
    press(page, KEY.Key_0)
    assert page.desk.current != first and page.work.panel.group.id == "gender"
    said = in_the_case(case)
    assert said[first, "accessoryHat"] is True and said[first, "accessoryMuffler"] is False
    assert said[first, "personalMale"] is True


def test_unsure_is_stored_as_unknown(labelling, ask_for, press, in_the_case):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "gender")
    first = page.desk.current
    press(page, KEY.Key_U)
    assert in_the_case(case) == {(first, "personalFemale"): None, (first, "personalMale"): None}
    assert page.desk.current != first


def test_what_is_skipped_stays_unlabelled_and_does_not_come_again(qtbot, labelling, ask_for, press, in_the_case):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "gender")
    skipped = page.desk.current
    press(page, KEY.Key_S)
    passed = page.desk.current
    press(page, KEY.Key_Right)
    came = []
    while len(came) < 22:
        came.append(page.desk.current)
        press(page, KEY.Key_1)
    assert len(set(came)) == 22 and skipped not in came and passed not in came
    qtbot.waitUntil(lambda: page.desk.current == passed)  # who was passed over comes once all have come
    press(page, KEY.Key_1)
    assert page.empty.isVisible() and not page.work.isVisible()
    assert len({crop for crop, _ in in_the_case(case)}) == 23


def test_undo_writes_back_what_stood_there_and_shows_the_crop(labelling, ask_for, press, in_the_case):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "gender")
    first = page.desk.current
    press(page, KEY.Key_1, KEY.Key_Left, KEY.Key_2)
    assert in_the_case(case)[first, "personalMale"] is True
    press(page, KEY.Key_Z, modifiers=CTRL)
    assert page.desk.current == first and in_the_case(case)[first, "personalMale"] is False
    press(page, KEY.Key_Z, modifiers=CTRL)
    assert in_the_case(case) == {}
    page.head.redo_button.click()
    press(page)
    assert in_the_case(case)[first, "personalFemale"] is True
    chip = page.work.panel.boxes[0].chips["personalFemale"]
    assert page.desk.current == first and chip.word == Said(True) and chip.accessibleName() == "Woman: has"


def test_one_key_labels_a_whole_track_and_undo_takes_it_back(
    qtbot, labelling, ask_for, press, in_the_case, crops_of_track
):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "gender")
    first = page.desk.current
    mates = crops_of_track(case, first)
    press(page, KEY.Key_T, KEY.Key_1)
    assert {crop for crop, _ in in_the_case(case)} == set(mates) and len(mates) == 6
    qtbot.waitUntil(lambda: page.head.progress == "6 of 24 labelled", timeout=10_000)
    press(page, KEY.Key_Z, modifiers=CTRL)
    assert in_the_case(case) == {}
    press(page, KEY.Key_T)
    assert not page.stage.whole_track_button.isChecked()


def test_the_rest_of_a_track_that_was_labelled_whole_does_not_come(labelling, ask_for, press, in_the_case):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "gender")
    press(page, KEY.Key_S, KEY.Key_S, KEY.Key_S, KEY.Key_S, KEY.Key_S, KEY.Key_S)  # into the second round
    press(page, KEY.Key_T)
    came = []
    while page.desk.current is not None:
        came.append(page.desk.current)
        assert (page.desk.current, "personalMale") not in in_the_case(case)
        press(page, KEY.Key_2)
    assert len(came) == 4  # one of each track
    assert {value for (_, name), value in in_the_case(case).items() if name == "personalMale"} == {True}


def test_what_was_said_of_a_crop_is_said_of_its_track(labelling, ask_for, press, in_the_case, crops_of_track):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "gender", "accessory")
    first = page.desk.current
    press(page, KEY.Key_1, KEY.Key_W)
    assert page.desk.current == first
    said = in_the_case(case)
    assert {crop for crop, _ in said} == set(crops_of_track(case, first))
    assert all(value is (name == "personalFemale") for (_, name), value in said.items())


def test_many_crops_get_the_value_of_one_key(qtbot, labelling, ask_for, press, in_the_case):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "gender")
    press(page, KEY.Key_G, modifiers=CTRL)
    assert page.batch.isVisible() and page.batch.crops.rowCount() == 24
    press(page, KEY.Key_2)  # nobody is chosen
    assert in_the_case(case) == {}
    for row in range(20):
        page.batch.view.selectionModel().select(
            page.batch.crops.index(row), page.batch.view.selectionModel().SelectionFlag.Select
        )
    chosen = set(page.batch.chosen)
    press(page, KEY.Key_2)
    assert {crop for (crop, name), value in in_the_case(case).items() if value and name == "personalMale"} == chosen
    assert len(chosen) == 20
    press(page, KEY.Key_A, modifiers=CTRL)
    press(page, KEY.Key_U)
    assert set(in_the_case(case).values()) == {None}
    press(page, KEY.Key_Z, modifiers=CTRL)
    assert {crop for crop, _ in in_the_case(case)} == chosen
    press(page, KEY.Key_Return)
    qtbot.waitUntil(lambda: page.batch.crops.rowCount() == 4, timeout=10_000)  # the others come again


def test_a_guess_comes_on_request_is_marked_and_confirmed_by_a_key(qtbot, labelling, ask_for, press, in_the_case):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "upperColour")
    first = page.desk.current
    press(page)
    chips = page.work.panel.boxes[0].chips
    colour = "upperBodyRed" if first % 2 else "upperBodyBlue"
    assert chips[colour].word is None
    press(page, KEY.Key_G)
    qtbot.waitUntil(lambda: chips[colour].word == Said(True, is_guess=True), timeout=10_000)
    assert chips[colour].accessibleName().endswith("has, the model's guess")
    qtbot.waitUntil(lambda: page.is_settled, timeout=10_000)
    assert in_the_case(case) == {}
    with Gallery.open(case, read_only=True) as gallery:
        assert {label.is_guess for label in gallery.labels()} == {True}
        assert gallery.label_counts() == {}
    press(page, KEY.Key_Return)
    said = in_the_case(case)
    assert said[first, colour] is True and sum(said.values()) == 1
    assert page.desk.current != first


def test_labels_that_cannot_be_kept_are_said_and_kept_later(qtbot, labelling, ask_for, press, in_the_case, monkeypatch):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "gender")
    first = page.desk.current

    def full(*_arguments, **_options):
        raise sqlite3.OperationalError("disk full")

    with monkeypatch.context() as broken:
        broken.setattr(Gallery, "change_labels", full)
        press(page, KEY.Key_1)
    bar = page.notices.unkept_bar
    assert bar.isVisible() and bar.words.startswith("2 labels were not kept: The case cannot be read (disk full)")
    press(page, KEY.Key_Left)
    chip = page.work.panel.boxes[0].chips["personalFemale"]
    assert page.desk.current == first and chip.accessibleName() == "Woman: has, not kept"
    assert in_the_case(case) == {}
    page.notices.again_button.click()
    press(page)
    assert not bar.isVisible() and in_the_case(case)[first, "personalFemale"] is True
    assert chip.accessibleName() == "Woman: has"


def test_a_label_that_is_long_on_its_way_is_said_to_be(qtbot, labelling, ask_for, monkeypatch):
    page, gate = labelling, threading.Event()
    ask_for(page, "gender")
    change = Gallery.change_labels
    monkeypatch.setattr(Gallery, "change_labels", lambda *args, **kwargs: gate.wait(20) and change(*args, **kwargs))
    saving = page.findChild(QLabel, "labelSaving")
    qtbot.keyClick(page.stage.picture, KEY.Key_1)
    qtbot.waitUntil(lambda: saving.text() == "saving…", timeout=10_000)
    gate.set()
    qtbot.waitUntil(lambda: saving.text() == "", timeout=10_000)


def test_each_labeller_sees_their_own_labels(qtbot, labelling, ask_for, press):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "gender")
    page.desk.set_labeller("ann")
    qtbot.waitUntil(lambda: page.is_settled and page.desk.labeller_name == "ann", timeout=10_000)
    first = page.desk.current
    press(page, KEY.Key_1)
    page.desk.set_labeller("bob")
    qtbot.waitUntil(lambda: page.is_settled and page.desk.labeller_name == "bob", timeout=10_000)
    assert page.desk.current == first and page.desk.labelled == 0
    assert page.work.panel.boxes[0].chips["personalFemale"].word is None
    assert page.head.name_button.text() == "Labelled by bob"
    press(page, KEY.Key_2)
    with Gallery.open(case, read_only=True) as gallery:
        said = {(label.who, label.attribute): label.value for label in gallery.labels()}
    assert said["ann", "personalFemale"] is True and said["bob", "personalFemale"] is False


def test_the_order_is_chosen_and_the_focus_goes_back_to_the_crop(qtbot, labelling):
    page = labelling
    box = page.head.order_box
    box.setCurrentIndex(box.findData(LabelOrder.CHANCE))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: page.is_settled, timeout=10_000)
    assert page.desk.order is LabelOrder.CHANCE and page.desk.current is not None
    assert page.window().focusWidget() is page.stage.picture


def test_groups_are_chosen_in_a_dialog_that_counts_labels(qtbot, labelling, ask_for, press):
    page = labelling
    ask_for(page, "gender")
    press(page, KEY.Key_2, KEY.Key_1)
    qtbot.waitUntil(lambda: "personalMale" in page.desk.counts, timeout=10_000)
    page.head.groups_button.click()
    dialog = page.findChild(GroupsDialog)
    item = dialog.tree.topLevelItem(0)
    assert [item.child(1).text(column) for column in range(4)] == ["Man", "1", "1", "0"]
    assert dialog.chosen == {"gender"}
    dialog.none_button.click()
    assert not dialog.take_button.isEnabled()
    dialog.tick(frozenset({"hairLength"}))
    dialog.take_button.click()
    qtbot.waitUntil(lambda: page.is_settled, timeout=10_000)
    assert [box.group.id for box in page.work.panel.boxes] == ["hairLength"]
    assert page.head.groups_button.text() == "Asked: 1 group"


def test_the_crops_of_the_track_stand_beside_and_one_is_taken_by_key(labelling, press, crops_of_track):
    page, case = labelling, labelling._opened.folder
    first = page.desk.current
    mates = crops_of_track(case, first)
    assert list(page.stage.strip.track) == mates
    place = mates.index(first)
    step = (KEY.Key_Period, 1) if place < 5 else (KEY.Key_Comma, -1)
    press(page, step[0])
    assert page.desk.current == mates[place + step[1]]


def test_what_is_chosen_in_a_search_is_labelled_first(qtbot, window, tracked_case, press):
    window.open_case(tracked_case)
    qtbot.waitUntil(lambda: window.search_page is not None and window.search_page.is_answered, timeout=20_000)
    view, page = window.search_page.results_view, window.case_view.label_page
    view.choosing.all()
    first, second, third, *_ = view.chosen_crops

    def is_at(crop_id):
        return lambda: page.isVisible() and page.is_settled and page.desk.current == crop_id

    qtbot.keyClick(view, KEY.Key_L)  # the page has not read the case yet
    qtbot.waitUntil(is_at(first), timeout=20_000)
    press(page, KEY.Key_Right, KEY.Key_Right)
    assert page.desk.current == third
    window.show_tab(Tab.SEARCH)
    view.choose(1)
    qtbot.keyClick(view, KEY.Key_L)
    qtbot.waitUntil(is_at(second), timeout=20_000)


def test_the_help_lists_the_keys_of_the_values_at_hand(labelling, ask_for):
    page = labelling
    ask_for(page, "gender")
    lines = {line.keys: line.words for line in key_lines(page.window()) if line.place == "Label"}
    assert lines["1"] == "Label: Woman" and lines["2"] == "Label: Man" and "3" not in lines
    assert {"0", "U", "S", "G", "T", "W", "Ctrl+G", "Return", "Right", "Left"} <= set(lines)
    for action in page.findChildren(QAction):
        assert not action.shortcuts() or action.text()


def test_a_case_that_is_read_only_can_be_seen_and_not_labelled(open_page, tracked_case, ask_for, press, in_the_case):
    with Gallery.open(tracked_case) as gallery:
        crop_ids = gallery.crop_ids()
        gallery.save_labels({crop_ids[0]: {"personalMale": True}})
    (tracked_case / "case.db").chmod(0o444)
    from engine.gallery import gallery as module

    was, module._may_write = module._may_write, lambda _path: False
    try:
        page = open_page(tracked_case)
    finally:
        module._may_write = was
    ask_for(page, "gender")
    assert "read-only" in page.notices.trouble_bar.words
    assert not page.work.panel.boxes[0].chips["personalMale"].isEnabled()
    before = in_the_case(tracked_case)
    press(page, KEY.Key_1)
    assert in_the_case(tracked_case) == before


def test_a_case_without_crops_says_so(qtbot, window, open_page, empty_case):
    page = open_page(empty_case)
    qtbot.waitUntil(page.empty.isVisible, timeout=10_000)
    assert window.focusWidget() is page.empty.action_button
    with qtbot.waitSignal(page.import_wanted):
        page.empty.action_button.click()
    window.dialogs.import_dialog.reject()


def test_without_a_model_labels_are_given_all_the_same(
    open_page, tracked_case, ask_for, press, in_the_case, monkeypatch
):
    from engine.casework import label_schema
    from engine.errors import ModelError
    from engine.search import active_model

    def none(*_arguments):
        raise ModelError("There is no model here; add one.")

    monkeypatch.setattr(active_model, "active_model", none)
    monkeypatch.setattr(label_schema, "active_model", none)
    page = open_page(tracked_case)
    ask_for(page, "gender")
    assert not page.stage.guess_button.isEnabled() and page.desk.order is LabelOrder.CHANCE
    press(page, KEY.Key_1)
    assert len(in_the_case(tracked_case)) == 2


@pytest.mark.parametrize("tab", [Tab.SEARCH, Tab.CASE])
def test_keys_of_the_page_do_nothing_elsewhere(qtbot, labelling, tab, in_the_case):
    page = labelling
    window = page.window()
    window.show_tab(tab)
    qtbot.keyClick(window.focusWidget() or window, KEY.Key_1)
    qtbot.wait(50)
    assert in_the_case(page._opened.folder) == {}


def test_the_way_to_the_wizard_is_on_the_page(qtbot, labelling):
    page, window = labelling, labelling.window()
    qtbot.mouseClick(page.head.train_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.trainings.wizard is not None, timeout=20_000)
    window.trainings.wizard.reject()
    qtbot.waitUntil(lambda: window.trainings.wizard is None)
