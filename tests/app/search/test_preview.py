"""The preview over the results: opened by Space, moved by their keys, with the frame or the crop."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.search.results_menu import results_menu
from app.tab import Tab
from engine.gallery.records import CropId, ReviewState

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def preview(qtbot, opened, red):
    """Return the preview of the first result, opened by its key."""
    red.results_view.choose(0)
    red.results_view.setFocus()
    qtbot.keyClick(red.results_view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: red.preview.view.has_image, timeout=10_000)
    return red.preview


def test_space_shows_the_person_large_and_takes_the_keys(red, preview):
    assert preview.isVisible() and preview.geometry() == red.results_view.viewport().geometry()
    assert red.window().focusWidget() is preview
    assert preview.view.zoom.factor > 1 and red.detail_pane.frame_view.zoom.factor == 1
    assert preview.view._image == red.detail_pane.frame_view._image
    assert preview.words.text().startswith("Rank 1, Gate A") and "red top: agrees" in preview.words.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_the_same_key_or_escape_closes_and_the_results_have_the_keys_again(qtbot, red, preview, key):
    qtbot.keyClick(preview, key)
    assert not preview.isVisible() and red.window().focusWidget() is red.results_view
    qtbot.keyClick(red.results_view, Qt.Key.Key_Space)
    qtbot.mouseClick(preview.close_button, LEFT)
    assert not preview.isVisible()


def test_arrows_and_reviews_go_to_the_results(qtbot, opened, red, preview):
    qtbot.keyClick(preview, Qt.Key.Key_Right)
    second = red.results.ranked(1).crop
    assert red.results_view.chosen_crop == second.id
    qtbot.waitUntil(lambda: preview.view.has_image and not preview.view.is_waiting, timeout=10_000)
    assert preview.words.text().startswith("Rank 2") and preview.view._box == second.box
    with qtbot.waitSignal(opened._service.reviewed, timeout=10_000):
        qtbot.keyClick(preview, Qt.Key.Key_Y)
    assert red.results.ranked(1).review is ReviewState.CONFIRMED and "; confirmed;" in preview.words.text()


def test_keys_zoom_the_preview_alone_and_another_person_begins_large(qtbot, red, preview):
    qtbot.keyClick(preview, Qt.Key.Key_0)
    assert preview.view.zoom.factor == 1
    qtbot.keyClick(preview, Qt.Key.Key_1)
    assert preview.view.zoom == preview.view._zoom_on_person()
    qtbot.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.view.zoom.factor > preview.view._zoom_on_person().factor > 1
    assert red.detail_pane.frame_view.zoom.factor == 1
    qtbot.keyClick(preview, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: preview.view.has_image and not preview.view.is_waiting, timeout=10_000)
    assert preview.view.zoom == preview.view._zoom_on_person()


def test_it_goes_to_the_frames_beside_and_keeps_the_part_in_sight(qtbot, red, preview):
    red.results_view.choose(red.results.row_of(CropId(3)))  # of the second frame
    pane = red.detail_pane
    qtbot.waitUntil(lambda: pane.is_settled and pane.frame_panel.bar.after_button.isEnabled(), timeout=10_000)
    before = preview.view.zoom
    qtbot.keyClick(preview, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: pane.facts.text("frame").startswith("frame 3") and pane.is_settled, timeout=10_000)
    assert preview.view.zoom == before and preview.view._box is None


def test_the_window_grows_and_the_person_with_it(qtbot, opened, red, preview):
    opened.resize(opened.width() + 200, opened.height() + 150)
    qtbot.waitUntil(lambda: preview.geometry() == red.results_view.viewport().geometry(), timeout=10_000)
    assert preview.view.zoom == preview.view._zoom_on_person()


def test_where_the_frame_is_gone_the_crop_stands_in_and_words_say_so(qtbot, red, asked):
    ranked = red.results.ranked(0)
    ranked.crop.frame_path.unlink()
    red.results_view.choose(0)
    view = red.detail_pane.frame_view
    qtbot.waitUntil(lambda: view._text.startswith("The frame cannot be shown") and bool(view._crop), timeout=10_000)
    view.grab()  # paints
    assert (view._crop_image().width(), view._crop_image().height()) == (40, 80)
    middle = view.grab().toImage().pixelColor(view.width() // 2, view.height() // 3)
    assert middle.red() > 150 > middle.blue()  # the red crop
    red.results_view.choose(1)
    assert view._crop == b""  # never somebody else's


def test_it_closes_where_nobody_is_chosen_any_more(qtbot, red, asked, preview):
    red.results_view.chosen.emit(None)
    assert preview.isVisible()  # the view itself still has somebody
    asked(lambda: red.filter_bar.quality.height_spin.setValue(200))  # nobody is so high
    assert red.results.rowCount() == 0 and not preview.isVisible()


def test_the_menu_of_a_tile_has_what_the_keys_do(qtbot, opened, red):
    view = red.results_view
    view.choose(0)
    spot = view.visualRect(view.model().index(2)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, view.viewport().mapToGlobal(spot))
    QApplication.sendEvent(view.viewport(), event)
    menu = view.findChild(QMenu, "resultsMenu")
    assert view.chosen_crop == red.results.ranked(2).crop.id
    keys = [action.text().partition("\t")[2] for action in menu.actions() if not action.isSeparator()]
    assert keys == ["Space", "Y", "N", "U", "B", "S", "Shift+S", "T", "L", "Ctrl+C", "Ctrl+E"]
    reject = next(action for action in menu.actions() if action.text().startswith("Reject"))
    with qtbot.waitSignal(opened._service.reviewed, timeout=10_000):
        reject.trigger()
    assert red.results.ranked(2).review is ReviewState.REJECTED
    menu.close()
    qtbot.waitUntil(lambda: view.findChild(QMenu, "resultsMenu") is None, timeout=10_000)


def test_what_is_shown_keeps_up_while_another_page_is_in_front(qtbot, opened, red, preview):
    first, second = red.results.ranked(0).crop, red.results.ranked(1).crop
    opened.show_tab(Tab.FOOTAGE)
    rest = tuple(red.results.ranked(row) for row in range(1, red.results.rowCount()))
    red.results_view.show_results(rest, len(rest), keep_place=True)  # as while an import goes on
    opened.show_tab(Tab.SEARCH)
    chosen = red.results_view.chosen_crop
    assert chosen != first.id and red.preview.words.text().startswith("Rank 2")
    qtbot.waitUntil(lambda: preview.view.has_image and preview.view._box == second.box, timeout=10_000)


def test_it_never_shows_whom_the_keys_do_not_mean(qtbot, red, preview):
    other = red.results.ranked(3)
    red.detail_pane.frame_panel.strip.chosen.emit(other)  # somebody of the track, in the detail pane
    assert not preview.isVisible() and red.detail_pane.shown_crop == other.crop.id
    qtbot.keyClick(red.results_view, Qt.Key.Key_Space)
    assert red.detail_pane.shown_crop == red.results_view.chosen_crop == red.results.ranked(0).crop.id


def test_somebody_who_has_not_been_fetched_is_waited_for(qtbot, red, preview, monkeypatch):
    second = red.results.ranked(1)
    monkeypatch.setattr(red.results, "ranked", lambda row: None if row == 1 else red.results.rows.at(row))
    qtbot.keyClick(preview, Qt.Key.Key_Right)
    assert red.results_view.chosen_crop is None and preview.isVisible()
    assert not preview.view.has_image and preview.words.text() == "not fetched yet"
    monkeypatch.undo()
    red.results_view.tell_again()  # as when the page comes
    qtbot.waitUntil(lambda: preview.view.has_image and preview.view._box == second.crop.box, timeout=10_000)
    assert preview.words.text().startswith("Rank 2")


def test_a_key_that_is_held_down_does_not_close_it_again(red, preview):
    held = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
    QApplication.sendEvent(preview, held)
    assert preview.isVisible()


def test_the_menu_means_those_who_were_chosen_when_it_came(qtbot, opened, red):
    view = red.results_view
    view.choose(0)
    first = view.chosen_crop
    menu = results_menu(view, red.results.ranked(0))
    rest = tuple(red.results.ranked(row) for row in range(1, red.results.rowCount()))
    view.show_results(rest, len(rest), keep_place=True)
    wanted = []
    view.review_wanted.connect(lambda crops, state: wanted.append((crops, state)))
    next(action for action in menu.actions() if action.text().startswith("Confirm")).trigger()
    assert wanted == [((first,), ReviewState.CONFIRMED)]


def test_the_menu_of_one_of_many_makes_it_the_current_one(qtbot, red):
    view = red.results_view
    view.choose(0)
    view._choose_row(4, Qt.KeyboardModifier.ControlModifier)
    view._choose_row(0, Qt.KeyboardModifier.ControlModifier)
    view._choose_row(0, Qt.KeyboardModifier.ControlModifier)
    many, spot = view.chosen_crops, view.visualRect(view.model().index(4)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, view.viewport().mapToGlobal(spot))
    QApplication.sendEvent(view.viewport(), event)
    assert view.chosen_crop == red.results.ranked(4).crop.id and view.chosen_crops == many and len(many) == 2
    view.findChild(QMenu, "resultsMenu").close()
