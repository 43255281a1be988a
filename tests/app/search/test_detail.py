"""The detail pane: frames beside the crop's, the track, every group, light, and the way to the original."""

import json
import threading

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QWheelEvent

from app.case.case_desk import CaseDesk
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def small_case(small_case):
    """Return the small case with a track of six at Gate A, and a label on its third crop."""
    with Gallery.open(small_case) as gallery:
        source = gallery.sources()[0].id
        gallery.save_tracks(source, [[CropId(n) for n in range(1, 13, 2)]], gallery.last_frame_id(source))
        gallery.save_labels({CropId(3): {"upperBodyRed": True, "accessoryHat": None}}, labeller="Ann")
    return small_case


@pytest.fixture
def pane(qtbot, red, asked):
    """Return the pane with crop 3 shown, of the second frame of Gate A."""
    if red.filter_bar.by_track:
        asked(lambda: qtbot.mouseClick(red.filter_bar.track_button, LEFT))
    red.results_view.choose(red.results.row_of(CropId(3)))
    pane = red.detail_pane
    qtbot.waitUntil(lambda: pane.is_settled and pane.facts.text("recorded") != "" and pane._findings is not None)
    return pane


def press(qtbot, pane, key):
    qtbot.keyClick(pane.frame_view, key)


def test_keys_go_to_the_frames_before_and_after_and_back(qtbot, pane):
    bar, panel = pane.frame_panel.bar, pane.frame_panel
    assert bar.before_button.isEnabled() and bar.after_button.isEnabled()
    press(qtbot, pane, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: pane.facts.text("frame").startswith("frame 3") and pane.is_settled)
    assert panel.view.has_image and panel.view._box is None and len(panel.view._others) == 2
    qtbot.mouseClick(bar.before_button, LEFT)
    qtbot.waitUntil(lambda: pane.facts.text("frame") == "" and pane.is_settled)
    assert panel.view._box is not None
    press(qtbot, pane, Qt.Key.Key_Comma)
    qtbot.waitUntil(lambda: pane.facts.text("frame").startswith("frame 1"))
    assert not bar.before_button.isEnabled()


