"""`bolo plots`, and what `bolo evaluate` refuses."""

import json
from dataclasses import replace

import pytest

from engine.cli.plots_command import PICTURES
from engine.jobs.plots import Picture
from engine.registry.card import read_card, write_card


@pytest.fixture
def trained_folder(tmp_path, model_folder):
    """Return a model's folder whose card knows weights and history; weights are not needed for these."""
    card = read_card(model_folder)
    rows = [{"stage": "recognition", "epoch": epoch, "recognition": 1.0, "ma": 60.0} for epoch in (1, 2)]
    figures = {"attribute_weights": [1.0] * card.schema.size, "history": rows}
    folder = tmp_path / "trained"
    folder.mkdir()
    write_card(replace(card, figures=figures), folder)
    return folder


def test_the_files_drawn_are_named(bolo, trained_folder, tmp_path):
    code, out, _ = bolo("plots", trained_folder, "--out", tmp_path / "pictures", "--json")

    files = json.loads(out)["files"]
    assert code == 0 and len(files) == 4
    assert sorted(path.name for path in (tmp_path / "pictures").iterdir()) == sorted(
        f"{name}.{ending}" for name in ("weights", "curves") for ending in ("png", "svg")
    )


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["no-such-model"], "no-such-model"),
        (["{model}", "--picture", "weights"], "tiny"),
        (["{model}", "--picture", "space"], "data"),
        (["{model}", "--picture", "curves", "--history", "{out}/none.csv"], "none.csv"),
        (["{model}", "--data", "{out}/none"], "none"),
    ],
)
def test_what_cannot_be_drawn_is_one_sentence(bolo, model_folder, tmp_path, argv, words):
    code, out, err = bolo("plots", *(word.format(model=model_folder, out=tmp_path) for word in argv), "--out", tmp_path)

    assert (code, out) == (1, "")
    assert words in err.splitlines()[-1]
    assert err.count("bolo: ") == 1


@pytest.mark.parametrize("more", [("--picture", "portrait"), ("--rows", "0"), ("--depth", "21")])
def test_what_no_picture_can_be_is_bad_usage(bolo, model_folder, tmp_path, more):
    assert bolo("plots", model_folder, "--out", tmp_path, *more)[0] == 2


def test_every_picture_of_the_job_can_be_named():
    assert set(PICTURES) == {picture.value for picture in Picture}


def test_json_and_markdown_exclude_each_other(bolo, model_folder, tmp_path):
    code, out, err = bolo("evaluate", model_folder, "--data", tmp_path, "--json", "--markdown")

    assert (code, out) == (2, "")
    assert "exclude each other" in " ".join(err.split())
