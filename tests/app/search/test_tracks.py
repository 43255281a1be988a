"""One tile for each person passing a camera, and back to each crop, with mouse and keys."""

import pytest
from PySide6.QtCore import Qt

from app.case.records import CaseFacts
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId


@pytest.fixture
def small_case(small_case):
    """Return the small case, with the red tops of its first camera linked into a track, the others into another."""
    with Gallery.open(small_case) as gallery:
        source = gallery.sources()[0].id
        tracks = [[CropId(n) for n in range(1, 13, 2)], [CropId(n) for n in range(2, 13, 2)]]
        gallery.save_tracks(source, tracks, gallery.last_frame_id(source))
    return small_case


def sizes(page):
    return [page.results.ranked(row).of_track for row in range(page.results.rowCount())]


def press(qtbot, page, key):
    qtbot.keyClick(page.results_view, key)


def test_a_track_is_one_tile_that_says_how_many_it_stands_for(red):
    assert sizes(red)[0] == 6
    assert len(sizes(red)) == 2 + 12
    assert red.header.summary == "14 tracks ranked"
    spoken = red.results.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "6 crops of one track" in spoken
    assert red.results.tile(0).ranked.of_track == 6


def test_the_button_shows_each_crop(qtbot, red, asked):
    button = red.filter_bar.track_button
    assert button.isEnabled()
    assert button.isChecked()
    asked(lambda: qtbot.mouseClick(button, Qt.MouseButton.LeftButton))
    assert sizes(red) == [1] * 24
    assert red.header.summary == "24 crops ranked"


def test_t_shows_the_crops_of_a_track_and_goes_back(qtbot, red, asked, shown):
    before = shown(red)
    red.results_view.choose(0)
    asked(lambda: press(qtbot, red, Qt.Key.Key_T))
    assert sorted(shown(red)) == [1, 3, 5, 7, 9, 11]
    assert red.track_bar.isVisible()
    assert red.track_bar.words == "One person passing Gate A, 6 crops"
    asked(lambda: press(qtbot, red, Qt.Key.Key_T))
    assert shown(red) == before
    assert not red.track_bar.isVisible()


def test_a_double_click_opens_a_track_and_the_bar_leads_back(qtbot, red, asked, shown):
    before = shown(red)
    place = red.results_view.visualRect(red.results.index(0)).center()
    viewport = red.results_view.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    asked(lambda: qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place))
    assert len(shown(red)) == 6
    asked(lambda: qtbot.mouseClick(red.track_bar.back_button, Qt.MouseButton.LeftButton))
    assert shown(red) == before


def test_a_crop_that_stands_for_itself_opens_nothing(qtbot, red):
    alone = sizes(red).index(1)
    red.results_view.choose(alone)
    press(qtbot, red, Qt.Key.Key_T)
    assert not red.track_bar.isVisible()
    assert red.is_answered


def test_the_ticks_may_change_while_a_track_stands_alone(qtbot, red, asked, shown):
    red.results_view.choose(0)
    asked(lambda: press(qtbot, red, Qt.Key.Key_T))
    asked(lambda: qtbot.mouseClick(red.description_panel.chip("accessoryHat"), Qt.MouseButton.LeftButton))
    assert sorted(shown(red)) == [1, 3, 5, 7, 9, 11]


def test_results_keep_their_head_while_the_case_has_not_been_counted_again(qtbot, red):
    """An import's first results can come before the count that knows of them."""
    qtbot.waitUntil(lambda: red.filter_bar.track_button.isEnabled(), timeout=10_000)

    red.show_facts(CaseFacts(crops=24, embedded=0, sources=(), failures=(), cameras=(), time_span=None, tracks=2))

    assert red.filter_bar.track_button.isVisible()


def unfold(qtbot, page, do):
    before = page.results.rowCount()
    do()
    qtbot.waitUntil(lambda: page.results.rowCount() > before, timeout=10_000)


@pytest.mark.parametrize("how", ["enter", "alt+right", "badge"])
def test_a_stack_is_unfolded_in_place_and_folded_again(qtbot, red, shown, how):
    view, before = red.results_view, shown(red)
    view.choose(0)
    cell = view.visualRect(red.results.index(0))
    badge = view._tiles.count_badge(cell, red.results.ranked(0)).center().toPoint()
    acts = {
        "enter": lambda: press(qtbot, red, Qt.Key.Key_Return),
        "alt+right": lambda: qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier),
        "badge": lambda: qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=badge),
    }
    unfold(qtbot, red, acts[how])
    assert red.results.rowCount() == len(before) + 5
    assert sorted(shown(red)[:6]) == [1, 3, 5, 7, 9, 11] and shown(red)[0] == before[0] and shown(red)[6:] == before[1:]
    assert [red.results.tile(row).is_member for row in range(7)] == [False, *[True] * 5, False]
    assert red.results.tile(1).rank_text == "2/6"
    assert red.results.index(1).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Place 2 in its track, Gate A")
    view.choose(3)
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown(red) == before and view.chosen_crop == before[0]


def test_a_new_search_folds_and_a_review_does_not(qtbot, red, opened, asked, shown):
    red.results_view.choose(0)
    unfold(qtbot, red, lambda: press(qtbot, red, Qt.Key.Key_Return))
    red.results_view.choose(2)
    member = red.results_view.chosen_crop
    with qtbot.waitSignal(opened._service.reviewed):
        press(qtbot, red, Qt.Key.Key_N)
    assert red.results.ranked(2).review.value == "rejected" and red.results_view.chosen_crop == member
    asked(red.ask)  # the same question again
    assert shown(red)[2] == member and red.results.rowCount() == 19
    asked(lambda: qtbot.mouseClick(red.description_panel.chip("accessoryHat"), Qt.MouseButton.LeftButton))
    assert red.results.rowCount() == 14
