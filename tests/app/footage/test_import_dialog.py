from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QToolButton

from app.footage.import_choice import Detector
from app.footage.import_dialog import ImportDialog
from app.settings import Settings


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


def test_a_detector_that_takes_no_weights_does_not_speak_of_them(dialog):
    dialog.detector_box.setCurrentIndex(dialog.detector_box.findData(Detector.HOG))
    assert not dialog.detectors.weights_button.isVisibleTo(dialog)
