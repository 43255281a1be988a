"""The look at a few frames before an import: at once who is taken, zones by mouse and by keyboard."""

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import qBlue, qRed

from app.footage.preview_dialog import PreviewDialog
from app.footage.previewed_people import CameraSettings
from engine.detection.settings import DetectionSettings

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def finished(summary):
    return {"event": "Finished", "summary": summary}


@pytest.fixture
def open_dialog(qtbot, theme):
    def opened(settings=None):
        made = PreviewDialog(theme, ("job", "preview-people", "--", "a.bolo", "gate"), settings or CameraSettings())
        qtbot.addWidget(made)
        made.resize(1100, 800)
        made.show()
        qtbot.waitExposed(made)
        return made

    return opened


@pytest.fixture
def dialog(qtbot, open_dialog, preview_child, preview_summary):
    preview_child(finished(preview_summary))
    made = open_dialog()
    qtbot.waitUntil(lambda: made.seen is not None, timeout=10_000)
    return made


def at(dialog, x, y):
    area = dialog.canvas.frame_area()
    return QPoint(round(area.x() + x * area.width()), round(area.y() + y * area.height()))


def drag(qtbot, dialog, first, last):
    qtbot.mousePress(dialog.canvas, LEFT, NONE, at(dialog, *first))
    for place in (((first[0] + last[0]) / 2, (first[1] + last[1]) / 2), last):
        qtbot.mouseMove(dialog.canvas, at(dialog, *place))
    qtbot.mouseRelease(dialog.canvas, LEFT, NONE, at(dialog, *last))


def assert_corners(zone, *corners):
    for found, wanted in zip(zone.corners, corners, strict=True):
        assert found == pytest.approx(wanted, abs=0.01)


def test_the_child_is_asked_and_its_frames_are_shown(qtbot, open_dialog, preview_child, preview_summary):
    asked = preview_child(finished(preview_summary))
    dialog = open_dialog()
    assert not dialog.use_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.seen is not None, timeout=10_000)
    assert asked() == ["job", "preview-people", "--", "a.bolo", "gate"]
    assert [dialog.strip.item(row).text() for row in range(3)] == ["gate, frame 1", "gate, frame 5", "door, frame 2"]
    assert dialog.panel.camera.text() == "gate"
    assert dialog.use_button.isEnabled()
    assert dialog.sentence.text() == "6 people in 3 frames would be taken, found by YOLOX. Left out: 3 too unsure."
    qtbot.waitUntil(lambda: not dialog.strip.item(2).icon().isNull())


def test_height_and_score_show_at_once_and_hold_for_the_camera_of_the_frame(qtbot, dialog):
    dialog.panel.height_box.setValue(40)
    assert "Left out: 2 too low, 3 too unsure." in dialog.sentence.text()
    dialog.panel.score_box.setValue(0.1)
    assert dialog.sentence.text().startswith("6 people")
    assert dialog.canvas.accessibleDescription() == "2 people taken"
    dialog.strip.setCurrentRow(2)
    assert (dialog.panel.camera.text(), dialog.panel.height_box.value(), dialog.panel.score_box.value()) == (
        "door",
        0,
        0.3,
    )
    dialog.strip.setCurrentRow(1)
    assert (dialog.panel.height_box.value(), dialog.panel.score_box.value()) == (40, 0.1)
    qtbot.mouseClick(dialog.panel.usual_button, LEFT)
    assert dialog.settings.of("gate") == DetectionSettings(min_height_px=40)
    qtbot.mouseClick(dialog.panel.everywhere_button, LEFT)
    assert dialog.settings.of("door") == DetectionSettings(min_height_px=40)


def test_a_drag_draws_a_rectangle_and_leaves_out_who_stands_in_it(qtbot, dialog):
    drag(qtbot, dialog, (0.05, 0.6), (0.4, 0.95))
    (zone,) = dialog.settings.of("gate").zones
    assert_corners(zone, (0.05, 0.6), (0.4, 0.6), (0.4, 0.95), (0.05, 0.95))
    assert "2 in ignored zones" in dialog.sentence.text()
    assert dialog.settings.of("door").zones == ()


