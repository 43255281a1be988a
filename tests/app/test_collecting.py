"""Garbage that holds Qt objects is freed in the window's thread, however busy the others are."""

import gc
import subprocess
import sys
import threading
import time

import pytest

from app.collecting import LONG_REST, MOST_YOUNGER, Collecting

TANGLES = 3


class Tangle:
    """A cycle of many parts, like a page with its widgets; notes in which thread it is freed."""

    def __init__(self, freed_in):
        self.itself, self._freed_in = self, freed_in
        self.parts = [[self] for _ in range(1000)]

    def __del__(self):
        self._freed_in.append(threading.get_ident())


def churn():
    """Allocate enough for a collection of every generation, were the collector on."""
    kept = [[number] for number in range(200_000)]
    assert len(kept) == 200_000


def in_another_thread(work):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return thread.ident


@pytest.fixture
def collecting(qapp):
    gc.collect()
    made = Collecting()
    yield made
    made.deleteLater()


def test_a_busy_thread_frees_nothing_and_the_windows_thread_does(qtbot, collecting):
    freed_in = []
    for _ in range(TANGLES):
        Tangle(freed_in)
    in_another_thread(churn)
    assert freed_in == []
    qtbot.waitUntil(lambda: len(freed_in) == TANGLES)
    assert set(freed_in) == {threading.get_ident()}


def test_without_it_the_busy_thread_would():
    """Shows that the churning above is enough: an interpreter that collects by itself frees the tangle there."""
    script = (
        "import sys, threading; sys.path.insert(0, sys.argv[1]);"
        "from tests.app.test_collecting import Tangle, churn, in_another_thread; freed_in = []; Tangle(freed_in);"
        "print(freed_in == [in_another_thread(churn)])"
    )
    done = subprocess.run([sys.executable, "-c", script, "."], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.strip() == "True"


def test_the_program_has_it():
    script = (
        "import gc, os; os.environ['QT_QPA_PLATFORM'] = 'offscreen';"
        "from app.launch import make_application; application = make_application(); print(gc.isenabled())"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.strip() == "False"


@pytest.fixture
def by_hand(collecting):
    """Return what collects when it is told to, and what was freed of a few tangles of garbage."""
    collecting._timer.stop()
    collecting.collect()
    freed_in = []
    for _ in range(TANGLES):
        Tangle(freed_in)
    return collecting, freed_in


def work(seconds):
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


def test_while_the_window_is_at_work_nothing_is_collected_until_it_rests(by_hand):
    collecting, freed_in = by_hand
    work(0.2)
    collecting.collect()
    assert not freed_in
    collecting.collect()
    assert len(freed_in) == TANGLES


def test_too_much_garbage_waits_for_no_rest(by_hand, monkeypatch):
    collecting, freed_in = by_hand
    monkeypatch.setattr("app.collecting.MOST_WAITING", 1000)
    work(0.2)
    collecting.collect()
    assert len(freed_in) == TANGLES


class Counts:
    """Python's collector as one that tells these counts, and notes what is collected."""

    def __init__(self, *counts):
        self.counts, self.collected = counts, []

    def get_count(self):
        return self.counts

    @staticmethod
    def get_threshold():
        return 700, 10, 10

    def collect(self, generation):
        self.collected.append(generation)


@pytest.mark.parametrize(("older", "intervals"), [(11, LONG_REST), (MOST_YOUNGER + 1, 1)], ids=["a rest", "overdue"])
def test_the_oldest_are_looked_through_after_a_long_rest_or_when_it_is_overdue(by_hand, monkeypatch, older, intervals):
    collecting, _ = by_hand
    counts = Counts(800, 11, older)
    monkeypatch.setattr("app.collecting.gc", counts)
    work(0.2)
    collecting.collect()  # was at work, and rests no more
    for _ in range(intervals):
        assert 2 not in counts.collected
        collecting.collect()
    assert counts.collected == [1] * (intervals - 1) + [2]
