"""`bolo import`: what it says, and how it ends where something cannot be used."""

import json

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
        (["--detector", "torchvision"], "comes with a later version"),
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
