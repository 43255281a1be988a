from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QToolButton

from app.footage.import_choice import Detector
from app.footage.import_dialog import ImportDialog
from app.footage.previewed_people import CameraSettings
from app.settings import Settings
from engine.detection.settings import DetectionSettings


@pytest.fixture
def dialog(qtbot, theme, icons, tmp_path):
    made = ImportDialog(theme, icons, Settings(), tmp_path / "road.bolo")
    qtbot.addWidget(made)
    return made


@pytest.fixture
def footage(tmp_path):
    folder = tmp_path / "gate"
    folder.mkdir()
    return folder


def test_nothing_can_be_imported_before_footage_is_chosen(dialog):
    assert not dialog.import_button.isEnabled()
    assert dialog.sentence.text() == "Add at least one folder of pictures or one video."


def test_dropped_folders_are_taken(dialog, footage):
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(footage))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, files, buttons, keys))
    assert dialog.sources.paths == (footage,)
    assert dialog.import_button.isEnabled()


def test_the_same_folder_twice_is_taken_once_and_can_be_removed(qtbot, dialog, footage):
    dialog.add_sources([footage, Path(footage)])
    assert dialog.sources.paths == (footage,)
    qtbot.mouseClick(dialog.sources.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert dialog.sources.paths == ()
    assert not dialog.import_button.isEnabled()


def test_a_start_that_cannot_be_read_is_marked_while_one_types(qtbot, dialog, footage):
    dialog.add_sources([footage])
    qtbot.keyClicks(dialog.start_edit, "2026-05-14 14")
    assert dialog.start_edit.property("wrong") is True
    assert not dialog.import_button.isEnabled()
    qtbot.keyClicks(dialog.start_edit, ":00")
    assert dialog.start_edit.property("wrong") is False
    assert dialog.import_button.isEnabled()


def test_yolox_without_weights_asks_for_them_and_takes_them(dialog, footage, tmp_path):
    dialog.add_sources([footage])
    dialog.detector_box.setCurrentIndex(dialog.detector_box.findData(Detector.YOLOX))
    assert not dialog.import_button.isEnabled()
    weights = tmp_path / "yolox_nano.onnx"
    weights.touch()
    dialog.detectors.set_weights(weights)
    assert dialog.import_button.isEnabled()
    assert ("--detector-weights", str(weights)) == dialog.choice.arguments()[4:6]


def test_each_detector_has_weights_of_its_own(dialog, footage, tmp_path):
    dialog.add_sources([footage])
    for detector, name in ((Detector.YOLOX, "yolox_nano.onnx"), (Detector.TORCHVISION, "faster.pth")):
        dialog.detector_box.setCurrentIndex(dialog.detector_box.findData(detector))
        assert not dialog.import_button.isEnabled() and not dialog.people.look_button.isEnabled()
        (tmp_path / name).touch()
        dialog.detectors.set_weights(tmp_path / name)
        assert dialog.import_button.isEnabled() and dialog.people.look_button.isEnabled()
        wanted = ("--detector", detector.value, "--detector-weights", str(tmp_path / name))
        assert dialog.choice.arguments()[2:6] == dialog.choice.preview_arguments()[2:6] == wanted
    dialog.detector_box.setCurrentIndex(dialog.detector_box.findData(Detector.YOLOX))
    assert dialog.detectors.weights == tmp_path / "yolox_nano.onnx"


def test_a_detector_that_takes_no_weights_does_not_speak_of_them(dialog):
    dialog.detector_box.setCurrentIndex(dialog.detector_box.findData(Detector.HOG))
    assert not dialog.detectors.weights_button.isVisibleTo(dialog)


def test_a_pattern_is_shown_on_the_users_own_file_names(qtbot, dialog, footage):
    for name in ("gate_20260301_123015_1.jpg", "gate_20260301_123016_2.jpg", "notes.txt", "other.jpg"):
        (footage / name).touch()
    dialog.add_sources([footage])
    qtbot.waitUntil(lambda: len(dialog.names.files) == 3)
    assert not dialog.names.preview.isVisibleTo(dialog)
    dialog.names.box.setCurrentIndex(1)
    dialog.names.box.activated.emit(1)
    assert dialog.names.pattern == "{camera}_{date}_{time}_{n}"
    assert dialog.names.preview.text().splitlines() == [
        "other.jpg — does not fit the pattern",
        "gate_20260301_123015_1.jpg — camera gate, 1 Mar 2026, 12:30:15",
        "gate_20260301_123016_2.jpg — camera gate, 1 Mar 2026, 12:30:16",
        "1 of the first 3 names cannot be read; their files are taken in without it.",
    ]
    assert dialog.import_button.isEnabled()
    assert dialog.choice.arguments()[4:6] == ("--name-pattern", "{camera}_{date}_{time}_{n}")


def test_a_pattern_that_fits_no_name_or_cannot_work_is_marked(qtbot, dialog, footage):
    (footage / "a.jpg").touch()
    dialog.add_sources([footage])
    qtbot.waitUntil(lambda: len(dialog.names.files) == 1)
    for typed, words in (("{date}_{time}", "does not fit"), ("{when}", "unknown field {when}")):
        dialog.names.box.setEditText(typed)
        assert words in dialog.names.preview.text()
        assert dialog.names.box.property("wrong") is True
        assert not dialog.import_button.isEnabled()
    dialog.names.box.setEditText("")
    assert dialog.import_button.isEnabled()


def test_a_clock_that_is_off_is_read_while_one_types(qtbot, dialog, footage):
    dialog.add_sources([footage])
    qtbot.keyClicks(dialog.clock_edit, "4m10")
    assert dialog.clock_edit.property("wrong") is True
    assert "4m10s" in dialog.sentence.text()
    qtbot.keyClicks(dialog.clock_edit, "s")
    assert dialog.choice.arguments()[4:6] == ("--clock-offset", "4m10s")


def test_a_camera_is_not_named_twice(dialog, footage):
    dialog.add_sources([footage])
    dialog.names.box.setEditText("{camera}_{date}_{time}")
    dialog.camera_edit.setText("gate")
    assert not dialog.import_button.isEnabled()
    assert dialog.sentence.text().startswith("The pattern names the cameras")


def test_the_dialog_makes_room_for_the_preview(qtbot, dialog, footage):
    for number in range(5):
        (footage / f"gate_20260301_12301{number}_{number}.jpg").touch()
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.add_sources([footage])
    qtbot.waitUntil(lambda: len(dialog.names.files) == 5)
    dialog.names.box.setEditText("{camera}_{date}_{time}_{n}")
    preview = dialog.names.preview
    qtbot.waitUntil(lambda: preview.isVisible() and preview.height() >= preview.heightForWidth(preview.width()))
    assert "the file names say the camera" in dialog.sentence.text()


def test_frames_are_looked_at_and_what_was_set_goes_into_the_import(
    qtbot, dialog, footage, preview_child, preview_summary
):
    assert not dialog.people.look_button.isEnabled()
    dialog.add_sources([footage])
    asked = preview_child({"event": "Finished", "summary": preview_summary})
    qtbot.mouseClick(dialog.people.look_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.preview.seen is not None, timeout=10_000)
    assert asked()[:4] == ["job", "preview-people", "--detector", "hog"]
    dialog.preview.panel.height_box.setValue(40)
    dialog.preview.accept()
    assert dialog.people.text.text() == "gate: at least 40 px high"
    assert dialog.choice.arguments()[4:6] == ("--min-height", "gate:40")


def test_what_was_set_holds_for_the_footage_that_was_looked_at_alone(dialog, footage, tmp_path):
    dialog.add_sources([footage])
    settings = CameraSettings().with_camera("gate", DetectionSettings(min_height_px=40))
    dialog.people.take(settings, dialog.choice.preview_arguments())
    dialog.camera_edit.setText("Gate A")
    assert "--min-height" not in dialog.choice.arguments()
    assert dialog.people.text.text() == "Other footage or another detector is chosen since; look again."
    dialog.camera_edit.clear()
    assert "--min-height" in dialog.choice.arguments()
    assert dialog.people.text.text() == "gate: at least 40 px high"


def test_cut_out_people_are_not_looked_for(dialog, footage):
    dialog.add_sources([footage])
    assert dialog.people.look_button.isEnabled()
    dialog.detector_box.setCurrentIndex(dialog.detector_box.findData(Detector.NONE))
    assert not dialog.people.look_button.isEnabled()
