import dataclasses
import json

import numpy as np
import pytest
import torch

from engine.attributes.schema_file import shipped_schema
from engine.encoders.backbone_kind import BackboneKind, Weights
from engine.encoders.head_kind import HeadKind
from engine.encoders.model import Model, Preprocessing
from engine.errors import ModelError, ShapeError
from engine.registry.card import read_card, write_card
from engine.registry.loading import fill_from, load_model, model_of_card, save_weights
from engine.registry.query_model import QueryModel
from engine.registry.store import InstalledModel, ModelStore, check_weights
from engine.registry.weights import model_id_of


def test_card_reads_back_as_written(installed):
    assert read_card(installed.folder) == installed.card


def test_model_comes_back_in_half_precision(tiny_model, installed):
    crops = [np.random.default_rng(0).integers(0, 255, (50, 25, 3), dtype=np.uint8)]
    loaded = load_model(installed, torch.device("cpu"))
    assert loaded.id == installed.card.model_id
    assert loaded.embed_images(crops).vectors == pytest.approx(tiny_model.embed_images(crops).vectors, abs=5e-3)


def test_a_model_with_the_papers_heads_comes_back_with_them(tmp_path, installed):
    torch.manual_seed(4)
    how = Preprocessing(input_px=(32, 32))
    schema, kind = installed.card.schema, BackboneKind.EFFICIENTNET_LITE0
    made = Model(schema, kind, how, weights=Weights.RANDOM, dropout=0.0, heads=HeadKind.PAPER)
    save_weights(made, tmp_path)
    write_card(dataclasses.replace(installed.card, input_px=(32, 32), heads=made.heads.kind.value), tmp_path)
    loaded = load_model(InstalledModel(folder=tmp_path, card=read_card(tmp_path)), torch.device("cpu"))
    crops = [np.random.default_rng(0).integers(0, 255, (50, 25, 3), dtype=np.uint8)]
    assert loaded.heads.kind is HeadKind.PAPER
    assert loaded.embed_images(crops).logits == pytest.approx(made.embed_images(crops).logits, abs=2e-2)


def test_a_card_from_before_there_were_kinds_of_heads_means_linear_ones(installed):
    path = installed.folder / "card.json"
    fields = json.loads(path.read_text())
    del fields["heads"]
    path.write_text(json.dumps(fields))
    assert (
        load_model(InstalledModel(folder=installed.folder, card=read_card(installed.folder))).heads.kind.value
        == "linear"
    )


@pytest.mark.parametrize("field", ["heads", "backbone"])
def test_a_kind_of_model_that_is_unknown_here_is_one_sentence(installed, field):
    card = dataclasses.replace(installed.card, **{field: "none such"})
    with pytest.raises(ModelError, match="none such"):
        load_model(InstalledModel(folder=installed.folder, card=card))


def test_numpy_query_side_equals_the_torch_encoder(installed):
    categories = (np.random.default_rng(1).random((40, 26)) < 0.3).astype(np.uint8)
    with torch.inference_mode():
        torch_side = load_model(installed, torch.device("cpu")).category_encoder(torch.from_numpy(categories))
    assert QueryModel.load(installed).encode_categories(categories) == pytest.approx(torch_side.numpy(), abs=1e-5)


def test_query_model_refuses_another_number_of_bits(installed):
    with pytest.raises(ShapeError):
        QueryModel.load(installed).encode_categories(np.zeros((1, 25), np.uint8))


def test_id_changes_with_the_weights_and_with_the_preprocessing(installed, tmp_path):
    other = tmp_path / "w.safetensors"
    data = bytearray(installed.weights.read_bytes())
    data[-1] ^= 1
    other.write_bytes(data)
    how = installed.card.preprocessing
    assert len({model_id_of(installed.weights, how), model_id_of(other, how), model_id_of(other, {"a": 1})}) == 3


def test_store_lists_adds_and_removes(installed, tmp_path):
    store = ModelStore((tmp_path / "shipped", tmp_path / "mine"))
    store.add(installed.folder)
    assert store.names() == ["tiny"]
    assert store.get(installed.card.model_id).name == "tiny"
    with pytest.raises(ModelError, match="already"):
        store.add(installed.folder)
    store.remove("tiny")
    assert store.names() == []
    with pytest.raises(ModelError, match="no model"):
        store.get("tiny")


def test_shipped_models_cannot_be_removed(installed, tmp_path):
    store = ModelStore((installed.folder.parent, tmp_path / "mine"))
    with pytest.raises(ModelError, match="comes with Bolo"):
        store.remove("tiny")


