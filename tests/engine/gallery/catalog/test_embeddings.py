"""Embeddings and attribute scores: one each a crop and model, and nothing that FAISS would choke on."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.errors import CaseError, ConfigError, ShapeError
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId

UnitVectors = Callable[..., np.ndarray]


def test_only_what_a_model_has_not_embedded_is_left_to_do(
    gallery: Gallery, crop_ids: list[CropId], unit_vectors: UnitVectors
) -> None:
    assert gallery.crops_without_embedding("a1") == crop_ids
    gallery.save_embeddings("a1", crop_ids[::2], unit_vectors(5), np.zeros((5, 3)))
    assert gallery.crops_without_embedding("a1") == crop_ids[1::2]
    assert gallery.crops_without_embedding("b2") == crop_ids
    gallery.save_embeddings("b2", crop_ids[:1], unit_vectors(1), np.zeros((1, 3)))
    assert gallery.models() == ["a1", "b2"]
    assert gallery.counts().embedded == {"a1": 5, "b2": 1}


def test_an_embedding_saved_twice_is_there_once_and_stays_as_it_was(
    gallery: Gallery, crop_ids: list[CropId], unit_vectors: UnitVectors
) -> None:
    first, other = unit_vectors(10), unit_vectors(10, seed=1)
    gallery.save_embeddings("a1", crop_ids[:6], first[:6], np.full((6, 3), 1.0))
    gallery.save_embeddings("a1", crop_ids, other, np.full((10, 3), 2.0))
    (batch,) = gallery.stream_vectors("a1")
    np.testing.assert_array_equal(batch[0], crop_ids)
    np.testing.assert_allclose(batch[1], np.concatenate([first[:6], other[6:]]), atol=5e-4)
    np.testing.assert_array_equal(np.concatenate(list(gallery.stream_logits("a1")))[:, 0], [1] * 6 + [2] * 4)
    with pytest.raises(sqlite3.IntegrityError), gallery._change():
        gallery._database.write(
            "INSERT INTO embedding (crop_id, model_id, vector) SELECT crop_id, model_id, vector FROM embedding"
        )


def test_logits_beyond_float16_stay_finite(gallery: Gallery, crop_ids: list[CropId], unit_vectors: UnitVectors) -> None:
    gallery.save_embeddings("a1", crop_ids[:1], unit_vectors(1), np.array([[1e9, -1e9, 0.5]]))
    np.testing.assert_array_equal(next(gallery.stream_logits("a1")), [[65504, -65504, 0.5]])


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda v, s: (v[:2], s), "one row a crop"),
        (lambda v, s: (v, s[0]), "one row a crop"),
        (lambda v, s: (v * np.nan, s), "not finite"),
        (lambda v, s: (v, s + np.inf), "not finite"),
        (lambda v, s: (v * 1.01, s), "unit length"),
        (lambda v, s: (v * 0, s), "unit length"),
    ],
)
def test_embeddings_that_cannot_be_right_are_refused_whole(
    gallery: Gallery, crop_ids: list[CropId], unit_vectors: UnitVectors, spoil: Callable, message: str
) -> None:
    vectors, logits = spoil(unit_vectors(3), np.zeros((3, 4)))
    with pytest.raises(ShapeError, match=message):
        gallery.save_embeddings("a1", crop_ids[:3], vectors, logits)
    assert gallery.models() == []


def test_a_model_cannot_change_its_width(gallery: Gallery, crop_ids: list[CropId], unit_vectors: UnitVectors) -> None:
    gallery.save_embeddings("a1", crop_ids[:1], unit_vectors(1), np.zeros((1, 4)))
    for vectors, logits in ((unit_vectors(1, 16), np.zeros((1, 4))), (unit_vectors(1), np.zeros((1, 5)))):
        with pytest.raises(ShapeError, match="needs an id of its own"):
            gallery.save_embeddings("a1", crop_ids[1:2], vectors, logits)
    assert gallery.attribute_count("a1") == 4


@pytest.mark.parametrize("model_id", ["", "../../etc/passwd", "a/b", ".hidden", "a" * 200, "a b"])
def test_a_model_id_cannot_lead_out_of_the_case(
    gallery: Gallery, crop_ids: list[CropId], unit_vectors: UnitVectors, model_id: str
) -> None:
    with pytest.raises(ConfigError, match="model_id"):
        gallery.save_embeddings(model_id, crop_ids[:1], unit_vectors(1), np.zeros((1, 4)))
    with pytest.raises(ConfigError, match="model_id"):
        gallery.searchable(model_id)
    with pytest.raises(ConfigError, match="model_id"):
        gallery.index(model_id)


def test_a_crop_that_is_not_there_takes_the_whole_batch_back(
    gallery: Gallery, crop_ids: list[CropId], unit_vectors: UnitVectors
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        gallery.save_embeddings("a1", [crop_ids[0], CropId(999)], unit_vectors(2), np.zeros((2, 4)))
    assert gallery.models() == []


def test_a_full_disk_is_a_sentence_and_loses_nothing(
    gallery: Gallery, crop_ids: list[CropId], unit_vectors: UnitVectors, folder: Path
) -> None:
    gallery.save_embeddings("a1", crop_ids[:2], unit_vectors(2, 4096), np.zeros((2, 4)))
    pages = gallery._database.value("PRAGMA page_count")
    gallery._database.rows(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(CaseError, match="disk is full; free some space") as error:
        gallery.save_embeddings("a1", crop_ids[2:], unit_vectors(8, 4096), np.zeros((8, 4)))
    assert str(folder) in str(error.value)
    assert gallery.crops_without_embedding("a1") == crop_ids[2:]
    gallery._database.rows(f"PRAGMA max_page_count = {pages + 1000}")
    gallery.save_embeddings("a1", crop_ids[2:], unit_vectors(8, 4096), np.zeros((8, 4)))
    assert gallery.crops_without_embedding("a1") == []
