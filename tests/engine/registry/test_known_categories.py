"""The categories beside the weights: there, not there, another model's, damaged."""

import numpy as np
import pytest
from safetensors.numpy import save_file

from engine.errors import ModelError, ShapeError
from engine.registry.known_categories import (
    CATEGORIES_FILE,
    KnownCategories,
    read_known_categories,
    write_known_categories,
)

IMAGES = np.array([[1, 0, 0], [0, 1, 1], [1, 0, 0], [1, 0, 0]], np.uint8)


def test_categories_are_unique_and_counted():
    known = KnownCategories.of(IMAGES)

    assert known.vectors.tolist() == [[0, 1, 1], [1, 0, 0]]
    assert known.counts.tolist() == [1, 3]


def test_what_was_written_reads_back(tmp_path):
    known = KnownCategories.of(IMAGES)

    write_known_categories(known, tmp_path, "m1")
    read = read_known_categories(tmp_path, "m1", 3)

    assert read is not None
    assert np.array_equal(read.vectors, known.vectors) and np.array_equal(read.counts, known.counts)


def test_a_model_may_have_none(tmp_path):
    assert read_known_categories(tmp_path, "m1", 3) is None


@pytest.mark.parametrize(("model_id", "attributes"), [("m2", 3), ("m1", 4)])
def test_another_models_categories_are_refused(tmp_path, model_id, attributes):
    write_known_categories(KnownCategories.of(IMAGES), tmp_path, "m1")

    with pytest.raises(ModelError, match="are another model's; add the model again"):
        read_known_categories(tmp_path, model_id, attributes)


def test_a_damaged_file_is_refused(tmp_path):
    (tmp_path / CATEGORIES_FILE).write_bytes(b"\xff" * 100)

    with pytest.raises(ModelError, match="cannot be read"):
        read_known_categories(tmp_path, "m1", 3)


def test_a_file_of_other_tensors_is_refused(tmp_path):
    save_file({"vectors": IMAGES}, tmp_path / CATEGORIES_FILE, metadata={"model_id": "m1"})

    with pytest.raises(ModelError, match="cannot be read"):
        read_known_categories(tmp_path, "m1", 3)


@pytest.mark.parametrize(
    ("vectors", "counts"),
    [(IMAGES, [1]), (IMAGES + 1, [1, 1, 1, 1]), (IMAGES, [1, 0, 1, 1]), (IMAGES[:0], [])],
)
def test_what_is_no_category_table_is_refused(vectors, counts):
    with pytest.raises(ShapeError):
        KnownCategories(vectors=vectors, counts=np.array(counts, np.int64))
