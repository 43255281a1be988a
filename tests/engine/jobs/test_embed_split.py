from types import SimpleNamespace

import numpy as np
import pytest

from engine.attributes.schema_file import shipped_schema
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.peta import SearchSplit
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


def test_a_model_of_other_attributes_is_named(tmp_path):
    other = SimpleNamespace(name="market", card=SimpleNamespace(schema=shipped_schema("market1501")))
    with pytest.raises(ConfigError, match="market"):
        read_split(tmp_path, other)
