"""Threads that make long lists wait while the window is at work, and not for ever."""

import threading
import time

import pytest

from app import window_first as module
from app.window_first import WindowFirst
from engine.giving_way import give_way, let_go_first


@pytest.fixture
def first():
    yield WindowFirst()
    let_go_first(module.window_first.wait)


def rows_beside(act):
    """Return how many rows another thread gets done while something is done here, and how many afterwards."""
    done, may_end = [], threading.Event()

    def work():
        while not may_end.is_set():
            give_way()
            done.append(1)
            time.sleep(0.0005)

    thread = threading.Thread(target=work)
    thread.start()
    act(lambda: len(done))
    may_end.set()
    thread.join()


def test_another_thread_waits_for_the_block_and_goes_on_after_it(first, monkeypatch):
    monkeypatch.setattr(module, "LONGEST_S", 30.0)

    def act(rows):
        with first:
            with first:  # blocks may lie in each other
                time.sleep(0.02)
            before = rows()
            time.sleep(0.05)
            assert rows() == before
        until = time.monotonic() + 10
        while rows() < before + 3 and time.monotonic() < until:
            time.sleep(0.001)
        assert rows() >= before + 3

    rows_beside(act)


def test_who_is_kept_waiting_goes_on_after_a_moment_all_the_same(first, monkeypatch):
    monkeypatch.setattr(module, "LONGEST_S", 0.01)

    def act(rows):
        with first:
            until = time.monotonic() + 10
            while rows() < 3 and time.monotonic() < until:
                time.sleep(0.001)
            assert rows() >= 3

    rows_beside(act)


def test_the_window_never_waits_for_itself(first, monkeypatch):
    monkeypatch.setattr(module, "LONGEST_S", 30.0)
    began = time.monotonic()
    with first:
        give_way()
    assert time.monotonic() - began < 10


def test_where_nobody_goes_first_nobody_waits(first):
    let_go_first(None)
    with first:
        give_way()
