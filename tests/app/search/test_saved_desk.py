"""Saved searches in the window: saved, opened, with new hits marked, changed, removed, and all of it undone."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.search.description import Tick
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, StoredSearch
from engine.search.filters import Filters

LEFT = Qt.MouseButton.LeftButton
NEW = [CropId(3), CropId(7)]  # of the red tops


def actions(case):
    with Gallery.open(case, read_only=True) as gallery:
        return [(entry.action, json.loads(entry.facts).get("name")) for entry in gallery.audit_entries()]


def entries(page):
    """Return the entries of the menu as it is when it opens: text, and whether it can be chosen."""
    page.description_panel.saved_bar.menu.aboutToShow.emit()
    actions = page.description_panel.saved_bar.menu.actions()
    return {action.text(): action for action in actions if not action.isSeparator()}


def button_text(page):
    return page.description_panel.saved_bar.menu_button.text().strip()


@pytest.fixture
def save(qtbot):
    """Return what saves what a page asks by the button and the dialog."""

    def act(page, name):
        with qtbot.waitSignal(page._service.saved_listed, timeout=10_000):
            qtbot.mouseClick(page.description_panel.saved_bar.save_button, LEFT)
            dialog = page.saved_desk.name_dialog
            dialog.name_edit.selectAll()
            qtbot.keyClicks(dialog.name_edit, name)
            qtbot.mouseClick(dialog.save_button, LEFT)
        qtbot.waitUntil(lambda: page.saved_desk.name_dialog is None)

    return act


@pytest.fixture
def with_news(qtbot, opened, asked, small_case):
    """Return the page with two saved searches, of which “Red at A” has two new hits; it is open."""
    page = opened.search_page
    filters = json.dumps(Filters(cameras=frozenset({"Gate A"})).to_dict())
    with Gallery.open(small_case) as gallery:
        gallery.save_query("Hats", StoredSearch(text="has:accessoryHat"))
        saved = gallery.save_query("Red at A", StoredSearch(text="has:upperBodyRed", filters=filters), CropId(2))
        gallery.add_hits(saved.id, NEW, CropId(24))
    with qtbot.waitSignal(page._service.saved_listed, timeout=10_000):
        opened.case_view.refresh()
    assert button_text(page) == "Saved searches (2 new)"
    asked(entries(page)["Red at A (2 new)"].trigger)
    return page


def test_what_is_described_is_saved_under_a_name(red, save, small_case):
    red.filter_bar.cameras.boxes["Gate B"].setChecked(False)
    save(red, "her top")
    assert button_text(red) == "her top"
    assert red.saved_desk.open_search.query.name == "her top"
    with Gallery.open(small_case, read_only=True) as gallery:
        (saved,) = gallery.saved_queries()
    assert (saved.asks.text, saved.checked_until) == ("has:upperBodyRed", 24)
    assert json.loads(saved.asks.filters)["cameras"] == ["Gate A"]
    assert ("search saved", "her top") in actions(small_case)


def test_the_name_begins_with_the_description_and_must_be_free(qtbot, red, save):
    qtbot.mouseClick(red.description_panel.saved_bar.save_button, LEFT)
    dialog = red.saved_desk.name_dialog
    assert dialog.name_edit.text() == "Red top" and dialog.save_button.isEnabled()
    dialog.reject()
    qtbot.waitUntil(lambda: red.saved_desk.name_dialog is None)
    save(red, "her top")
    qtbot.mouseClick(red.description_panel.saved_bar.save_button, LEFT)
    dialog = red.saved_desk.name_dialog
    dialog.name_edit.setText(" HER  top")
    assert "“her top” already; choose another name" in dialog.sentence.text()
    assert not dialog.save_button.isEnabled()
    dialog.name_edit.setText("  ")
    assert not dialog.save_button.isEnabled()
    dialog.reject()
    qtbot.waitUntil(lambda: red.saved_desk.name_dialog is None)


def test_opening_a_search_asks_what_it_asks_with_new_hits_marked(with_news, shown):
    page = with_news
    assert page.description_panel.description.tick_of("upperBodyRed") is Tick.HAS
    assert page.filter_bar.filters == Filters(cameras=frozenset({"Gate A"}))
    assert len(shown(page)) == 12
    marked = [page.results.tile(row).is_new for row in range(12)]
    assert {crop_id for crop_id, is_new in zip(shown(page), marked, strict=True) if is_new} == set(NEW)
    row = page.results.row_of(NEW[0])
    assert "; new; " in page.results.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.new_hits_bar.isVisible() and page.new_hits_bar.words == "2 new hits"
    assert button_text(page) == "Red at A (2 new)"


def test_undo_asks_again_what_was_asked_before_a_search_was_opened(qtbot, with_news, asked):
    page = with_news
    asked(lambda: qtbot.mouseClick(page.description_panel.undo_button, LEFT))
    assert page.description_panel.description.is_empty and page.filter_bar.filters.is_off
    assert page.saved_desk.open_search is None and not page.new_hits_bar.isVisible()
    asked(lambda: qtbot.mouseClick(page.description_panel.redo_button, LEFT))
    assert page.saved_desk.open_search.query.name == "Red at A" and page.results.rowCount() == 12


def test_new_hits_can_be_shown_alone_and_marked_as_seen_and_that_undone(qtbot, with_news, asked, shown, small_case):
    page = with_news
    asked(lambda: qtbot.mouseClick(page.new_hits_bar.only_button, LEFT))
    assert sorted(shown(page)) == NEW
    asked(lambda: qtbot.mouseClick(page.new_hits_bar.seen_button, LEFT))
    assert len(shown(page)) == 12 and not page.new_hits_bar.isVisible()
    assert not any(page.results.tile(row).is_new for row in range(12))
    assert button_text(page) == "Red at A"
    with qtbot.waitSignal(page._service.saved_listed):
        qtbot.mouseClick(page.description_panel.undo_button, LEFT)
    assert page.new_hits_bar.isVisible() and page.new_hits_bar.words == "2 new hits"
    assert [action for action, _ in actions(small_case)][-2:] == ["new hits seen", "hits new again"]


def test_a_search_is_renamed_changed_and_removed_and_each_step_is_undone(qtbot, with_news, asked, small_case):
    page = with_news

    def listed(do):
        with qtbot.waitSignal(page._service.saved_listed, timeout=10_000):
            do()

    def rename():
        entries(page)["Rename…"].trigger()
        page.saved_desk.name_dialog.name_edit.setText("Red one")
        qtbot.mouseClick(page.saved_desk.name_dialog.save_button, LEFT)

    listed(rename)
    assert button_text(page) == "Red one (2 new)"
    assert not entries(page)["Save the changes"].isEnabled()
    asked(lambda: qtbot.mouseClick(page.description_panel.chip("accessoryHat"), LEFT))
    assert button_text(page) == "Red one (2 new) · edited"
    listed(entries(page)["Save the changes"].trigger)
    assert button_text(page) == "Red one (2 new)"
    listed(entries(page)["Remove"].trigger)
    assert page.saved_desk.open_search is None and list(entries(page)) == ["Hats"]
    assert page.description_panel.description.tick_of("accessoryHat") is Tick.HAS  # what is asked stays
    listed(page.description_panel.undo_button.click)
    assert button_text(page) == "Red one (2 new)"
    listed(page.description_panel.undo_button.click)
    assert button_text(page) == "Red one (2 new) · edited"
    asked(page.description_panel.undo_button.click)  # the tick
    listed(page.description_panel.undo_button.click)
    assert button_text(page) == "Red at A (2 new)"
    with Gallery.open(small_case, read_only=True) as gallery:
        assert [saved.name for saved in gallery.saved_queries()] == ["Hats", "Red at A"]
        assert gallery.new_hits("Red at A") == NEW


def test_saving_is_undone(qtbot, red, save, small_case):
    save(red, "her top")
    with qtbot.waitSignal(red._service.saved_listed, timeout=10_000):
        red.description_panel.undo_button.click()
    assert button_text(red) == "Saved searches" and list(entries(red)) == ["No search is saved yet"]
    assert not next(iter(entries(red).values())).isEnabled()


def test_clearing_everything_closes_the_search(qtbot, with_news, asked):
    page = with_news
    asked(lambda: qtbot.mouseClick(page.description_panel.clear_button, LEFT))
    assert page.saved_desk.open_search is not None  # the filters are still its
    asked(lambda: qtbot.mouseClick(page.filter_bar.reset_button, LEFT))
    assert page.saved_desk.open_search is None and not page.new_hits_bar.isVisible()


@pytest.mark.parametrize("filters", [Filters(), Filters(cameras=frozenset({"Gate A"}))])
@pytest.mark.parametrize("text", ["", "has:upperBodyRed"])
@pytest.mark.parametrize("was_filtered", [False, True])
def test_whatever_a_search_asks_it_is_open_once_it_is_opened(
    qtbot, opened, asked, small_case, filters, text, was_filtered
):
    page = opened.search_page
    if was_filtered:
        asked(lambda: page.filter_bar.cameras.boxes["Gate A"].setChecked(False))
    with Gallery.open(small_case) as gallery:
        saved = gallery.save_query("it", StoredSearch(text=text, filters=json.dumps(filters.to_dict())), CropId(24))
        gallery.add_hits(saved.id, NEW, CropId(24))
    with qtbot.waitSignal(page._service.saved_listed, timeout=10_000):
        opened.case_view.refresh()
    entries(page)["it (2 new)"].trigger()
    qtbot.waitUntil(lambda: page.is_answered and page.results.rowCount() == (24 if filters.is_off else 12))
    assert button_text(page) == "it (2 new)" and page.new_hits_bar.isVisible()


def test_a_search_that_ticks_cannot_ask_says_where_it_can_be_run(qtbot, opened, small_case):
    page = opened.search_page
    with Gallery.open(small_case) as gallery:
        gallery.save_query("odd", StoredSearch(text="prefer-not:accessoryHat"))
    with qtbot.waitSignal(page._service.saved_listed, timeout=10_000):
        opened.case_view.refresh()
    entries(page)["odd"].trigger()
    assert "bolo searches run" in page.header.summary
    assert page.description_panel.description.is_empty


def test_a_case_that_cannot_be_written_offers_no_changes(qtbot, opened):
    page = opened.search_page
    page._offer_changes(replace(opened.case_view.opened, is_read_only=True))
    assert not page.description_panel.saved_bar.save_button.isEnabled()
    page.results_view.choose(0)
    qtbot.keyClick(page.results_view, Qt.Key.Key_Y)
    assert page.header.summary == "This case was opened read-only." and not page.undo.canUndo()
