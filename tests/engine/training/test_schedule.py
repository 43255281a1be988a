from dataclasses import replace

import pytest

from engine.training.schedule import rate_factor
from engine.training.stage import ScheduleKind


def factors(stage, steps):
    return [rate_factor(stage, epoch, step, steps) for epoch in range(stage.epochs) for step in range(steps)]


def test_rate_rises_to_its_peak_and_falls_as_a_cosine(tiny):
    rates = factors(replace(tiny.RECOGNITION, epochs=10, warmup=0.2), steps=10)
    assert max(rates) == pytest.approx(1.0)
    assert rates.index(max(rates)) == 20
    assert rates[60] == pytest.approx(0.5)
    assert rates[-1] < 0.001
    assert rates[:21] == sorted(rates[:21])
    assert rates[20:] == sorted(rates[20:], reverse=True)


def test_steps_come_exactly_at_their_epochs(tiny):
    stage = replace(tiny.RECOGNITION, epochs=29, warmup=0.0, schedule=ScheduleKind.STEP, step_epochs=7)
    rates = factors(stage, steps=3)
    assert rates == [pytest.approx(0.1 ** (epoch // 7)) for epoch in range(29) for _ in range(3)]


def test_a_constant_stays_after_the_warmup(tiny):
    rates = factors(replace(tiny.RECOGNITION, epochs=4, warmup=0.25, schedule=ScheduleKind.CONSTANT), steps=4)
    assert rates[0] == 0.04 and rates[4:] == [1.0] * 12
