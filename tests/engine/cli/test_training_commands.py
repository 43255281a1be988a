"""`bolo train` and `bolo evaluate`: what is refused before anything long begins."""

import pytest


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