def test_weights_that_are_not_the_cards_are_refused(installed):
    data = bytearray(installed.weights.read_bytes())
    data[-1] ^= 1
    installed.weights.write_bytes(data)
    with pytest.raises(ModelError, match="not those of its card"):
        check_weights(installed)


@pytest.mark.parametrize("content", [b"", b"no safetensors at all", b"\x80\x04K\x01."])
def test_damaged_weights_are_one_sentence(installed, content):
    installed.weights.write_bytes(content)
    with pytest.raises(ModelError, match="cannot be"):
        load_model(installed)
    with pytest.raises(ModelError, match="cannot be"):
        QueryModel.load(installed)


def test_weights_without_a_part_are_refused(installed, tiny_model):
    from safetensors.torch import load_file, save_file

    tensors = load_file(installed.weights)
    del tensors["heads.heads.gender.weight"]
    save_file(tensors, installed.weights)
    with pytest.raises(ModelError, match=r"heads\.heads\.gender\.weight"):
        load_model(installed)


def test_a_card_that_is_missing_damaged_or_newer_is_one_sentence(installed):
    path = installed.folder / "card.json"
    fields = json.loads(path.read_text())
    path.write_text(json.dumps(fields | {"format": 99}))
    with pytest.raises(ModelError, match="newer version"):
        read_card(installed.folder)
    path.write_text("{")
    with pytest.raises(ModelError, match="no readable card"):
        read_card(installed.folder)
    path.unlink()
    with pytest.raises(ModelError, match="no readable card"):
        read_card(installed.folder)


def test_a_name_that_leads_out_of_the_folder_is_refused(installed, tmp_path):
    write_card(dataclasses.replace(installed.card, name="../evil"), installed.folder)
    with pytest.raises(ModelError, match="cannot be a model's name"):
        ModelStore((tmp_path / "mine",)).add(installed.folder)


def test_the_query_side_reads_the_calibration(tiny_model, tmp_path, installed):
    with torch.no_grad():
        tiny_model.calibration.scale.fill_(0.5)
        tiny_model.calibration.bias.fill_(0.25)
    save_weights(tiny_model, installed.folder)
    calibration = QueryModel.load(installed).calibration
    assert calibration.scale.tolist() == [0.5] * 26
    assert calibration.bias.tolist() == [0.25] * 26
    tiny_model.calibration.scale.fill_(0.0)
    save_weights(tiny_model, installed.folder)
    with pytest.raises(ModelError, match="add the model again"):
        QueryModel.load(installed)
    tiny_model.calibration.scale.fill_(1.0)
    tiny_model.calibration.bias.fill_(0.0)


def test_a_model_told_which_groups_are_hidden_comes_back_and_is_asked_alike(tmp_path, installed):
    torch.manual_seed(4)
    how = Preprocessing(input_px=(64, 32))
    schema = shipped_schema("pa100k")
    hiding = Model(schema, BackboneKind.EFFICIENTNET_LITE0, how, weights=Weights.RANDOM, dropout=0.0, hides_groups=True)
    folder = tmp_path / "hiding"
    weights = save_weights(hiding, folder)
    card = dataclasses.replace(installed.card, hides_groups=True)
    card = dataclasses.replace(card, model_id=model_id_of(weights, card.preprocessing))
    write_card(card, folder)
    stored = InstalledModel(folder=folder, card=read_card(folder))
    bits = np.random.default_rng(1).integers(0, 2, (5, schema.size), dtype=np.uint8)
    hidden = np.arange(len(schema.groups)) % 2 == 0
    for groups in (None, hidden):
        mask = None if groups is None else torch.from_numpy(np.tile(groups, (5, 1)))
        with torch.inference_mode():
            expected = load_model(stored).category_encoder(torch.from_numpy(bits), mask).numpy()
        assert QueryModel.load(stored).encode_categories(bits, groups) == pytest.approx(expected, abs=1e-5)


def test_a_new_model_takes_over_a_stored_ones_weights_but_not_its_calibration(installed, tiny_model):
    new = model_of_card(installed.card)
    new.calibration.scale.fill_(2.0)
    fill_from(new, installed)
    own, stored = new.state_dict(), tiny_model.state_dict()
    assert all(
        torch.allclose(own[name], stored[name], atol=2e-3) for name in own if name.startswith("image_encoder.mlp")
    )
    assert new.calibration.scale.tolist() == [2.0] * 26

    other = dataclasses.replace(installed.card, heads=HeadKind.PAPER.value)
    with pytest.raises(ModelError, match="backbone and heads"):
        fill_from(model_of_card(other), installed)
