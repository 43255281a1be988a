"""An error that nobody foresaw is written down and told, and the window goes on."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.unforeseen import Unforeseen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shown(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def unforeseen(shown, monkeypatch):
    """Watch as the program does, where pytest-qt would otherwise take the errors."""
    made = Unforeseen(shown)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made.watch()
    return made


def test_an_error_that_nobody_foresaw_is_written_down_and_told_once(qtbot, shown, unforeseen, capsys):
    for number in (1, 2):
        error = ZeroDivisionError(f"the {number}. of its kind")
        with qtbot.waitSignal(unforeseen.happened) as happened:
            unforeseen.take(type(error), error, None)
        where, text = happened.args
        assert f"the {number}. of its kind" in text
        assert Path(where).read_text(encoding="utf-8").splitlines()[-1] == text.splitlines()[-1]
    assert "the 1. of its kind" in unforeseen.dialog.report.toPlainText()
    assert "Nothing in the case is lost" in unforeseen.dialog.sentence.text()
    unforeseen.dialog.accept()
    assert unforeseen.dialog is None
    assert "the 2. of its kind" in capsys.readouterr().err


def test_a_slot_that_fails_leaves_the_window_at_work_and_a_report_to_copy(qtbot, shown, unforeseen, capsys):
    failing = QPushButton("Fail", shown)
    counting = QPushButton("Count", shown)
    clicks = []
    failing.clicked.connect(lambda: {}["nobody foresaw this"])
    counting.clicked.connect(lambda: clicks.append(1))
    for made in (failing, counting):
        made.show()
    with qtbot.captureExceptions():  # pytest-qt's own hook stands aside
        sys.excepthook = unforeseen.take
        QTimer.singleShot(0, failing.click)
        qtbot.waitUntil(lambda: unforeseen.dialog is not None)
    dialog = unforeseen.dialog
    assert not dialog.report.isVisible()
    qtbot.mouseClick(dialog.details_button, LEFT)
    assert dialog.report.isVisible() and "KeyError: 'nobody foresaw this'" in dialog.report.toPlainText()
    qtbot.mouseClick(dialog.copy_button, LEFT)
    assert "KeyError: 'nobody foresaw this'" in QApplication.clipboard().text()
    qtbot.mouseClick(dialog.close_button, LEFT)
    qtbot.mouseClick(counting, LEFT)
    assert clicks == [1]
    assert "KeyError" in capsys.readouterr().err


def test_a_thread_that_fails_is_told_of_in_the_windows_thread(qtbot, unforeseen, capsys):
    with qtbot.waitSignal(unforeseen.happened):
        failing = threading.Thread(target=lambda: [][1])
        failing.start()
        failing.join()
    assert "IndexError" in unforeseen.dialog.report.toPlainText()
    unforeseen.dialog.accept()
    assert "IndexError" in capsys.readouterr().err


def test_a_report_that_cannot_be_written_can_still_be_copied(qtbot, unforeseen, monkeypatch, capsys):
    def refuse(*_):
        raise OSError("the disk is full")

    monkeypatch.setattr("engine.jobs.crash_report.write_crash_report", refuse)
    error = ZeroDivisionError("once more")
    unforeseen.take(type(error), error, None)
    qtbot.waitUntil(lambda: unforeseen.dialog is not None)
    assert "once more" in unforeseen.dialog.report.toPlainText()
    assert "It lies at" not in unforeseen.dialog.sentence.text()
    unforeseen.dialog.accept()
    assert "once more" in capsys.readouterr().err
