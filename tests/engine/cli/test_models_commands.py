"""`bolo models …`."""

import json
import shutil

import numpy as np

from engine.cli.models_commands import installed_or_folder
from engine.gallery.gallery import Gallery
from engine.imaging.digest import sha256_of
from engine.paths import user_models_dir
from engine.registry.store import default_store


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


def test_a_case_that_a_model_has_seen_goes_over_to_it_at_once(bolo, case):
    code, out, _ = bolo("models", "activate", "tiny", "--case", case, "--json")

    assert code == 0
    assert json.loads(out) == {"model": "tiny", "embedded": 0, "indexed": 12}


def test_a_model_whose_weights_are_not_whole_says_so_when_it_has_to_embed(bolo, case, crops_folder, tmp_path):
    bolo("case", "new", tmp_path / "new.bolo")
    assert bolo("import", tmp_path / "new.bolo", crops_folder, "--detector", "none")[0] == 0

    code, _, err = bolo("models", "activate", "tiny", "--case", tmp_path / "new.bolo")

    assert code == 1  # the tiny model has a query side alone
    assert "cannot be used" in err


def test_a_model_is_handed_on_renamed_and_removed(bolo, case, tmp_path):
    code, out, _ = bolo("models", "export", "peta-lite0", tmp_path / "p.bolomodel", "--json")
    assert code == 0
    assert json.loads(out)["sha256"] == sha256_of(tmp_path / "p.bolomodel")
    code, _, err = bolo("models", "add", tmp_path / "p.bolomodel")
    assert code == 1
    assert "There is a model “peta-lite0” already" in err
    assert bolo("models", "rename", "peta-lite0", "mine")[0] == 1
    assert bolo("models", "rename", "tiny", "tiny-2")[0] == 0
    assert bolo("models", "rename", "tiny-2", "tiny")[0] == 0


def test_a_broken_model_is_listed_with_its_fault(bolo, case):
    folder = user_models_dir() / "half"
    folder.mkdir()
    (folder / "card.json").write_text("{")
    code, out, _ = bolo("models", "list", "--json")
    assert code == 0
    assert {broken["name"] for broken in json.loads(out)["broken"]} == {"half"}
    assert "cannot be used" in bolo("models", "list")[1]
    assert bolo("models", "remove", "half")[0] == 0


def test_what_the_cases_model_has_said_stays(bolo, case):
    code, _, err = bolo("models", "forget", "tiny", "--case", case)

    assert code == 1
    assert "searched with the model tiny; activate another one first" in err


def test_what_a_model_has_said_is_removed_and_logged(bolo, case, tmp_path):
    own = tmp_path / "own.bolo"
    shutil.copytree(case, own)
    with Gallery.open(own) as gallery:
        ids = gallery.crop_ids()
        gallery.save_embeddings("gone-1", ids, np.eye(8)[np.arange(len(ids)) % 8], np.ones((len(ids), 3)))
        gallery.index("gone-1")
        assert gallery.derived_files("gone-1") != []
        assert gallery.embedding_bytes("gone-1") == len(ids) * 2 * (8 + 3)

    code, out, _ = bolo("models", "forget", "gone-1", "--case", own, "--json")

    assert code == 0
    assert json.loads(out) == {"model_id": "gone-1", "crops": 12}
    with Gallery.open(own) as gallery:
        assert default_store().get("tiny").card.model_id in gallery.models()
        assert "gone-1" not in gallery.models()
        assert gallery.derived_files("gone-1") == []
        assert [entry.action for entry in gallery.audit_entries()][-1] == "embeddings removed"
        assert gallery.damage() == []
