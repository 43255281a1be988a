"""Training by a recipe from a folder of pictures and a CSV to a model that loads."""

import csv
import shutil
from dataclasses import replace

import numpy as np
import pytest
import torch
from PIL import Image

from engine.attributes.schema_file import shipped_schema
from engine.datasets.read_dataset import read_dataset
from engine.demo.crops import RenderedCrops
from engine.detection.choose import DetectorKind
from engine.errors import ConfigError, DatasetError
from engine.gallery.gallery import Gallery
from engine.jobs import train as train_module
from engine.jobs.case_dataset import dataset_of_labels
from engine.jobs.import_footage import import_footage
from engine.jobs.import_spec import ImportSpec
from engine.jobs.train import TrainSpec, train
from engine.progress import Noted, Progress
from engine.registry.attribute_figures import AttributeFigures, attribute_figures
from engine.registry.card import read_card
from engine.registry.loading import load_model
from engine.registry.store import InstalledModel, check_weights
from engine.training.events import EpochFinished
from engine.training.recipe import read_recipe
from engine.training.training_data import TrainingData
from tests.engine.jobs.small_recipe import TINY

PARTS = ("backbone", "image_mlp", "category_encoder", "heads", "margin_weights")
TOPS = {"red": (200, 30, 30), "green": (30, 200, 30), "blue": (30, 30, 200)}
COUNTED = {"topBlue": (8, 24), "topGreen": (8, 24), "topRed": (8, 24), "bag": (11, 23)}  # have it, known; to learn from


