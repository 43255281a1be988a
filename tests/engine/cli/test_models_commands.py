"""`bolo models …`."""

import json

from engine.cli.models_commands import installed_or_folder


def test_an_added_model_is_listed_with_its_licence_notes(bolo, case):
    code, out, _ = bolo("models", "list", "--json")

    listed = {model["name"]: model for model in json.loads(out)["models"]}
    assert code == 0
    assert listed["tiny"]["licence_notes"] == ["For tests only."]
    assert listed["tiny"]["attributes"] == 105


def test_a_model_is_not_added_twice(bolo, case, model_folder):
    code, _, err = bolo("models", "add", model_folder / "card.json")

    assert code == 1
    assert "already" in err


def test_a_model_that_is_not_there_is_refused(bolo, tmp_path):
    assert bolo("models", "add", tmp_path / "none")[0] == 1
    assert bolo("models", "remove", "none")[0] == 1


def test_weights_that_are_not_the_cards_are_refused(bolo, model_folder, tmp_path):
    forged = tmp_path / "forged"
    forged.mkdir()
    (forged / "card.json").write_bytes((model_folder / "card.json").read_bytes())
    (forged / "weights.safetensors").write_bytes(b"other weights")

    code, _, err = bolo("models", "add", forged)

    assert code == 1
    assert "not those of its card" in err


def test_a_models_folder_can_be_named_without_installing_it(model_folder):
    assert installed_or_folder(str(model_folder)).name == "tiny"


def test_a_case_can_be_switched_to_a_model_and_says_when_its_weights_are_not_whole(bolo, case):
    code, _, err = bolo("models", "activate", "tiny", "--case", case)

    assert code == 1  # the tiny model has a query side alone
    assert "cannot be used" in err