def test_clicks_draw_a_polygon_that_a_double_click_closes(qtbot, dialog):
    corners = ((0.1, 0.1), (0.4, 0.2), (0.3, 0.9))
    for corner in corners:
        qtbot.mouseClick(dialog.canvas, LEFT, NONE, at(dialog, *corner))
    assert dialog.settings.of("gate").zones == ()
    qtbot.mouseDClick(dialog.canvas, LEFT, NONE, at(dialog, *corners[-1]))
    assert_corners(dialog.settings.of("gate").zones[0], *corners)


def test_the_keyboard_draws_too(qtbot, dialog):
    canvas = dialog.canvas
    canvas.setFocus()
    for keys in ((Qt.Key.Key_Space,), (Qt.Key.Key_Right,) * 10, (Qt.Key.Key_Space,), (Qt.Key.Key_Down,) * 10):
        for key in keys:
            qtbot.keyClick(canvas, key)
    qtbot.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert_corners(dialog.settings.of("gate").zones[0], (0.5, 0.5), (0.6, 0.5), (0.55, 0.6))
    assert dialog.isVisible()


def test_escape_gives_up_the_zone_first_and_the_dialog_then(qtbot, dialog):
    qtbot.mouseClick(dialog.canvas, LEFT, NONE, at(dialog, 0.2, 0.2))
    qtbot.keyClick(dialog.canvas, Qt.Key.Key_Escape)
    assert dialog.isVisible() and not dialog.canvas.drawing.is_begun
    qtbot.keyClick(dialog.canvas, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_zone_is_chosen_and_removed_with_the_mouse_or_the_keyboard(qtbot, dialog):
    drag(qtbot, dialog, (0.05, 0.1), (0.2, 0.3))
    drag(qtbot, dialog, (0.5, 0.1), (0.7, 0.3))
    first, second = dialog.settings.of("gate").zones
    assert dialog.panel.chosen_zone == 1
    dialog.panel.zones.setCurrentRow(0)
    qtbot.mouseClick(dialog.panel.remove_button, LEFT)
    assert dialog.settings.of("gate").zones == (second,)
    dialog.panel.zones.setFocus()
    qtbot.keyClick(dialog.panel.zones, Qt.Key.Key_Delete)
    assert dialog.settings.of("gate").zones == () and not dialog.panel.remove_button.isEnabled()
    assert first != second


def test_boxes_are_seen_on_the_frame(dialog):
    with_people = _bluest(dialog, 0.1, 0.5)  # the left edge of the person at the left
    dialog.canvas.show_people(())
    assert with_people - _bluest(dialog, 0.1, 0.5) > 80


def _bluest(dialog, x, y):
    """Return how blue the bluest pixel near a place of the frame is; the frame is grey."""
    picture, middle = dialog.canvas.grab().toImage(), at(dialog, x, y)
    near = [picture.pixel(middle.x() + away, middle.y()) for away in range(-3, 4)]
    return max(qBlue(pixel) - qRed(pixel) for pixel in near)


def test_what_was_set_before_is_there_again(qtbot, open_dialog, preview_child, preview_summary):
    preview_child(finished(preview_summary))
    dialog = open_dialog(CameraSettings().with_camera("gate", DetectionSettings(min_height_px=50, min_score=0.5)))
    qtbot.waitUntil(lambda: dialog.seen is not None, timeout=10_000)
    assert (dialog.panel.height_box.value(), dialog.panel.score_box.value()) == (50, 0.5)


def test_what_went_wrong_is_said(qtbot, open_dialog, preview_child):
    preview_child({"event": "Failed", "message": "clip.avi: is no video."})
    dialog = open_dialog()
    qtbot.waitUntil(lambda: dialog.canvas.accessibleName() == "clip.avi: is no video.", timeout=10_000)
    assert not dialog.use_button.isEnabled()


def test_closing_ends_the_child(qtbot, open_dialog, preview_child):
    preview_child(
        {"event": "Advanced", "stage": "s", "done": 1, "total": 6, "rate": 1.0, "seconds_left": 5.0},
        script="time.sleep(60)",
    )
    dialog = open_dialog()
    qtbot.waitUntil(lambda: "frame 2 of 6" in dialog.canvas.accessibleName(), timeout=10_000)
    started = time.monotonic()
    dialog.reject()
    assert time.monotonic() - started < 5
    assert not dialog.isVisible()
