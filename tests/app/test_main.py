import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.main import main, means_window


@pytest.mark.parametrize(
    ("arguments", "is_window"),
    [
        ([], True),
        (["forecourt.bolo"], True),
        (["cases/forecourt"], True),
        (["--report-shown"], True),
        (["search", "forecourt.bolo"], False),
        (["--help"], False),
        (["--version"], False),
    ],
)
def test_a_case_or_nothing_means_the_window(arguments, is_window, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert means_window([str(Path(argument)) for argument in arguments]) is is_window


def test_a_folder_that_is_a_case_means_the_window_whatever_its_name(empty_case, monkeypatch):
    plain = empty_case.rename(empty_case.with_name("forecourt"))
    monkeypatch.chdir(plain.parent)
    assert means_window(["forecourt"])


def test_a_command_goes_to_the_command_line(capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["bolo"])
    assert main(["search"]) == 2
    assert "Missing argument" in capsys.readouterr().err


def test_the_window_is_shown_without_torch_and_opencv():
    done = subprocess.run(
        [sys.executable, "-m", "app", "--report-shown"], capture_output=True, text=True, timeout=120, check=True
    )
    report = json.loads(done.stdout)
    assert (report["torch"], report["cv2"]) == (False, False)
    assert 0 < report["shown_s"] < 60


def test_a_picture_of_the_window_is_taken_where_there_is_no_screen(small_case, tmp_path):
    out = tmp_path / "pictures" / "window.png"
    command = [sys.executable, "-m", "app", str(small_case), "--screenshot", str(out), "--size", "1280x720"]
    done = subprocess.run([*command, "--has", "upperBodyRed"], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(b"\x89PNG")


def test_a_picture_of_an_attribute_that_the_model_lacks_is_refused_in_a_sentence(small_case, tmp_path):
    command = [sys.executable, "-m", "app", str(small_case), "--screenshot", str(tmp_path / "w.png")]
    done = subprocess.run([*command, "--has", "upperBodyRedd"], capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert "did you mean upperBodyRed" in done.stderr
    assert "Traceback" not in done.stderr


CASE_OPENED = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.main_window import MainWindow
from app.settings import Settings
from app.theme.theme import Theme

application = QApplication([])
window = MainWindow(Theme(application), Settings())
window.show()
window.open_case(Path(sys.argv[1]))

def look():
    page = window.search_page
    if page is not None and page.is_answered and page.results.rowCount():
        print(json.dumps([name for name in ("torch", "cv2", "timm", "torchvision") if name in sys.modules]))
        window.close()
        application.quit()

timer = QTimer(interval=50)
timer.timeout.connect(look)
timer.start()
application.exec()
"""


def test_an_open_case_with_results_needs_neither_torch_nor_opencv(small_case):
    done = subprocess.run(
        [sys.executable, "-c", CASE_OPENED, str(small_case)],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
