"""Looking at models and cases beside the window, where a drive does not answer."""

import threading
import time

import pytest
import shiboken6

from app.models.models_desk import ModelsDesk
from engine.casework import model_use

WITHIN_MS = 30_000
LONG_S = 20  # a drive that has died; for the test not for ever


@pytest.fixture
def dead_drive(tmp_path, monkeypatch):
    """Return the folder of a case on a drive that answers nothing, and which folders were looked into."""
    look, gate, asked = model_use.look_at_use, threading.Event(), []
    dead = tmp_path / "share" / "dead.bolo"

    def looking(folder, store):
        asked.append(folder)
        if folder == dead:
            gate.wait(LONG_S)
        return look(folder, store)

    monkeypatch.setattr(model_use, "look_at_use", looking)
    yield dead, asked
    gate.set()


@pytest.fixture
def desk(qtbot, installed_model):
    desk = ModelsDesk()
    yield desk
    if shiboken6.isValid(desk):
        shiboken6.delete(desk)


def looked(desk, recent):
    """Return what the desk sees, as it grows."""
    seen = []
    desk.seen.connect(seen.append)
    desk.look(None, recent)
    return seen


def test_a_drive_that_does_not_answer_holds_up_neither_the_list_nor_the_other_cases(qtbot, desk, dead_drive, tmp_path):
    dead, asked = dead_drive
    gone = tmp_path / "here" / "gone.bolo"
    for again in range(2):  # the dialog is opened, closed and opened again
        seen = looked(desk, [dead, gone])
        qtbot.waitUntil(lambda: bool(seen) and len(seen[-1].others) == 1, timeout=1000 * LONG_S // 4)  # noqa: B023
        assert "test-model" in [model.name for model in seen[-1].models]
        assert [use.folder for use in seen[-1].others] == [gone]
        assert not seen[-1].are_others_seen
        assert asked.count(gone) == again + 1
    assert asked.count(dead) == 1  # nobody asks it twice


def test_models_are_changed_while_a_drive_does_not_answer(qtbot, desk, dead_drive):
    seen, failures = looked(desk, [dead_drive[0]]), []
    qtbot.waitUntil(lambda: bool(seen), timeout=WITHIN_MS)
    desk.failed.connect(failures.append)
    desk.remove("no-such-model")
    qtbot.waitUntil(lambda: bool(failures), timeout=1000 * LONG_S // 4)


def test_the_window_goes_while_a_drive_does_not_answer(qtbot, desk, dead_drive):
    seen = looked(desk, [dead_drive[0]])
    qtbot.waitUntil(lambda: bool(seen), timeout=WITHIN_MS)
    began = time.monotonic()
    shiboken6.delete(desk)
    assert time.monotonic() - began < LONG_S / 4


def test_a_case_that_answers_late_is_filled_in(qtbot, desk, monkeypatch, tmp_path):
    gate, look = threading.Event(), model_use.look_at_use

    def looking(folder, store):
        gate.wait(LONG_S)
        return look(folder, store)

    monkeypatch.setattr(model_use, "look_at_use", looking)
    seen = looked(desk, [tmp_path / "slow.bolo"])
    qtbot.waitUntil(lambda: bool(seen), timeout=WITHIN_MS)
    assert (seen[-1].others, seen[-1].are_others_seen) == ((), False)
    desk.look(None, [tmp_path / "slow.bolo"])  # meanwhile; the look that is under way answers it too
    gate.set()
    qtbot.waitUntil(lambda: seen[-1].are_others_seen, timeout=WITHIN_MS)
    assert [use.folder for use in seen[-1].others] == [tmp_path / "slow.bolo"]


def test_a_case_that_fails_unforeseen_says_why(qtbot, desk, monkeypatch, tmp_path):
    def failing(_folder, _store):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(model_use, "look_at_use", failing)
    seen = looked(desk, [tmp_path / "torn.bolo"])
    qtbot.waitUntil(lambda: bool(seen) and seen[-1].are_others_seen, timeout=WITHIN_MS)
    assert "Input/output error" in seen[-1].others[0].problem
