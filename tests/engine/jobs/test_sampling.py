import numpy as np
import pytest

from engine.errors import ConfigError
from engine.jobs.sampling import Sampling, Ticks


@pytest.mark.parametrize("fps, source_fps", [(1, 25), (2, 10), (5, 29.97), (10, 30), (0.5, 12)])
def test_so_many_frames_pass_in_each_second(fps, source_fps):
    ticks = Ticks(fps)
    seconds = 60
    times = np.arange(int(seconds * source_fps)) / source_fps
    passed = [time for time in times if ticks.passes(time)]
    assert len(passed) == pytest.approx(seconds * fps, abs=1)
    assert passed[0] == 0
    assert np.allclose(np.diff(passed), 1 / fps, atol=1.01 / source_fps)


def test_more_than_the_source_has_passes_all():
    ticks = Ticks(25)
    assert all(ticks.passes(number / 10) for number in range(50))


def test_no_rate_passes_all():
    ticks = Ticks(None)
    assert ticks.passes(0.0) and ticks.passes(0.0)


def test_frames_after_a_gap_are_no_more_than_others():
    ticks = Ticks(1)
    assert [ticks.passes(time) for time in (0.0, 0.5, 3600.2, 3600.4, 3601.0)] == [True, False, True, False, True]


def test_tenths_of_seconds_do_not_slip_through_the_rounding():
    ticks = Ticks(10)
    assert all(ticks.passes(number * 0.1) for number in range(1000))


def test_how_many_frames_are_to_be_expected():
    assert Sampling(every=7).expected(40) == 6
    assert Sampling(fps=2).expected(100, fps=10) == 20
    assert Sampling(fps=50).expected(100, fps=10) == 100


@pytest.mark.parametrize(
    "settings", [{"every": 0}, {"fps": 0}, {"fps": -1}, {"fps": float("nan")}, {"fps": 5, "every": 2}]
)
def test_what_cannot_be_is_refused(settings):
    with pytest.raises(ConfigError):
        Sampling(**settings)
