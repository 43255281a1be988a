"""What is taken in as a model: whole or not at all, and nothing that means ill."""

import os
import pickle
import shutil
import signal
import struct
import subprocess
import sys

import numpy as np
import pytest

from engine.errors import MissingPathError, ModelError
from engine.registry import adding
from engine.registry.loading import check_architecture, load_model
from engine.registry.store import DEFAULT_MODEL, InstalledModel, default_store
from tests.engine.registry.conftest import rewritten, with_tensors, with_true_id


def listed(store):
    """Return what is listed, whole and broken, and what else lies in the user's folder."""
    hidden = [path.name for path in store.own_folder.iterdir()] if store.own_folder.is_dir() else []
    return store.names(), [broken.name for broken in store.broken()], hidden


def refusal(store, source):
    with pytest.raises(ModelError) as refused:
        store.add(source, check=check_architecture)
    assert listed(store) == ([], [], [])
    sentence = str(refused.value)
    assert sentence.count("\n") == 0
    assert sentence.endswith(".")
    return sentence


class Touch:
    """Makes a file when it is unpickled."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return (open, (str(self.path), "w"))


def test_a_folder_is_taken_whole_and_can_be_used(store, made):
    (made.folder / "history.csv").write_text("not a part of the model")
    added = store.add(made.folder, check=check_architecture)
    assert sorted(path.name for path in added.folder.iterdir()) == [
        "card.json",
        "categories.safetensors",
        "weights.safetensors",
    ]
    assert load_model(added).id == made.card.model_id
    assert listed(store) == (["tiny"], [], ["tiny"])


def test_a_model_can_be_taken_under_another_name(store, made):
    assert store.add(made.folder, name="mine-2").name == "mine-2"
    assert store.get("mine-2").card.model_id == made.card.model_id
    with pytest.raises(ModelError, match="is here already, as “mine-2”"):
        store.add(made.folder)
    with pytest.raises(ModelError, match="cannot be a model's name"):
        store.add(made.folder, name="../evil")


def test_the_shipped_model_passes(tmp_path, store):
    assert check_architecture(default_store().get(DEFAULT_MODEL)) is None


def test_what_is_not_there_is_said(store, tmp_path):
    with pytest.raises(MissingPathError):
        store.add(tmp_path / "none")


def test_a_pickle_that_is_called_weights_is_refused_and_not_run(store, made, tmp_path):
    made.weights.write_bytes(pickle.dumps(Touch(tmp_path / "touched")))
    with_true_id(made)
    assert "are no whole safetensors file" in refusal(store, made.folder)
    assert not (tmp_path / "touched").exists()


@pytest.mark.parametrize("kept", [0, 4, 8, 200, -1])
def test_truncated_weights_are_refused(store, made, kept):
    made.weights.write_bytes(made.weights.read_bytes()[:kept])
    assert "not those of its card" in refusal(store, made.folder)
    with_true_id(made)
    assert "are no whole safetensors file" in refusal(store, made.folder)


@pytest.mark.parametrize("claimed", [2**63 - 1, 2**40, 99_999_999, 10**9])
def test_a_header_that_claims_a_giant_size_is_refused(store, made, claimed):
    made.weights.write_bytes(struct.pack("<Q", claimed) + made.weights.read_bytes()[8:])
    with_true_id(made)
    assert "are no whole safetensors file" in refusal(store, made.folder)


def test_a_tensor_that_claims_a_giant_shape_is_refused(store, made):
    header = b'{"a":{"dtype":"F32","shape":[1000000,1000000],"data_offsets":[0,4]}}'
    made.weights.write_bytes(struct.pack("<Q", len(header)) + header + b"\0" * 4)
    with_true_id(made)
    assert "are no whole safetensors file" in refusal(store, made.folder)


@pytest.mark.parametrize("number", [np.nan, np.inf])
def test_weights_that_are_no_numbers_are_refused(store, made, number):
    def spoil(tensors):
        tensors["heads.heads.hat.weight"][0, 3] = number

    with_tensors(made, spoil)
    assert "heads.heads.hat.weight that are not finite" in refusal(store, made.folder)


def test_numbers_of_a_kind_that_no_model_has_are_refused(store, made):
    with_tensors(made, lambda tensors: tensors.update({"heads.heads.hat.bias": np.zeros(1, np.int64)}))
    assert "hold I64 numbers" in refusal(store, made.folder)


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        (
            "heads.heads.hat.weight",
            lambda tensor: np.zeros((2, tensor.shape[1]), np.float16),
            "2 × 1280 there, and 1 ×",
        ),
        ("image_encoder.mlp.0.weight", lambda tensor: tensor[:, :-1], "512 × 1279 there, and 512 × 1280 by the card"),
        ("image_encoder.mlp.0.weight", lambda tensor: None, "is missing there"),
        ("category_encoder.mlp.0.weight", lambda tensor: tensor[:, :-1], "do not fit its schema"),
        ("category_encoder.mlp.2.weight", lambda tensor: tensor[:, :-1], "by the card"),
        ("extra", lambda tensor: np.zeros(3, np.float16), "extra is 3 there, and missing by the card"),
    ],
)
def test_weights_of_other_shapes_than_the_cards_are_refused(store, made, name, change, said):
    def reshape(tensors):
        changed = change(tensors.pop(name, None))
        if changed is not None:
            tensors[name] = np.ascontiguousarray(changed)

    with_tensors(made, reshape)
    assert said in refusal(store, made.folder)


def test_a_card_that_lies_about_its_hash_is_refused(store, made):
    rewritten(made, model_id="0b608879a754")  # the shipped model's: its embeddings would be taken for this one's
    assert "not those of its card" in refusal(store, made.folder)


@pytest.mark.parametrize(
    "fields",
    [
        {"name": 7},
        {"title": None},
        {"name": "a/b"},
        {"name": ".hidden"},
        {"name": "a" * 65},
        {"name": ""},
        {"input_px": [100_000, 100_000]},
        {"input_px": ["64", 32]},
        {"input_px": [64]},
        {"figures": []},
        {"licence_notes": [3]},
        {"schema": {"name": "x"}},
        {"schema": 3},
        {"backbone": "../../etc"},
        {"heads": 3},
        {"format": "1"},
        {"unheard_of": True},
    ],
)
def test_a_card_with_fields_of_another_kind_is_refused(store, made, fields):
    rewritten(made, **fields)
    refusal(store, made.folder)


@pytest.mark.parametrize("text", ["", "{", "[]", "7", "[" * 100_000, "{}", '{"format": NaN}', "\udcff"])
def test_a_card_that_is_no_card_is_refused(store, made, text):
    (made.folder / "card.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert "no readable card" in refusal(store, made.folder)


def test_a_card_as_large_as_a_film_is_refused_unread(store, made):
    with (made.folder / "card.json").open("r+b") as file:
        file.truncate(2**30)
    assert "is larger than any model's" in refusal(store, made.folder)


@pytest.mark.parametrize("name", ["card.json", "weights.safetensors", "categories.safetensors"])
def test_a_file_larger_than_any_models_is_refused_before_anything_is_copied(store, made, monkeypatch, name):
    with (made.folder / name).open("ab") as file:
        file.truncate(2**40)  # a hole: 1 TB by its size, nothing on the disk

    def copy(source, _target):
        pytest.fail(f"{source} is copied")

    monkeypatch.setattr(adding.shutil, "copyfile", copy)
    assert f"{made.folder / name} is larger than any model's" in refusal(store, made.folder)
    assert "is larger than any model's" in refusal(store, made.folder / "card.json")


def test_the_refusal_names_what_was_chosen_and_no_draft(store, made):
    (made.folder / "card.json").write_text("{")
    assert str(made.folder) in refusal(store, made.folder)


def test_categories_of_another_model_are_refused(store, made):
    other = default_store().get(DEFAULT_MODEL).folder / "categories.safetensors"
    shutil.copy(other, made.folder / other.name)
    assert "are another model's" in refusal(store, made.folder)


def test_a_full_disk_leaves_nothing_behind(store, made, monkeypatch):
    copied = []

    def copy(source, target):
        if copied:
            raise OSError(28, "No space left on device")
        copied.append(target.write_bytes(source.read_bytes()))

    monkeypatch.setattr(adding.shutil, "copyfile", copy)
    with pytest.raises(OSError, match="No space"):
        store.add(made.folder)
    assert listed(store) == ([], [], [])


DYING = """
import os, signal, sys
from pathlib import Path
from engine.registry import adding
from engine.registry.store import ModelStore

