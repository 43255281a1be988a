"""`bolo import`: what it says, and how it ends where something cannot be used."""

import json
import shutil
import signal
import subprocess
import sys

import pytest

from engine.gallery.gallery import Gallery


@pytest.fixture
def empty_case(bolo, tmp_path):
    folder = tmp_path / "case.bolo"
    assert bolo("case", "new", folder)[0] == 0
    return folder


def imported(bolo, case, *arguments):
    return bolo("import", case, *arguments, "--detector", "none", "--json")


def test_json_gives_the_promised_summary(bolo, empty_case, crops_folder):
    code, out, err = imported(bolo, empty_case, crops_folder)

    summary = json.loads(out)
    promised = {"frames", "detections", "crops", "tracks", "skipped", "failures", "detector", "device", "seconds"}
    assert (code, err) == (0, "")
    assert promised <= summary.keys()
    assert (summary["frames"], summary["crops"], summary["detector"]) == (6, 6, "none")


def test_a_second_import_takes_nothing_twice(bolo, empty_case, crops_folder):
    imported(bolo, empty_case, crops_folder)

    _, out, _ = imported(bolo, empty_case, crops_folder)

    assert (json.loads(out)["frames"], json.loads(out)["skipped"]) == (0, 6)
    _, listed, _ = bolo("crops", empty_case, "--json")
    assert len(json.loads(listed)["crops"]) == 6


def test_a_file_that_cannot_be_used_is_named_and_the_rest_goes_on(bolo, empty_case, crops_folder, tmp_path):
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    for file in sorted(crops_folder.iterdir())[:2]:
        (mixed / file.name).write_bytes(file.read_bytes())
    (mixed / "broken.jpg").write_text("no picture")

    code, out, err = imported(bolo, empty_case, mixed)

    assert (code, json.loads(out)["frames"], json.loads(out)["failures"]) == (1, 2, 1)
    assert "broken.jpg" in err and err.count("\n") == 1
    with Gallery.open(empty_case, read_only=True) as gallery:
        assert [record.path.name for record in gallery.failures()] == ["broken.jpg"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [("nowhere", None, "no such file"), ("empty", (), "no pictures"), ("zero.jpg", b"", "zero.jpg")],
)
def test_a_path_that_gives_nothing_is_one_sentence(bolo, empty_case, tmp_path, name, content, words):
    path = tmp_path / name
    if content == ():
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)

    code, out, err = imported(bolo, empty_case, path)

    assert (code, out) == (1, "")
    assert words in err and "Traceback" not in err


def test_a_path_that_gives_nothing_does_not_stop_the_others(bolo, empty_case, crops_folder, tmp_path):
    code, out, err = imported(bolo, empty_case, tmp_path / "nowhere", crops_folder)

    assert (code, json.loads(out)["frames"]) == (1, 6)
    assert "nowhere" in err


def test_an_import_into_no_case_is_refused(bolo, tmp_path, crops_folder):
    code, out, err = imported(bolo, tmp_path / "none.bolo", crops_folder)

    assert (code, out) == (1, "")
    assert "there is no case here" in err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--zone", "Mars/Olympus"], "Mars/Olympus"),
        (["--detector", "torchvision"], "--detector-weights"),
        (["--detector", "yolox", "--detector-weights", "none.onnx"], "none.onnx"),
    ],
)
def test_a_setting_that_cannot_work_is_one_sentence(bolo, empty_case, crops_folder, options, words):
    code, out, err = bolo("import", empty_case, crops_folder, *options, "--json")

    assert (code, out) == (1, "")
    assert words in err and err.count("\n") == 1


def test_auto_says_that_it_fell_back_to_hog_and_how_to_get_yolox(bolo, empty_case, crops_folder):
    code, out, err = bolo("import", empty_case, sorted(crops_folder.iterdir())[0])

    assert code == 0
    assert "The detector is hog" in err and "fetch-detector" in err and "--detector-weights" in err
    assert "by hog" in out


