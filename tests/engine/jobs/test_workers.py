import threading
import time
from contextlib import closing

import cv2
import pytest
import torch

from engine.cores import usable_cores
from engine.jobs.workers import MOST, Workers


def test_results_come_in_order_whoever_is_ready_first():
    def slow_if_even(number):
        time.sleep(0.005 if number % 2 == 0 else 0)
        return number * number

    with Workers(3) as workers, closing(workers.map_ahead(slow_if_even, range(30))) as results:
        assert list(results) == [number * number for number in range(30)]


def test_no_more_is_taken_than_a_few_ahead():
    taken = []

    def items():
        for number in range(1000):
            taken.append(number)
            yield number

    with Workers(2) as workers, closing(workers.map_ahead(abs, items())) as results:
        for used in range(10):
            next(results)
            assert len(taken) <= used + 1 + 2 * 2 + 1


def test_several_work_at_once():
    both = threading.Barrier(2, timeout=20)
    with Workers(2) as workers, closing(workers.map_ahead(lambda _: both.wait(), range(4))) as results:
        assert len(list(results)) == 4


def test_an_error_comes_where_the_result_would():
    def refuse_three(number):
        if number == 3:
            raise ValueError("three")
        return number

    with Workers(2) as workers, closing(workers.map_ahead(refuse_three, range(9))) as results:
        assert [next(results) for _ in range(3)] == [0, 1, 2]
        with pytest.raises(ValueError, match="three"):
            next(results)


def test_closing_drops_what_waits_and_ends_what_runs():
    begun = []

    def work(number):
        begun.append(number)
        time.sleep(0.01)

    with Workers(1) as workers:
        results = workers.map_ahead(work, range(100))
        next(results)
        results.close()
        count = len(begun)
        time.sleep(0.05)
        assert len(begun) == count <= 3
    assert not any(thread.name.startswith("worker") for thread in threading.enumerate())


def test_libraries_use_one_thread_each_and_get_their_own_back():
    before = cv2.getNumThreads(), torch.get_num_threads()
    with Workers(2) as workers:
        assert workers.submit(lambda: (cv2.getNumThreads(), torch.get_num_threads())).result() == (1, 1)
    assert (cv2.getNumThreads(), torch.get_num_threads()) == before


def test_there_is_one_a_core_but_not_without_end():
    assert Workers().count == min(usable_cores(), MOST) >= 1
