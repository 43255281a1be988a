from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from engine.attributes.schema_file import shipped_schema
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.read_dataset import read_dataset
from engine.datasets.search_split import SearchSplit
from engine.errors import ConfigError, DatasetError
from engine.jobs.embed_split import part_of, read_split


def part(name, folder, count):
    schema = shipped_schema("pa100k")
    paths = tuple(folder / f"{n}.jpg" for n in range(count))
    return LabelledImages(name, schema, paths, np.zeros((count, schema.size), np.uint8))


@pytest.fixture
def split(tmp_path):
    (tmp_path / "0.jpg").touch()
    parts = {name: part(name, tmp_path, 3) for name in ("train", "validation")}
    return SearchSplit(**parts, test=part("test", tmp_path / "elsewhere", 2))


def test_only_pictures_on_disk_are_measured_on(split, tmp_path):
    assert part_of(split, "validation").paths == (tmp_path / "0.jpg",)


def test_a_part_without_pictures_and_an_unknown_part_are_named(split):
    with pytest.raises(DatasetError, match="none of its 2 pictures"):
        part_of(split, "test")
    with pytest.raises(ConfigError, match="train, validation, test"):
        part_of(split, "exam")


def model_of(schema):
    return SimpleNamespace(name=f"a model of {schema.name}", card=SimpleNamespace(schema=schema))


def test_a_model_of_other_attributes_is_named(tmp_path):
    own, _ = folder_with_csv(tmp_path)
    with pytest.raises(ConfigError, match="a model of market1501"):
        read_split(tmp_path, model_of(own), model_of(shipped_schema("market1501")))


def test_any_data_of_the_models_attributes_is_read(tmp_path):
    own, images = folder_with_csv(tmp_path)
    split = read_split(tmp_path, model_of(own))
    assert sum(len(part) for part in split.parts.values()) == images
    assert split.train.schema.attribute_ids == own.attribute_ids


def test_a_picture_of_which_something_is_unknown_has_no_category_to_measure(split):
    known = np.ones_like(split.validation.vectors)
    known[0, 3] = 0
    validation = replace(split.validation, known=known)
    with pytest.raises(DatasetError):
        part_of(replace(split, validation=validation), "validation")  # the others are not on disk


def folder_with_csv(folder):
    """Write a CSV of two groups and return its schema and the number of its pictures."""
    lines = ["image,split,top,bag"]
    for number in range(9):
        (folder / f"{number}.png").touch()
        part = ("train", "validation", "test")[number % 3]
        lines.append(f"{number}.png,{part},{('red', 'blue')[number // 3 % 2]},{number % 2}")
    (folder / "labels.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_dataset(folder).schema, 9
