"""`bolo bench startup`: real windows, off-screen."""

import json

import pytest

from engine.cli import startup_benchmark
from engine.errors import EngineError


def test_startup_gives_both_times_their_ratio_and_what_was_loaded(bolo):
    code, out, err = bolo("bench", "startup", "--runs", 5, "--json")

    figures = json.loads(out)
    assert (code, err) == (0, "")
    assert figures["ratio"] == pytest.approx(figures["window_s"] / figures["empty_s"])
    assert figures["empty_s"] > 0 and figures["window_s"] > 0
    assert (figures["torch_loaded"], figures["cv2_loaded"], figures["runs"]) == (False, False, 5)


def test_fewer_than_five_runs_are_bad_usage(bolo):
    assert bolo("bench", "startup", "--runs", 4)[0] == 2


def test_a_window_that_does_not_come_up_is_told():
    with pytest.raises(EngineError, match="did not come up"):
        startup_benchmark._shown(("-c", "raise SystemExit(1)"))
