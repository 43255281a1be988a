"""Reviews by key and button: marked, kept, undone, filtered by and learnt from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, ReviewState

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def reviewed(qtbot, opened):
    """Return what does something, and waits until the case has kept a word on a crop."""

    def act(do):
        with qtbot.waitSignal(opened._service.reviewed, timeout=10_000):
            do()

    return act


def states(case):
    with Gallery.open(case, read_only=True) as gallery:
        return gallery.review_states()


@pytest.mark.parametrize(
    ("key", "state"),
    [
        (Qt.Key.Key_Y, ReviewState.CONFIRMED),
        (Qt.Key.Key_N, ReviewState.REJECTED),
        (Qt.Key.Key_U, ReviewState.UNSURE),
    ],
)
def test_a_key_reviews_the_chosen_crop_and_the_tile_says_so(qtbot, red, reviewed, small_case, key, state):
    red.results_view.choose(2)
    chosen = red.results_view.chosen_crop
    reviewed(lambda: qtbot.keyClick(red.results_view, key))
    assert red.results.ranked(2).review is state
    assert f"; {state.value}; " in red.results.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    buttons = red.detail_pane.review_row.buttons
    assert [of for of, button in buttons.items() if button.isChecked()] == [state]
    assert states(small_case) == {chosen: state}


def test_a_word_said_twice_is_taken_back_and_undo_brings_the_one_before(qtbot, red, reviewed, small_case):
    red.results_view.choose(0)
    chosen = red.results_view.chosen_crop
    confirm = red.detail_pane.review_row.buttons[ReviewState.CONFIRMED]
    reviewed(lambda: qtbot.mouseClick(confirm, LEFT))
    reviewed(lambda: qtbot.keyClick(red.results_view, Qt.Key.Key_N))
    assert states(small_case) == {chosen: ReviewState.REJECTED}
    reviewed(lambda: qtbot.keyClick(red.results_view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
    assert states(small_case) == {chosen: ReviewState.CONFIRMED} and confirm.isChecked()
    reviewed(lambda: qtbot.mouseClick(confirm, LEFT))
    assert states(small_case) == {} and not confirm.isChecked()
    assert red.description_panel.description.tick_of("upperBodyRed").value == "has"  # the ticks stay
    with Gallery.open(small_case, read_only=True) as gallery:
        assert [entry.action for entry in gallery.audit_entries()].count("reviewed") == 4
        assert len(list(gallery.reviews(chosen))) == 4


def test_keys_that_follow_each_other_fast_are_undone_one_by_one(qtbot, red, opened, small_case):
    red.results_view.choose(0)
    chosen = red.results_view.chosen_crop
    spy = QSignalSpy(opened._service.reviewed)
    for key in (Qt.Key.Key_Y, Qt.Key.Key_U, Qt.Key.Key_U):
        qtbot.keyClick(red.results_view, key)  # before the case has answered
    red.undo.undo()
    red.undo.undo()
    qtbot.waitUntil(lambda: spy.count() == 5, timeout=10_000)
    assert states(small_case) == {chosen: ReviewState.CONFIRMED}


def test_what_was_reviewed_leaves_a_list_of_unreviewed_crops_and_the_next_is_chosen(
    qtbot, red, asked, shown, small_case
):
    def only_unreviewed():
        for state in (ReviewState.CONFIRMED, ReviewState.REJECTED, ReviewState.UNSURE):
            red.filter_bar.reviews.boxes[state].setChecked(False)

    asked(only_unreviewed)
    assert red.filter_bar.more_button.text().strip() == "unreviewed"
    before = shown(red)
    red.results_view.choose(3)
    asked(lambda: qtbot.keyClick(red.results_view, Qt.Key.Key_N))
    assert shown(red) == [crop_id for crop_id in before if crop_id != before[3]]
    assert red.results_view.chosen_crop == before[4]
    assert red.detail_pane.shown_crop == before[4]
    asked(red.undo.undo)
    assert shown(red) == before


def test_a_quality_limit_leaves_out_small_crops(qtbot, opened, asked):
    page = opened.search_page
    page.filter_bar.quality.height_spin.setValue(80)
    qtbot.waitUntil(lambda: page.filter_bar.more_button.text().strip() == "≥ 80 px")
    asked(lambda: page.filter_bar.quality.height_spin.setValue(81))
    assert page.empty.isVisible() and page.results.rowCount() == 0  # they are 80 px high
    asked(lambda: qtbot.mouseClick(page.empty.action_button, LEFT))
    assert page.results.rowCount() == 24
    asked(lambda: page.filter_bar.quality.sharpness_spin.setValue(100))
    assert page.results.rowCount() == 24  # a sharpness of 120


def test_reviewed_people_count_as_examples_once_they_are_asked_for(qtbot, red, asked, reviewed, small_case):
    red.results_view.choose(0)
    reviewed(lambda: qtbot.keyClick(red.results_view, Qt.Key.Key_Y))
    before = [red.results.ranked(row).score for row in range(24)]
    asked(lambda: qtbot.mouseClick(red.description_panel.learn_box, LEFT))
    assert "learnt from 1 review" in red.header.summary
    assert [red.results.ranked(row).score for row in range(24)] != before
    red.results_view.choose(20)
    asked(lambda: qtbot.keyClick(red.results_view, Qt.Key.Key_N))  # a new word is learnt at once
    assert "learnt from 2 reviews" in red.header.summary
    asked(red.undo.undo)
    asked(red.undo.undo)
    assert not red.description_panel.learn_box.isChecked()
    assert [red.results.ranked(row).score for row in range(24)] == before


def test_a_review_that_cannot_be_kept_is_told(qtbot, opened):
    page = opened.search_page
    with qtbot.waitSignal(opened._service.change_failed, timeout=10_000):
        page.reviewing.review([CropId(999)], ReviewState.CONFIRMED)
    assert "999" in page.header.summary
