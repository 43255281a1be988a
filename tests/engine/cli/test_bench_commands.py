"""`bolo bench`: real windows, off-screen, a training of few and small steps, searches among few crops."""

import json
import shutil
import sys

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


@pytest.fixture(scope="module")
def kept_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("kept")


def test_search_gives_times_ratios_and_memory(bolo, kept_folder):
    code, out, err = bolo("bench", "search", "--crops", 3000, "--rounds", 2, "--dir", kept_folder, "--json")

    figures = json.loads(out)
    times = figures["times"]
    assert (code, err, figures["rounds"]) == (0, "", 2)
    assert (figures["crops"], figures["added"]) == (3000, 1000)
    assert all(seconds > 0 for seconds in times.values())
    assert figures["ratio"] == pytest.approx(times["search_s"] / times["flat_s"])
    assert figures["narrow_ratio"] == pytest.approx(times["narrow_s"] / times["search_s"])
    assert figures["complete_ratio"] == pytest.approx(times["complete_s"] / times["flat_s"])
    assert 0 < figures["narrow_crops"] < figures["wide_crops"] < 3000
    assert figures["peak_memory_mb"] > 0
    assert figures["first_search_s"] > 0 and figures["add_s"] > 0
    if sys.platform == "linux":
        assert figures["memory"]["columns"] >= 210
        assert figures["memory"]["while_searching"] >= figures["memory"]["held"] > 256


def test_a_kept_case_is_searched_again(bolo, kept_folder):
    code, out, _ = bolo("bench", "search", "--crops", 3000, "--rounds", 1, "--dir", kept_folder)

    assert (code, "Among 4,000 crops" in out) == (0, True)  # with those added the last time


def test_a_folder_with_another_case_is_no_place_to_measure(bolo, case, tmp_path):
    shutil.copytree(case, tmp_path / "drawn.bolo")
    code, _, err = bolo("bench", "search", "--crops", 1000, "--dir", tmp_path)
    assert code == 1 and "no finished case of 1,000 drawn crops" in err


def test_too_few_crops_to_search_among_are_bad_usage(bolo):
    assert bolo("bench", "search", "--crops", 10)[0] == 2


def test_import_gives_both_times_their_ratio_and_seconds_by_stage(bolo):
    code, out, err = bolo("bench", "import", "--frames", 1, "--detector", "hog", "--json")

    figures = json.loads(out)
    assert (code, err) == (0, "")
    assert figures["bare_s"] == pytest.approx(sum(figures["bare"].values()))
    assert figures["ratio"] == pytest.approx(figures["import_s"] / figures["bare_s"])
    assert {"decode", "detect", "crop", "store", "track", "embed", "index"} == set(figures["seconds"])
    assert (figures["frames"], figures["detector"], figures["rounds"]) == (4, "hog", 1)
    assert figures["crops"] > 0 and figures["peak_memory_mb"] > 0


def test_an_import_of_nothing_cannot_be_timed(bolo, tmp_path):
    code, _, err = bolo("bench", "import", tmp_path / "gone")
    assert code == 1 and "gone" in err


def test_import_memory_is_looked_at_early_and_late(bolo):
    small = ("--frames", 60, "--early", 20, "--detector", "hog", "--no-embed")
    code, out, err = bolo("bench", "import-memory", *small, "--json")

    figures = json.loads(out)
    assert (code, err) == (0, "")
    assert (figures["frames"], figures["embedded"]) == (60, 0)
    assert 20 <= figures["early"] <= 60
    assert 0 < figures["early_peak_mb"] <= figures["late_peak_mb"] <= figures["end_peak_mb"]
    assert figures["growth_mb"] == pytest.approx(figures["late_peak_mb"] - figures["early_peak_mb"], abs=0.11)
    assert figures["late_resident_mb"] > 0


def test_an_early_look_after_the_last_frame_is_refused(bolo):
    code, _, err = bolo("bench", "import-memory", "--frames", 10, "--early", 10)
    assert code == 1 and "early" in err
