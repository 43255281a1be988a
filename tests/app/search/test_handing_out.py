"""Chosen crops on the clipboard, as a contact sheet, and bookmarked."""

import json
import subprocess
import sys

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.case import case_sheet
from engine.gallery.gallery import Gallery
from engine.gallery.records import BookmarkState

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def three(qtbot, red):
    """Choose the first three results; return their ids."""
    red.results_view.choose(0)
    qtbot.keyClick(red.results_view, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(red.results_view, Qt.Key.Key_Right, SHIFT)
    return red.results_view.chosen_crops


def logged(case, action):
    with Gallery.open(case, read_only=True) as gallery:
        return [json.loads(entry.facts) for entry in gallery.audit_entries() if entry.action == action]


def test_one_crop_is_copied_as_it_is_with_its_line(qtbot, red, small_case):
    red.results_view.choose(2)
    crop = red.results.ranked(2).crop
    with qtbot.waitSignal(red.handing_out.told):
        qtbot.keyClick(red.results_view, Qt.Key.Key_C, CTRL)
    data = QApplication.clipboard().mimeData()
    assert (data.imageData().width(), data.imageData().height()) == (40, 80)
    assert data.text().split("\t")[0] == crop.camera and data.text().endswith(f"SHA-256 {crop.sha256}")
    assert red.header.summary == "1 crop is on the clipboard."
    assert logged(small_case, "copied") == [{"crops": [crop.id]}]


COPY_AND_CLOSE = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.launch import make_application
from app.main_window import MainWindow
from app.settings import Settings
from app.theme.theme import Theme, ThemeChoice

application = make_application()
window = MainWindow(Theme(application, ThemeChoice.DARK), Settings())
window.show()
window.open_case(Path(sys.argv[1]))
looks = QTimer()

def copy():
    page = window.search_page
    if page is not None and page.is_answered:
        looks.stop()
        page.handing_out.told.connect(lambda words: (print(words), QTimer.singleShot(0, window.close)))
        page.results_view.choose(0)
        QTest.keyClick(page.results_view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

looks.timeout.connect(copy)
looks.start(20)
application.exec()
print(application.clipboard().image().width())
"""


def test_the_program_ends_well_with_a_copied_picture_on_the_clipboard(small_case):
    done = subprocess.run(
        [sys.executable, "-c", COPY_AND_CLOSE, str(small_case)], capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, done.stdout.splitlines()) == (0, ["1 crop is on the clipboard.", "40"]), done.stderr


def test_several_are_copied_as_a_sheet_with_a_line_each(qtbot, red, three):
    qtbot.waitUntil(red.chosen_bar.isVisible)
    with qtbot.waitSignal(red.handing_out.told):
        qtbot.mouseClick(red.chosen_bar.copy_button, Qt.MouseButton.LeftButton)
    data = QApplication.clipboard().mimeData()
    assert data.imageData().width() > 1000 and len(data.text().splitlines()) == 3


@pytest.mark.parametrize("ending", ["png", "pdf"])
def test_a_contact_sheet_is_saved_and_logged(qtbot, red, three, small_case, tmp_path, ending):
    out = tmp_path / f"sheet.{ending}"
    with qtbot.waitSignal(red.handing_out.told):
        red.handing_out.save_sheet(three, out)
    assert out.read_bytes()[:4] == {"png": b"\x89PNG", "pdf": b"%PDF"}[ending]
    if ending == "png":
        with Image.open(out) as sheet:
            assert sheet.width > 1000
    assert logged(small_case, "contact sheet") == [{"crops": list(three), "file": out.name}]


def test_the_way_to_a_sheet_is_a_dialog_that_does_not_block(qtbot, red, three):
    qtbot.keyClick(red.results_view, Qt.Key.Key_E, CTRL)
    dialog = red.handing_out.dialog
    assert dialog is not None and dialog.isVisible()
    dialog.reject()
    assert red.handing_out.dialog is None


def test_what_cannot_be_written_or_is_too_much_is_told(qtbot, red, three, opened, tmp_path, monkeypatch):
    with qtbot.waitSignal(opened._service.search_failed):
        red.handing_out.save_sheet(three, tmp_path / "nowhere" / "sheet.png")
    monkeypatch.setattr(case_sheet, "MOST", 2)
    with qtbot.waitSignal(opened._service.search_failed):
        red.handing_out.save_sheet(three, tmp_path / "sheet.png")
    assert red.header.summary == "3 crops are chosen, and a sheet takes 2 at most; choose fewer."


def test_b_bookmarks_all_that_are_chosen_and_takes_back(qtbot, red, three, small_case):
    def marks():
        with Gallery.open(small_case, read_only=True) as gallery:
            return {crop_id: bookmark.state for crop_id, bookmark in gallery.bookmarks().items()}

    def shown():
        return [red.results.tile(row).is_marked for row in range(4)]

    qtbot.keyClick(red.results_view, Qt.Key.Key_B)
    assert shown() == [True, True, True, False]
    assert "; bookmarked" in red.results.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.waitUntil(lambda: marks() == dict.fromkeys(three, BookmarkState.BOOKMARKED))
    qtbot.keyClick(red.results_view, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: marks() == {})
    red.undo.undo()
    qtbot.waitUntil(lambda: len(marks()) == 3)
    assert shown() == [True, True, True, False]


def test_results_are_sorted_by_what_the_menu_says(qtbot, red, asked):
    button = red.header.sort_button
    asked(button.keys[next(key for key in button.keys if key.value == "camera")].trigger)
    cameras = [red.results.ranked(row).crop.camera for row in range(24)]
    assert cameras == sorted(cameras) and red.header.summary == "24 crops, by camera and time"
    assert {red.results.ranked(row).rank for row in range(24)} == set(range(1, 25))
    asked(button.keys[next(key for key in button.keys if key.value == "match")].trigger)
    assert [red.results.ranked(row).rank for row in range(24)] == list(range(1, 25))
