"""`bolo bench`: real windows, off-screen, and a training of few and small steps."""

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


def test_train_gives_both_rates_and_their_ratio(bolo):
    small = ("--batch-size", 4, "--steps", 2, "--rounds", 2, "--set", "input_px=[32, 32]")
    code, out, err = bolo("bench", "train", "peta-lite0", *small, "--json")

    figures = json.loads(out)
    assert (code, err) == (0, "")
    assert figures["ratio"] == pytest.approx(figures["crops_per_second"] / figures["bare_crops_per_second"])
    assert figures["crops_per_second"] > 0 and figures["bare_crops_per_second"] > 0
    assert (figures["recipe"], figures["batch_size"], figures["steps"], figures["rounds"]) == ("peta-lite0", 4, 2, 2)
    assert figures["peak_memory_mb"] > 0


@pytest.mark.parametrize(("option", "value"), [("--batch-size", 1), ("--steps", 0), ("--rounds", 0)])
def test_too_little_to_time_a_training_is_bad_usage(bolo, option, value):
    assert bolo("bench", "train", option, value)[0] == 2


def test_a_recipe_that_is_not_there_cannot_be_timed(bolo):
    code, _, err = bolo("bench", "train", "no-such-recipe")
    assert code == 1 and "no-such-recipe" in err
