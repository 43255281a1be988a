"""`bolo train` and `bolo evaluate`: what is refused before anything long begins."""

import json

import numpy as np
import pytest
from PIL import Image


def test_a_setting_without_a_value_is_bad_usage(bolo, tmp_path):
    code, _, err = bolo("train", "peta-lite0", "--data", tmp_path, "--set", "seed")

    assert code == 2
    assert "write it as key=value" in " ".join(err.split())


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["train", "no-such-recipe", "--data", "{data}"], "no-such-recipe"),
        (["train", "peta-lite0", "--data", "{data}", "--set", "flavour=sweet"], "flavour"),
        (["train", "peta-lite0", "--data", "{data}/none", "--out", "{data}"], "none"),
        (["evaluate", "no-such-model", "--data", "{data}"], "no-such-model"),
        (["evaluate", "tiny", "--data", "{data}/none"], "none"),
        (["evaluate", "{model}", "--data", "{data}/none"], "none"),
    ],
)
def test_what_is_not_there_is_one_sentence(bolo, case, tmp_path, model_folder, argv, words):
    code, out, err = bolo(*(argument.format(data=tmp_path, model=model_folder) for argument in argv), "--json")

    assert (code, out) == (1, "")
    assert words in err and err.count("\n") == 1


SMALL = (
    "weights=random",
    "dataset=csv",
    "extra_data=false",
    "input_px=[32, 32]",
    "recognition.epochs=1",
    "alignment.epochs=0",
)
STAGE = ("batch_size=4", "rendered_crops=0")


@pytest.fixture
def labelled(tmp_path):
    """Return a folder of a dozen pictures, and their labels."""
    folder = tmp_path / "yard"
    folder.mkdir()
    generator = np.random.default_rng(3)
    lines = ["image,split,bag,hat"]
    for number in range(12):
        Image.fromarray(generator.integers(0, 255, (40, 20, 3), dtype=np.uint8)).save(folder / f"{number}.png")
        lines.append(f"{number}.png,{'train' if number < 8 else 'val'},{number % 2},{number // 2 % 2}")
    (folder / "labels.csv").write_text("\n".join(lines), encoding="utf-8")
    return folder


def train_arguments(labelled, out):
    settings = [*SMALL, *(f"recognition.{setting}" for setting in STAGE)]
    return ["train", "peta-lite0", "--data", labelled, "--out", out, *(a for s in settings for a in ("--set", s))]


def test_train_tells_each_epoch_in_a_line_and_where_the_model_lies(bolo, labelled, tmp_path):
    code, out, err = bolo(*train_arguments(labelled, tmp_path / "runs"))

    assert code == 0
    assert f"The model lies at {tmp_path / 'runs' / 'peta-lite0' / 'peta-lite0'}" in out
    assert "\nrecognition, epoch 1 of 1: loss " in err and " crops a second; on validation data ma " in err
    assert "{" not in err

    code, out, err = bolo(*train_arguments(labelled, tmp_path / "runs"), "--resume", "--json")

    assert (code, err) == (0, "")
    assert len(json.loads(out)["model_id"]) == 12


def test_a_checkpoint_of_other_settings_is_one_sentence(bolo, labelled, tmp_path):
    arguments = train_arguments(labelled, tmp_path / "runs")
    bolo(*arguments)
    code, _, err = bolo(*arguments, "--set", "seed=9", "--resume")

    assert code == 1
    assert "another recipe or other settings" in err
