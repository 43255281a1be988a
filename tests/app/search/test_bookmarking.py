"""Bookmarks from the detail pane, and adding to the case for a reason; undone, kept, hidden from a blind reviewer."""

import time

import pytest
from PySide6.QtCore import Qt

from engine.casework.bookmarking import bookmark_crop
from engine.gallery.gallery import Gallery
from engine.gallery.records import BookmarkState, CropId

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def row(red):
    """Return the row of the first result."""
    red.results_view.choose(0)
    return red.detail_pane.bookmark_row


def kept(case):
    with Gallery.open(case, read_only=True) as gallery:
        return {crop_id: (said.state, said.note) for crop_id, said in gallery.bookmarks().items()}


def test_a_click_bookmarks_and_a_second_takes_back(qtbot, red, row, small_case):
    chosen = red.results_view.chosen_crop
    qtbot.mouseClick(row.bookmark_button, LEFT)
    qtbot.waitUntil(lambda: kept(small_case) == {chosen: (BookmarkState.BOOKMARKED, "")}, timeout=10_000)
    assert row.bookmark_button.isChecked()
    red.results_view.choose(1)
    assert not row.bookmark_button.isChecked()
    red.results_view.choose(0)
    assert row.bookmark_button.isChecked()
    qtbot.mouseClick(row.bookmark_button, LEFT)
    qtbot.waitUntil(lambda: kept(small_case) == {}, timeout=10_000)


def test_somebody_is_added_only_with_a_reason_and_undo_brings_the_note_back(qtbot, red, row, small_case):
    chosen = red.results_view.chosen_crop
    qtbot.mouseClick(row.add_button, LEFT)
    dialog = red.bookmarking.dialog
    assert not dialog.add_button.isEnabled() and not row.add_button.isChecked()
    qtbot.keyClicks(dialog.reason_edit, "  the bag  of the witness ")
    qtbot.mouseClick(dialog.add_button, LEFT)
    added = {chosen: (BookmarkState.ADDED, "the bag of the witness")}
    qtbot.waitUntil(lambda: kept(small_case) == added, timeout=10_000)
    assert row.add_button.text() == "✓ In the case" and "the bag of the witness" in row.add_button.toolTip()
    assert not row.bookmark_button.isEnabled()
    qtbot.mouseClick(row.add_button, LEFT)  # the reason can be changed
    assert red.bookmarking.dialog.reason == "the bag of the witness"
    red.bookmarking.dialog.reject()
    red.undo.undo()
    qtbot.waitUntil(lambda: kept(small_case) == {}, timeout=10_000)
    red.undo.redo()
    qtbot.waitUntil(lambda: kept(small_case) == added, timeout=10_000)


def test_a_note_outlives_a_bookmark_that_is_taken_back_and_set_again(qtbot, opened, red, row, small_case):
    chosen = red.results_view.chosen_crop
    with Gallery.open(small_case) as gallery:
        bookmark_crop(gallery, chosen, BookmarkState.BOOKMARKED, "look again")
    red.bookmarking.read_again()
    qtbot.waitUntil(row.bookmark_button.isChecked, timeout=10_000)
    qtbot.mouseClick(row.bookmark_button, LEFT)
    qtbot.waitUntil(lambda: kept(small_case) == {}, timeout=10_000)
    red.undo.undo()
    qtbot.waitUntil(lambda: kept(small_case) == {chosen: (BookmarkState.BOOKMARKED, "look again")}, timeout=10_000)


def test_a_blind_reviewer_neither_sees_nor_changes_bookmarks(qtbot, window, small_case):
    with Gallery.open(small_case) as gallery:
        bookmark_crop(gallery, CropId(1), BookmarkState.ADDED, "the hat")
    window.open_case(small_case, "Ann")
    qtbot.waitUntil(lambda: window.search_page is not None and window.search_page.is_answered, timeout=20_000)
    page = window.search_page
    page.results_view.choose(page.results.row_of(CropId(1)))
    qtbot.keyClick(page.results_view, Qt.Key.Key_B)
    assert "blind review" in page.header.summary
    assert not page.detail_pane.bookmark_row.add_button.isEnabled()
    assert page.bookmarking.crop_ids == frozenset()
    window.close_case()
    assert kept(small_case) == {CropId(1): (BookmarkState.ADDED, "the hat")}


def test_undo_leaves_in_the_case_who_was_added_elsewhere_since(qtbot, red, row, small_case):
    chosen = red.results_view.chosen_crop
    qtbot.mouseClick(row.bookmark_button, LEFT)
    qtbot.waitUntil(lambda: kept(small_case) != {}, timeout=10_000)
    with Gallery.open(small_case) as gallery:
        bookmark_crop(gallery, chosen, BookmarkState.ADDED, "witness")  # on the page of the case
    red.bookmarking.read_again()
    qtbot.waitUntil(row.add_button.isChecked, timeout=10_000)
    red.undo.undo()
    asked = []
    red._service.ask(lambda _desk: True, asked.append)
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert kept(small_case) == {chosen: (BookmarkState.ADDED, "witness")} and row.add_button.isChecked()


def test_many_are_bookmarked_and_a_note_stays(qtbot, red, small_case):
    with Gallery.open(small_case) as gallery:
        bookmark_crop(gallery, CropId(1), BookmarkState.BOOKMARKED, "blue van")
    red.bookmarking.read_again()
    qtbot.waitUntil(lambda: red.bookmarking.crop_ids == {1}, timeout=10_000)
    red.bookmarking.turn((CropId(1), CropId(3)))
    both = {1: (BookmarkState.BOOKMARKED, "blue van"), 3: (BookmarkState.BOOKMARKED, "")}
    qtbot.waitUntil(lambda: kept(small_case) == both, timeout=10_000)


def test_a_bookmark_that_is_set_while_the_case_is_read_again_counts(qtbot, red, small_case):
    red._service.ask(lambda _desk: time.sleep(0.3), lambda _nothing: None)
    red.bookmarking.read_again()
    red.bookmarking.turn((CropId(1),))
    qtbot.waitUntil(lambda: kept(small_case) != {}, timeout=10_000)
    qtbot.wait(200)
    assert red.bookmarking.crop_ids == {1}


def test_what_could_not_be_kept_is_not_shown_as_kept(qtbot, red, row, small_case):
    red.bookmarking.turn((CropId(9999),))  # whom the case has not
    qtbot.waitUntil(lambda: red.bookmarking.crop_ids == frozenset(), timeout=10_000)
    assert "9999" in red.header.summary


def test_the_question_for_a_reason_goes_with_its_page(qtbot, opened, red, row):
    qtbot.mouseClick(row.add_button, LEFT)
    dialog = red.bookmarking.dialog
    red.close_case()
    assert not dialog.isVisible() and red.bookmarking.dialog is None