@pytest.fixture(scope="module")
def labelled(tmp_path_factory):
    """Return a folder of 36 pictures of people in three colours, and what is known of them."""
    folder = tmp_path_factory.mktemp("labelled") / "yard"
    folder.mkdir()
    generator = np.random.default_rng(3)
    rows = []
    for number in range(36):
        top, bag = list(TOPS)[number % 3], str(number // 3 % 2)
        pixels = np.clip(np.array(TOPS[top]) + generator.normal(0, 20, (48, 24, 3)), 0, 255).astype(np.uint8)
        Image.fromarray(pixels).save(folder / f"{number:02}.png")
        part = "train" if number < 24 else "validation" if number < 30 else "test"
        rows.append({"image": f"{number:02}.png", "split": part, "top": top, "bag": "" if number == 5 else bag})
    with (folder / "labels.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return folder


def test_a_folder_with_a_csv_becomes_a_model_that_loads(labelled, tmp_path):
    told = []
    recipe = read_recipe("peta-lite0", TINY | {"name": "yard"})
    spec = TrainSpec(recipe=recipe, data=labelled, out=tmp_path)
    summary = train(spec, Progress(told.append))

    assert summary.model == tmp_path / "yard"
    installed = InstalledModel(folder=summary.model, card=read_card(summary.model))
    check_weights(installed)
    assert installed.card.model_id == summary.model_id
    data = installed.card.data
    assert (data["train_images"], data["validation_images"]) == (24, 6)
    assert data["train_categories"] == 6  # of the 23 crops of which all is known
    assert [row["stage"] for row in installed.card.figures["history"]] == ["recognition", "alignment"]
    assert "labels of your own" in installed.card.licence_notes[0]
    of_each = attribute_figures(installed.card)
    assert {name: (one.support, one.known) for name, one in of_each.items()} == COUNTED
    measured = [one.ma for one in of_each.values() if one.ma is not None]
    assert installed.card.figures["recognition_ma"] == pytest.approx(sum(measured) / len(measured))
    assert sum(isinstance(event, EpochFinished) for event in told) == 2
    assert load_model(installed).schema == installed.card.schema
    with (tmp_path / "history.csv").open(encoding="utf-8", newline="") as file:
        assert [row["epoch"] for row in csv.DictReader(file)] == ["1", "1"]

    again = train(TrainSpec(recipe=recipe, data=labelled, out=tmp_path, resume=True), Progress())
    assert again.model_id == summary.model_id


def test_pictures_that_are_not_on_disk_are_told(labelled, tmp_path):
    folder = tmp_path / "yard"
    folder.mkdir()
    for path in labelled.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "07.png").unlink()
    told = []
    recipe = read_recipe("peta-lite0", TINY | {"recognition.epochs": "0"})
    train(TrainSpec(recipe=recipe, data=folder, out=tmp_path / "out"), Progress(told.append))
    assert any("not on disk" in event.text for event in told if isinstance(event, Noted))


def test_a_data_set_that_there_is_not_is_one_sentence(labelled, tmp_path):
    recipe = read_recipe("peta-lite0", TINY | {"dataset": "yard"})
    with pytest.raises(ConfigError, match="must be one of peta, market1501, pa100k, csv"):
        train(TrainSpec(recipe=recipe, data=labelled, out=tmp_path), Progress())


def test_a_training_starts_from_a_stored_model(labelled, tmp_path):
    first = train(TrainSpec(recipe=read_recipe("peta-lite0", TINY), data=labelled, out=tmp_path / "first"), Progress())
    still = {f"{stage}.learning_rates.{part}": "0.0" for stage in ("recognition", "alignment") for part in PARTS}
    settings = TINY | still | {"start": str(first.model), "recognition.epochs": "0", "name": "second"}
    second = train(TrainSpec(recipe=read_recipe("peta-lite0", settings), data=labelled, out=tmp_path / "2"), Progress())
    before, after = (load_model(InstalledModel(folder=s.model, card=read_card(s.model))) for s in (first, second))
    weights = after.category_encoder.state_dict()
    assert all(torch.equal(value, weights[name]) for name, value in before.category_encoder.state_dict().items())
    assert read_card(second.model).data["started_from"] == first.model_id


def test_a_training_starts_from_a_model_of_other_attributes(labelled, tmp_path):
    first = train(TrainSpec(recipe=read_recipe("peta-lite0", TINY), data=labelled, out=tmp_path / "first"), Progress())
    with_hats = tmp_path / "hats"
    shutil.copytree(labelled, with_hats)
    rows = (labelled / "labels.csv").read_text(encoding="utf-8").splitlines()
    longer = [f"{rows[0]},hat", *(f"{row},{number % 4 // 2}" for number, row in enumerate(rows[1:]))]
    (with_hats / "labels.csv").write_text("\n".join(longer), encoding="utf-8")
    still = {f"{stage}.learning_rates.{part}": "0.0" for stage in ("recognition", "alignment") for part in PARTS}
    replay = {"alignment.losses.replay": "1.0", "alignment.frozen_blocks": "8", "dropout": "0.0"}
    settings = TINY | still | replay | {"start": str(first.model), "recognition.epochs": "0", "name": "second"}
    told = []
    spec = TrainSpec(recipe=read_recipe("peta-lite0", settings), data=with_hats, out=tmp_path / "2")
    second = train(spec, Progress(told.append))
    before, after = (load_model(InstalledModel(folder=s.model, card=read_card(s.model))) for s in (first, second))
    crops = np.random.default_rng(0).integers(0, 255, (4, 32, 32, 3), dtype=np.uint8)
    old, new = before.embed_resized(crops), after.embed_resized(crops)
    assert after.schema.attribute_ids == (*before.schema.attribute_ids, "hat")
    assert np.allclose(old.vectors, new.vectors, atol=1e-3)  # half precision between
    shared = len(before.schema.attribute_ids)
    assert np.allclose(
        before.calibration.undone(old.logits), after.calibration.undone(new.logits)[:, :shared], atol=1e-2
    )
    assert any(isinstance(event, Noted) and "starting model's" in event.text for event in told)
    assert (second.model / "categories.safetensors").is_file()
    (last,) = [row for row in read_card(second.model).figures["history"] if row["stage"] == "alignment"]
    assert last["replay"] < 0.01


def test_extra_data_is_refused_where_there_is_none(labelled, tmp_path):
    recipe = read_recipe("peta-lite0", TINY | {"extra_data": "true"})
    with pytest.raises(ConfigError, match="extra_data"):
        train(TrainSpec(recipe=recipe, data=labelled, out=tmp_path), Progress())


def test_extra_pictures_are_trained_on_and_counted(labelled, tmp_path, monkeypatch):
    def read_with_extra(folder, kind, split_by):
        whole = read_dataset(folder, kind)
        split = whole.split
        return replace(whole, split=replace(split, extra=split.test))

    monkeypatch.setattr("engine.jobs.chosen_data.read_dataset", read_with_extra)
    recipe = read_recipe("peta-lite0", TINY | {"extra_data": "true", "recognition.epochs": "0"})
    summary = train(TrainSpec(recipe=recipe, data=labelled, out=tmp_path), Progress())
    data = read_card(summary.model).data
    assert (data["train_images"], data["extra_images"]) == (30, 6)


def test_rendered_crops_are_aligned_where_the_stage_asks_for_it_but_never_to_a_held_out_category(monkeypatch):
    vectors = np.eye(3, 105, dtype=np.uint8)
    drawn = RenderedCrops(pixels=[np.zeros((40, 20, 3), np.uint8)] * 3, vectors=vectors, known=np.ones_like(vectors))
    monkeypatch.setattr(train_module, "render_training_crops", lambda *_, **__: drawn)
    data = TrainingData.of(np.zeros((2, 192, 96, 3), np.uint8), np.ones((2, 105), np.uint8))
    settings = {"alignment.rendered_crops": "3", "recognition.rendered_crops": "3", "alignment.aligns_rendered": "true"}
    settings |= {"recognition.aligns_rendered": "false"}
    recipe = read_recipe("peta-lite0", settings)

    def placed(stage):
        return train_module._with_rendered(
            recipe, shipped_schema("peta"), Progress(), vectors[1:2], stage, data
        ).category_of.tolist()

    assert placed(0) == [0, 0, -1, -1, -1]
    assert placed(1) == [0, 0, 1, -1, 2]


def test_labels_of_a_case_are_trained_on_and_nobody_stands_in_two_parts(tmp_path):
    """Ninety crops of thirty people, three each; a hat is the brighter half of the picture."""
    case, random = tmp_path / "yard.bolo", np.random.default_rng(4)
    footage = tmp_path / "crops"
    footage.mkdir()
    for number in range(90):
        pixels = random.integers(0, 120, (48, 24, 3), dtype=np.uint8)
        pixels[:16] += np.uint8(120 * (number // 3 % 2))
        Image.fromarray(pixels).save(footage / f"{number:02}.png")
    Gallery.create(case).close()
    import_footage(ImportSpec(case=case, paths=(footage,), detector=DetectorKind.NONE), Progress())
    with Gallery.open(case) as gallery:
        ids = gallery.crop_ids()
        source = gallery.sources()[0].id
        gallery.save_tracks(
            source, [ids[first : first + 3] for first in range(0, 90, 3)], gallery.last_frame_id(source)
        )
        hats = {crop_id: {"accessoryHat": bool(place // 3 % 2)} for place, crop_id in enumerate(ids)}
        gallery.save_labels(hats, labeller="ann")
        gallery.save_labels({ids[0]: {"accessoryHat": True}}, labeller="bob")  # against ann
        gallery.save_labels({ids[1]: {"hairLong": True}}, labeller="ann", are_guesses=True)

    dataset = dataset_of_labels([case], tmp_path / "pictures", Progress())
    parts = [dataset.split.train, dataset.split.validation, dataset.split.test]
    assert sum(len(part) for part in parts) == 89  # nothing is known of the first
    people = [set(part.identities) for part in parts]
    assert not people[0] & people[1] and not people[0] & people[2] and not people[1] & people[2]
    assert all(part.known_bits().sum() == len(part) for part in parts)

    settings = {"dataset": "cases", "input_px": "[32, 32]", "fine-tuning.epochs": "1", "fine-tuning.batch_size": "16"}
    summary = train(TrainSpec(recipe=read_recipe("fine-tune", settings), data=case, out=tmp_path / "run"), Progress())
    card = read_card(summary.model)
    assert card.schema.attribute_ids == shipped_schema("peta").attribute_ids
    of_each = attribute_figures(card)
    hats = [bits[card.schema.index("accessoryHat")] for bits in parts[0].vectors]
    assert (of_each["accessoryHat"].support, of_each["accessoryHat"].known) == (sum(hats), len(hats))
    assert of_each["accessoryHat"].ma == pytest.approx(card.figures["recognition_ma"])  # nothing else is labelled
    assert of_each["hairLong"] == AttributeFigures(0, 0, None, 0)  # a guess alone
    assert (card.figures["epoch"], "search" in card.figures) == ("best of 1 epochs on validation", True)


def test_a_case_without_labels_is_told(tmp_path):
    Gallery.create(tmp_path / "empty.bolo").close()
    with pytest.raises(DatasetError, match="has no labels"):
        dataset_of_labels([tmp_path / "empty.bolo"], tmp_path / "pictures", Progress())