def test_wheel_keys_and_buttons_zoom(qtbot, pane):
    view = pane.frame_view
    middle = QPointF(view.width() / 2, view.height() / 2)
    wheel = QWheelEvent(
        middle,
        middle,
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(wheel)
    assert view.zoom.factor == pytest.approx(1.25**2)
    press(qtbot, pane, Qt.Key.Key_Plus)
    qtbot.mouseClick(pane.frame_panel.bar.larger_button, LEFT)
    assert view.zoom.factor == pytest.approx(1.25**4)
    before = view.zoom
    press(qtbot, pane, Qt.Key.Key_Left)
    assert view.zoom.centre_x < before.centre_x
    press(qtbot, pane, Qt.Key.Key_0)
    assert view.zoom.factor == 1
    qtbot.mouseClick(pane.frame_panel.bar.person_button, LEFT)
    assert view.zoom.factor > 1


def test_the_strip_shows_the_track_by_time_and_leads_through_it(qtbot, red, pane):
    strip = pane.frame_panel.strip
    qtbot.waitUntil(strip.isVisible)
    assert [ranked.crop.id for ranked in strip.crops] == list(range(1, 13, 2))
    assert strip.accessibleName().startswith("Crop 2 of 6 of the track")
    qtbot.keyClick(strip, Qt.Key.Key_End)
    assert pane.shown_crop == 11 and strip.accessibleName().startswith("Crop 6 of 6")
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert pane.shown_crop == 9
    qtbot.waitUntil(lambda: pane.is_settled)
    assert strip.isVisible() and red.results_view.chosen_crop == 3  # the results stay where they are
    red.results_view.choose(red.results.row_of(CropId(7)))
    qtbot.waitUntil(lambda: strip.accessibleName().startswith("Crop 4 of 6"))


def test_every_group_can_be_unfolded_with_labels_beside(qtbot, pane):
    assert pane.groups is None
    qtbot.mouseClick(pane.groups_button, LEFT)
    said, label = pane.groups.text_of("upperBodyRed")
    assert (said, label) == ("✓  95 %", "yes")
    assert pane.groups.text_of("accessoryHat")[1] == "cannot tell"
    assert pane.groups.text_of("upperBodyBlue")[1] == ""
    assert pane.groups.isVisible() and not pane.groups.isColumnHidden(2)
    ids = [attribute.id for group in pane._card.schema.groups for attribute in group.attributes]
    assert all(pane.groups.text_of(attribute_id)[0] for attribute_id in ids)


def test_light_changes_the_view_alone_and_is_logged(qtbot, pane, small_case):
    panel = pane.frame_panel
    panel._view_stands.setInterval(0)
    before = panel.view._plain.pixelColor(0, 0)
    panel.bar.brightness.setValue(30)
    assert panel.view._image.pixelColor(0, 0).lightness() > before.lightness()
    assert panel.view._plain.pixelColor(0, 0) == before

    def logged():
        with Gallery.open(small_case, read_only=True) as gallery:
            return [json.loads(entry.facts) for entry in gallery.audit_entries() if entry.action == "view light"]

    qtbot.waitUntil(lambda: logged() == [{"crop": 3, "brightness": 30, "contrast": 0}])
    qtbot.mouseClick(panel.bar.reset_button, LEFT)
    assert panel.view._image.pixelColor(0, 0) == before


def test_the_original_is_opened_or_said_to_be_gone(qtbot, pane, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    path = pane._ranked.crop.frame_path
    qtbot.mouseClick(pane.original_row.open_button, LEFT)
    qtbot.mouseClick(pane.original_row.folder_button, LEFT)
    assert opened == [str(path), str(path.parent)]
    path.unlink()
    qtbot.mouseClick(pane.original_row.open_button, LEFT)
    assert len(opened) == 2 and "is not there" in pane.original_row.problem.text()


def test_the_room_for_the_frame_is_the_same_however_high_the_window_is(qtbot, opened, pane):
    """Else the scroll bar came and went without end in windows of certain heights, which ended the program."""
    widths = set()
    for height in (640, 760, 900, 2600):
        opened.resize(1440, height)
        qtbot.waitUntil(lambda height=height: opened.height() == height)
        widths.add(pane.frame_view.width())
    assert len(widths) == 1


def test_who_is_passed_by_is_not_looked_at(qtbot, red, pane, monkeypatch):
    looked, found, may_go_on = [], [], threading.Event()
    look_at, find_all = CaseDesk.look_at, CaseDesk.find_all

    def find_slowly(desk, crop_id):
        found.append(crop_id)
        may_go_on.wait(10)
        return find_all(desk, crop_id)

    monkeypatch.setattr(CaseDesk, "find_all", find_slowly)
    monkeypatch.setattr(CaseDesk, "look_at", lambda desk, crop_id: looked.append(crop_id) or look_at(desk, crop_id))
    rows = [red.results.row_of(CropId(n)) for n in (1, 5, 7, 9)]
    red.results_view.choose(rows[0])
    qtbot.waitUntil(lambda: found == [1])
    for row in rows[1:]:  # faster than the case answers
        red.results_view.choose(row)
    may_go_on.set()
    qtbot.waitUntil(lambda: pane.shown_crop == 9 and pane.is_settled and pane._findings is not None)
    assert (found, looked) == ([1, 9], [9]) and pane.facts.text("recorded") != ""


def test_what_is_seen_keeps_its_room_while_it_is_on_its_way(qtbot, red, pane):
    rows = pane._seen_rows
    height, said = rows.height(), [row.accessibleName() for row in rows._rows if row.isVisible()]
    assert said and all(said)
    red.results_view.choose(red.results.row_of(CropId(5)))
    assert [row.accessibleName() for row in rows._rows if row.isVisible()] == [""] * len(said)  # of nobody else
    assert rows.height() == height
    qtbot.waitUntil(lambda: pane.shown_crop == 5 and pane.is_settled and pane._findings is not None)
    assert all(row.accessibleName() for row in rows._rows if row.isVisible())


def test_where_the_model_has_not_looked_nothing_is_said_and_no_head_stands_over_it(qtbot, red, pane, monkeypatch):
    assert pane._seen_head.isVisible()
    monkeypatch.setattr(CaseDesk, "find_all", lambda _desk, _crop_id: None)
    red.results_view.choose(red.results.row_of(CropId(5)))
    qtbot.waitUntil(lambda: not pane._seen_head.isVisible())
    assert not any(row.isVisible() for row in pane._seen_rows._rows)


def test_a_frame_that_comes_late_is_not_shown_with_somebody_else(qtbot, red, pane, monkeypatch):
    asked, may_go_on = [], threading.Event()
    frame_beside = CaseDesk.frame_beside

    def find_slowly(desk, frame, step):
        asked.append(frame)
        may_go_on.wait(10)
        return frame_beside(desk, frame, step)

    monkeypatch.setattr(CaseDesk, "frame_beside", find_slowly)
    press(qtbot, pane, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: len(asked) == 1)
    red.results_view.choose(red.results.row_of(CropId(9)))
    may_go_on.set()
    qtbot.waitUntil(lambda: pane.facts.text("recorded") != "" and pane._findings is not None and pane.is_settled)
    assert pane.shown_crop == 9 and pane.facts.text("frame") == ""
    assert pane.frame_panel._shown.frame.id == pane.frame_panel._own.frame.id and pane.frame_view._box is not None


def test_a_frame_beside_stays_in_view_when_the_same_crop_is_shown_again(qtbot, red, pane):
    press(qtbot, pane, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: pane.facts.text("frame").startswith("frame 3") and pane.is_settled)
    panel, others = pane.frame_panel, pane.frame_view._others
    beside = panel._shown.frame.id
    panel._own = None  # until who looks again has the answer
    pane.show_result(pane._ranked)
    qtbot.waitUntil(lambda: panel._own is not None)
    assert panel._shown.frame.id == beside and pane.frame_view._others == others
    press(qtbot, pane, Qt.Key.Key_Comma)
    qtbot.waitUntil(lambda: pane.facts.text("frame") == "")


def test_a_strip_without_the_crop_at_hand_goes(qtbot, pane):
    strip = pane.frame_panel.strip
    assert strip.isVisible() and strip.accessibleName()
    strip.wait()
    assert strip.isVisible() and not strip.accessibleName()
    pane.show_track(())
    assert not strip.isVisible()