def dying(function, lives=[int(sys.argv[3])]):
    def call(*given):
        if not lives[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        lives[0] -= 1
        return function(*given)
    return call

adding.flush = dying(adding.flush)
adding.shutil.copyfile = dying(adding.shutil.copyfile)
ModelStore((Path(sys.argv[2]),)).add(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("lives", range(9))
def test_killed_at_any_step_the_model_is_listed_whole_or_not_at_all(store, made, root, lives):
    command = [sys.executable, "-c", DYING, str(made.folder), str(store.own_folder), str(lives)]
    done = subprocess.run(command, cwd=root, timeout=60)
    assert (done.returncode == 0) == (lives == 8)  # three copies, then five flushes
    assert store.broken() == []
    for model in store.models():
        assert check_architecture(model) is None
    assert store.names() == (["tiny"] if lives >= 7 else [])  # the last flush is of the folder that holds it
    if lives < 7:
        os.utime(next(store.own_folder.iterdir()), (0, 0))
        assert listed(store)[2] != []
        store.add(made.folder)
        assert listed(store) == (["tiny"], [], ["tiny"])  # what was left is swept away


def test_a_broken_folder_hides_no_other_and_is_named_with_its_fault(store, made):
    store.add(made.folder)
    for name, content in (("aaa", "{"), ("zzz", "")):
        (store.own_folder / name).mkdir()
        (store.own_folder / name / "card.json").write_text(content)
    (store.own_folder / "half").mkdir()
    shutil.copy(made.folder / "card.json", store.own_folder / "half")
    assert [model.name for model in store.models()] == ["tiny"]
    faults = {broken.name: broken.fault for broken in store.broken()}
    assert list(faults) == ["aaa", "half", "zzz"]
    assert "no readable card" in faults["aaa"]
    assert "has no weights.safetensors" in faults["half"]
    with pytest.raises(ModelError, match="no readable card"):
        store.get("aaa")
    store.remove("aaa")
    assert [broken.name for broken in store.broken()] == ["half", "zzz"]


def test_a_renamed_model_keeps_its_id(store, made):
    store.add(made.folder)
    renamed = store.rename("tiny", "Gate-2")
    assert (renamed.name, renamed.card.model_id) == ("Gate-2", made.card.model_id)
    assert [model.name for model in store.models()] == ["Gate-2"]
    assert store.rename("Gate-2", "gate-2").name == "gate-2"
    for bad in ("", ".x", "a b", "a/b", "-x"):
        with pytest.raises(ModelError, match="cannot be a model's name"):
            store.rename("gate-2", bad)
    with pytest.raises(ModelError, match="no model"):
        store.rename("tiny", "other")


def test_a_name_that_is_taken_is_refused(store, made):
    store.add(made.folder)
    shutil.copytree(store.own_folder / "tiny", store.own_folder / "other")
    with pytest.raises(ModelError, match="already"):
        store.rename("tiny", "OTHER")


def test_removal_that_is_killed_half_way_leaves_no_half(store, made, monkeypatch):
    store.add(made.folder)

    def die(_folder, **_how):
        raise SystemExit(signal.SIGKILL)

    monkeypatch.setattr("engine.whole_file.shutil.rmtree", die)
    with pytest.raises(SystemExit):
        store.remove("tiny")
    assert (store.names(), store.broken()) == ([], [])


def test_only_the_store_decides_what_a_folder_is_called(store, made):
    store.add(made.folder)
    (store.own_folder / "tiny").rename(store.own_folder / "by-hand")
    assert store.get("by-hand").card.model_id == made.card.model_id
    assert isinstance(store.get(made.card.model_id), InstalledModel)


def test_a_folder_that_is_no_model_in_the_way_is_said(store, made, tmp_path):
    (store.own_folder / "tiny").mkdir(parents=True)
    (store.own_folder / "tiny" / "notes.txt").write_text("mine")
    with pytest.raises(ModelError, match="rename one of the two"):
        store.add(made.folder)
    store.add(made.folder, name="other")
    with pytest.raises(ModelError, match="take another name"):
        store.rename("other", "tiny")
    assert (store.own_folder / "tiny" / "notes.txt").read_text() == "mine" and store.names() == ["other"]