def test_a_preview_is_printed_and_nothing_imported(bolo, empty_case, crops_folder, tmp_path):
    named = tmp_path / "named"
    named.mkdir()
    for number, file in enumerate(sorted(crops_folder.iterdir())[:3], start=1):
        (named / f"gate_20260301_12041{number}_{number}{file.suffix}").write_bytes(file.read_bytes())
    options = ("--name-pattern", "usual", "--zone", "Europe/Berlin", "--clock-offset", "4m10s")

    code, out, err = bolo("import", empty_case, named, "--detector", "none", "--preview", *options)

    assert (code, err) == (0, "")
    assert "camera gate, 2026-03-01T12:00:01+01:00 (its clock: 2026-03-01T12:04:11)" in out
    assert "Names that cannot be read: 0 of 3." in out
    with Gallery.open(empty_case, read_only=True) as gallery:
        assert gallery.counts().frames == 0
    code, out, _ = imported(bolo, empty_case, named, *options)
    assert (code, json.loads(out)["names_unread"]) == (0, 0)
    code, out, _ = bolo("case", "cameras", empty_case)
    assert out == (
        "gate: 3 frames, 2026-03-01 11:00:01 to 2026-03-01 11:00:03 UTC; zone Europe/Berlin, clock 4m10s ahead.\n"
    )


def test_a_pattern_or_an_offset_that_cannot_work_says_why(bolo, empty_case, crops_folder):
    code, _, err = imported(bolo, empty_case, crops_folder, "--name-pattern", "{camera}_{when}")
    assert code == 1 and "unknown field {when}" in err
    code, _, err = imported(bolo, empty_case, crops_folder, "--clock-offset", "ten minutes")
    assert code == 2 and "4m10s" in err


def test_a_video_is_thinned_out_by_its_seconds_and_coverage_says_so(bolo, empty_case, small_video):
    code, out, _ = imported(bolo, empty_case, small_video, "--fps", "5")  # it has ten
    summary = json.loads(out)
    assert (code, summary["frames"], summary["passed_over"]) == (0, 3, 2)
    _, out, _ = bolo("case", "coverage", empty_case)
    assert "2 frames passed over, for not every frame was to be looked at" in out
    _, out, _ = bolo("import", empty_case, small_video, "--detector", "none", "--on-change")
    assert "frames were passed over" in out  # grey frames alike but for their light


@pytest.mark.parametrize("options", [("--fps", "0"), ("--fps", "-3")])
def test_a_rate_that_cannot_be_is_bad_usage(bolo, empty_case, small_video, options):
    assert imported(bolo, empty_case, small_video, *options)[0] == 2


def test_a_rate_beside_every_nth_frame_is_refused(bolo, empty_case, small_video):
    code, _, err = imported(bolo, empty_case, small_video, "--fps", "5", "--every", "2")
    assert code == 1 and "exclude each other" in err


def test_a_watched_folder_is_taken_in_until_ctrl_c(empty_case, crops_folder, tmp_path):
    folder = tmp_path / "arriving"
    shutil.copytree(crops_folder, folder)
    command = [
        sys.executable,
        "-m",
        "engine.cli",
        "import",
        str(empty_case),
        str(folder),
        "--detector",
        "none",
        "--watch",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        for line in child.stderr:
            if "6 frames taken in" in line:
                child.send_signal(signal.SIGINT)
                break
        _, err = child.communicate(timeout=60)
    assert child.returncode == 3
    assert "cancelled; what was done so far is kept" in err and "Traceback" not in err
    with Gallery.open(empty_case, read_only=True) as gallery:
        assert gallery.counts().frames == 6


def test_watching_is_for_folders_and_has_no_json(bolo, empty_case, small_video, crops_folder):
    code, _, err = bolo("import", empty_case, small_video, "--watch")
    assert code == 1 and "no folder in which others could arrive" in err
    assert bolo("import", empty_case, crops_folder, "--watch", "--json")[0] == 2
