"""How a frame was looked at stands in the log: a zoom that the user chose, once it has stood for a while."""

import json

import pytest
from PySide6.QtCore import Qt

from app.casebook.log_lines import read_lines
from app.search.frame_zoom import STEP
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pane(qtbot, red):
    """Return the pane with crop 3 and its frame shown; whether a zoom stands, the test says itself."""
    red.detail_pane.frame_panel._view_stands.setInterval(1_000_000)
    red.results_view.choose(red.results.row_of(CropId(3)))
    pane = red.detail_pane
    qtbot.waitUntil(lambda: pane.is_settled and pane.shown_crop == 3 and pane.frame_view.has_image)
    return pane


@pytest.fixture
def stand(qtbot, pane):
    """Return what lets the time pass after which a view stands, and says whether anything waited for that."""

    def wait() -> bool:
        timer = pane.frame_panel._view_stands
        was_active = timer.isActive()
        timer.stop()
        if was_active:
            timer.timeout.emit()
        return was_active

    return wait


@pytest.fixture
def logged(opened, small_case, qtbot):
    """Return what reads how frames were looked at, once all that was asked of the case before is done."""

    def read() -> list[dict[str, float]]:
        answers = []
        opened.search_page._service.ask(lambda _desk: True, answers.append)
        qtbot.waitUntil(lambda: bool(answers))
        with Gallery.open(small_case, read_only=True) as gallery:
            return [json.loads(entry.facts) for entry in gallery.audit_entries() if entry.action == "view zoom"]

    return read


def zoom(qtbot, pane, times=1):
    for _ in range(times):
        qtbot.keyClick(pane.frame_view, Qt.Key.Key_Plus)


def test_a_zoom_is_logged_once_it_stands(qtbot, pane, stand, logged):
    zoom(qtbot, pane, 2)
    assert logged() == []  # not what is passed through
    zoom(qtbot, pane, 2)
    assert stand()
    assert logged() == [{"crop": 3, "zoom": round(STEP**4, 2)}]


def test_the_same_zoom_of_a_crop_is_logged_once(qtbot, pane, stand, logged):
    zoom(qtbot, pane)
    assert stand()
    qtbot.keyClick(pane.frame_view, Qt.Key.Key_Left)  # moved, no other zoom
    assert stand()
    zoom(qtbot, pane)
    assert stand()
    qtbot.keyClick(pane.frame_view, Qt.Key.Key_Minus)
    assert stand()
    assert logged() == [{"crop": 3, "zoom": STEP}, {"crop": 3, "zoom": 1.56}]


def test_the_whole_frame_is_no_zoom(qtbot, pane, stand, logged):
    zoom(qtbot, pane)
    qtbot.keyClick(pane.frame_view, Qt.Key.Key_0)
    assert stand()
    assert logged() == []


def test_a_zoom_on_somebody_who_has_been_passed_by_is_not_logged(qtbot, red, pane, stand, logged):
    zoom(qtbot, pane)
    red.results_view.choose(red.results.row_of(CropId(9)))
    qtbot.waitUntil(lambda: pane.shown_crop == 9 and pane.is_settled and pane.frame_view.has_image)
    stand()
    assert logged() == []
    zoom(qtbot, pane)
    assert stand()
    assert logged() == [{"crop": 9, "zoom": STEP}]


def test_the_button_to_the_person_is_logged_and_reads_well(qtbot, pane, stand, logged, small_case):
    qtbot.mouseClick(pane.frame_panel.bar.person_button, LEFT)
    assert stand()
    (found,) = logged()
    with Gallery.open(small_case, read_only=True) as gallery:
        line = read_lines(gallery, 0)[-1]
    assert (line.action_words, line.told) == ("view zoom", f"picture 3: frame shown {found['zoom']} times as large")


def test_a_zoom_in_the_preview_is_logged_but_not_that_it_begins_with_the_person(qtbot, red, pane, stand, logged):
    qtbot.keyClick(red.results_view, Qt.Key.Key_Space)
    assert red.preview.view.zoom.factor > 1 and not stand() and logged() == []
    qtbot.keyClick(red.preview, Qt.Key.Key_Plus)
    factor = red.preview.view.zoom.factor
    assert stand() and logged() == [{"crop": 3, "zoom": round(factor, 2)}]
    qtbot.keyClick(red.preview, Qt.Key.Key_Plus)
    red.results_view.choose(0)  # before it has stood
    stand()
    assert len(logged()) == 1


def test_a_zoom_into_another_frame_is_none_of_the_crops(qtbot, pane, stand, logged):
    qtbot.waitUntil(pane.frame_panel.bar.after_button.isEnabled, timeout=10_000)
    qtbot.keyClick(pane.frame_view, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: pane.facts.text("frame").startswith("frame 3") and pane.is_settled, timeout=10_000)
    zoom(qtbot, pane)
    stand()
    assert logged() == []
