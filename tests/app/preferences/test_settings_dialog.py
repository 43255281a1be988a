"""The settings: kept as they are chosen, and in effect when they say so."""

import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.footage.import_choice import Detector
from app.language import Language
from app.preferences.settings_dialog import SettingsDialog
from app.search.density import Density
from app.settings import DETECTORS, Device, Settings
from app.theme.theme import ThemeChoice
from app.theme.tokens import Tone


@pytest.fixture
def home(monkeypatch, tmp_path):
    monkeypatch.setenv("BOLO_HOME", str(tmp_path))
    monkeypatch.setenv("BOLO_DEVICE", "auto")
    monkeypatch.setenv("BOLO_THREADS", "0")
    return tmp_path


@pytest.fixture
def dialog(qtbot, theme, home):
    made = SettingsDialog(theme, Settings())
    qtbot.addWidget(made)
    return made


def choose(dialog, key, value):
    box = dialog.boxes[key]
    box.setCurrentIndex(box.findData(value))
    assert box.currentData() == value


def test_what_is_chosen_is_kept_without_being_confirmed(dialog):
    for key, value in (
        ("theme", ThemeChoice.LIGHT),
        ("scale", 150),
        ("density", Density.LARGE),
        ("language", Language.GERMAN),
        ("device", Device.CPU),
        ("detector", Detector.YOLOX),
    ):
        choose(dialog, key, value)
    dialog.keep_weights(Path("yolox.onnx"))
    dialog._settings._file.wait()
    kept = Settings()
    assert (kept.theme, kept.text_scale, kept.density) == (ThemeChoice.LIGHT, 150, Density.LARGE)
    assert (kept.language, kept.device, kept.detector) == (Language.GERMAN, Device.CPU, "yolox")
    assert kept.detector_weights == Path("yolox.onnx")


def test_the_look_changes_at_once(dialog, theme):
    choose(dialog, "theme", ThemeChoice.LIGHT)
    assert theme.tokens.tone is Tone.LIGHT


def test_children_that_start_from_now_on_get_device_and_cores(dialog):
    choose(dialog, "device", Device.CPU)
    dialog._keep_threads(2)
    assert (os.environ["BOLO_DEVICE"], os.environ["BOLO_THREADS"]) == ("cpu", "2")


def test_weights_go_with_their_detector(dialog):
    choose(dialog, "detector", Detector.TORCHVISION)
    dialog.keep_weights(Path("faster.pth"))
    choose(dialog, "detector", Detector.HOG)
    assert dialog._settings.detector_weights is None
    assert not dialog.weights_button.isEnabled()


def test_every_detector_can_be_the_one_to_start_with():
    assert set(DETECTORS) == {detector.value for detector in Detector}


def test_an_import_starts_with_what_the_settings_say(qtbot, home, window, empty_case):
    window._settings.keep_detector("yolox")
    window._settings.keep_detector_weights(home / "mine.onnx")
    window.dialogs.ask_for_footage(empty_case)
    assert window.import_dialog.choice.detector is Detector.YOLOX
    assert window.import_dialog.choice.weights == home / "mine.onnx"
    window.import_dialog.reject()
    window._settings.keep_detector("auto")
    window._settings.keep_detector_weights(None)


def test_the_size_of_pictures_changes_in_the_open_case(qtbot, opened):
    qtbot.keyClick(opened, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = opened.dialogs.settings_dialog
    assert dialog.isVisible()
    choose(dialog, "density", Density.SMALL)
    assert opened.search_page.header.density_row.buttons[Density.SMALL].isChecked()
    dialog.accept()
    qtbot.waitUntil(lambda: opened.dialogs.settings_dialog is None)


def test_damaged_settings_fall_back_to_their_defaults(home):
    damaged = {"text_scale": "7000", "device": "abacus", "threads": "-3", "detector": "psychic"}
    (home / "window.json").write_text(json.dumps(damaged), encoding="utf-8")
    kept = Settings()
    assert (kept.text_scale, kept.device, kept.threads, kept.detector) == (100, Device.AUTO, 0, "auto")
