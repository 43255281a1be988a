"""The look whether the recent cases are there, beside the window."""

import threading
import time

import pytest
import shiboken6
from PySide6.QtCore import QObject

from app.start import recent_look
from app.start.recent_look import RecentLook

WAIT_MS = 10_000


@pytest.fixture
def dead_drive(monkeypatch):
    """Have every look wait until this is set."""
    answers = threading.Event()
    monkeypatch.setattr(recent_look, "_is_there", lambda folder: answers.wait(30) and folder.name != "gone")
    yield answers
    answers.set()


def test_of_lists_that_come_while_a_drive_takes_its_time_the_newest_is_looked_at(qtbot, qapp, tmp_path, dead_drive):
    look = RecentLook(qapp)
    found = []
    look.found.connect(lambda folders, missing: found.append((folders, missing)))
    for name in ("first", "passed over", "gone"):
        look.look([tmp_path / name])
    dead_drive.set()
    qtbot.waitUntil(lambda: len(found) == 2, timeout=WAIT_MS)
    assert found == [([tmp_path / "first"], frozenset()), ([tmp_path / "gone"], {tmp_path / "gone"})]


def test_a_drive_that_does_not_answer_holds_up_no_closing(qapp, tmp_path, dead_drive):
    window = QObject()
    RecentLook(window).look([tmp_path])
    began = time.monotonic()
    shiboken6.delete(window)
    assert time.monotonic() - began < 5
