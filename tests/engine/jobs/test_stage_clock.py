import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from engine.jobs.stage_clock import StageClock


def slow(items):
    for item in items:
        time.sleep(0.02)
        yield item


def test_stages_add_up_and_those_not_entered_are_zero():
    clock = StageClock(("decode", "detect"))
    for _ in range(2):
        with clock.measure("detect"):
            time.sleep(0.02)
    assert clock.seconds()["decode"] == 0
    assert 0.04 <= clock.seconds()["detect"] < 2


def test_only_the_making_of_items_counts():
    clock = StageClock()
    made = []
    for item in clock.measure_items(slow("abc"), "decode"):
        made.append(item)
        time.sleep(0.1)
    assert made == ["a", "b", "c"]
    assert 0.06 <= clock.seconds()["decode"] < 0.25


def test_time_counts_when_the_work_raises():
    clock = StageClock()
    with pytest.raises(ZeroDivisionError), clock.measure("detect"):
        time.sleep(0.01)
        raise ZeroDivisionError
    assert clock.seconds()["detect"] >= 0.01


def test_threads_share_a_stage():
    clock = StageClock()

    def work(_):
        with clock.measure("detect"):
            time.sleep(0.02)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(8)))
    assert 0.16 <= clock.seconds()["detect"] < 4
