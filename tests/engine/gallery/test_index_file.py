"""The index is derived: loaded where it fits, extended by what is new, made anew otherwise."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from engine.errors import VectorIndexError
from engine.gallery import stamped_file
from engine.gallery.catalog.embeddings import EmbeddingStamp
from engine.gallery.gallery import Gallery
from engine.gallery.index import FaissIndex
from engine.gallery.records import CropId
from engine.gallery.stamped_file import read_stamp, write_stamped

UnitVectors = Callable[..., np.ndarray]


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / "index" / "a1.faiss"


@pytest.fixture
def embedded(gallery: Gallery, crop_ids: list[CropId], unit_vectors: UnitVectors) -> Gallery:
    """Embed six of the ten crops, and make the index of them."""
    gallery.save_embeddings("a1", crop_ids[:6], unit_vectors(6), np.zeros((6, 3)))
    assert gallery.index("a1").count == 6
    return gallery


def forbid_building(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: FaissIndex, ids: np.ndarray, vectors: np.ndarray) -> None:
        raise AssertionError("a vector was added")

    monkeypatch.setattr(FaissIndex, "add", refuse)


def test_a_model_that_has_embedded_nothing_has_no_index(gallery: Gallery) -> None:
    with pytest.raises(VectorIndexError, match="embed it first"):
        gallery.index("a1")


def test_a_saved_index_is_loaded_not_made_again(
    embedded: Gallery, folder: Path, unit_vectors: UnitVectors, monkeypatch: pytest.MonkeyPatch
) -> None:
    forbid_building(monkeypatch)
    with Gallery.open(folder) as again:
        assert again.index("a1").search(unit_vectors(6)[2:3], 1)[1].tolist() == [[3]]
    assert embedded.index("a1") is embedded.index("a1")


def test_new_embeddings_are_added_without_making_it_anew(
    embedded: Gallery, folder: Path, crop_ids: list[CropId], unit_vectors: UnitVectors, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Gallery.open(folder) as job:
        job.save_embeddings("a1", crop_ids[6:], unit_vectors(4, seed=1), np.zeros((4, 3)))
    added: list[int] = []
    add = FaissIndex.add
    monkeypatch.setattr(FaissIndex, "add", lambda self, ids, vectors: (added.extend(ids), add(self, ids, vectors)))
    index = embedded.index("a1")
    assert added == crop_ids[6:]
    assert index.count == 10
    with Gallery.open(folder) as again:
        assert again.index("a1").count == 10
    assert added == crop_ids[6:]


@pytest.mark.parametrize("place", [2, 5], ids=["one in the middle", "the newest"])
def test_crops_that_have_gone_are_taken_out_without_making_it_anew(
    embedded: Gallery, folder: Path, crop_ids: list[CropId], monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    with embedded._search_change():
        embedded._database.write("DELETE FROM crop WHERE id = ?", [crop_ids[place]])
    forbid_building(monkeypatch)
    with Gallery.open(folder) as again:
        for gallery in (embedded, again):
            assert gallery.index("a1").ids.tolist() == crop_ids[:place] + crop_ids[place + 1 : 6]


def test_an_older_copy_of_the_catalog_brings_no_newer_vectors_along(
    embedded: Gallery, folder: Path, path: Path, crop_ids: list[CropId], unit_vectors: UnitVectors
) -> None:
    newer = path.read_bytes()
    embedded.close()
    with closing(sqlite3.connect(folder / "case.db")) as connection:  # as it was before the last two were embedded
        connection.executescript(
            "PRAGMA foreign_keys = ON; DELETE FROM embedding WHERE id > 4;"
            "UPDATE sqlite_sequence SET seq = 4 WHERE name = 'embedding'; UPDATE revision SET search_number = 0"
        )
    path.write_bytes(newer)
    with Gallery.open(folder) as gallery:
        assert gallery.index("a1").ids.tolist() == crop_ids[:4]


def test_a_file_that_lacks_a_little_is_not_written_each_time(
    embedded: Gallery, folder: Path, path: Path, crop_ids: list[CropId], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamped_file, "SMALLEST_PART_WORTH_SAVING", 2)  # half
    for place, saved in ((6, 6), (7, 6), (8, 6)):
        embedded.save_embeddings("a1", crop_ids[place : place + 1], np.eye(1, 8, place - 3), np.zeros((1, 3)))
        for gallery in (embedded, Gallery.open(folder)):
            assert gallery.index("a1").ids.tolist() == crop_ids[: place + 1]
            assert gallery.index("a1").search(np.eye(1, 8, place - 3), 1)[1].tolist() == [[crop_ids[place]]]
            assert read_stamp(path) == EmbeddingStamp(saved, saved)
            if gallery is not embedded:
                gallery.close()


def test_one_embedding_that_has_been_replaced_is_replaced_in_the_index(
    embedded: Gallery, crop_ids: list[CropId], unit_vectors: UnitVectors
) -> None:
    with embedded._search_change():
        embedded._database.write("DELETE FROM embedding WHERE crop_id = ?", [crop_ids[2]])
    replacement = unit_vectors(1, seed=3)
    embedded.save_embeddings("a1", crop_ids[2:3], replacement, np.zeros((1, 3)))
    index = embedded.index("a1")
    assert index.count == 6
    np.testing.assert_allclose(index.vectors(np.array(crop_ids[2:3])), replacement, atol=1e-3)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-5]),
        lambda path: path.write_bytes(path.read_bytes()[:60]),
        lambda path: write_stamped(path, lambda draft: draft.write_bytes(b"no index"), read_stamp(path)),
        lambda path: write_stamped(path, lambda draft: FaissIndex(8).save(str(draft)), read_stamp(path)),
        lambda path: write_stamped(path, lambda draft: FaissIndex(8).save(str(draft)), EmbeddingStamp(0, 99)),
    ],
    ids=["missing", "empty", "no stamp", "cut", "other content", "other count", "from a later state"],
)
def test_a_damaged_file_is_made_anew(
    embedded: Gallery, folder: Path, path: Path, unit_vectors: UnitVectors, spoil: Callable[[Path], object]
) -> None:
    spoil(path)
    with Gallery.open(folder) as again:
        assert again.index("a1").search(unit_vectors(6)[4:5], 1)[1].tolist() == [[5]]
    assert read_stamp(path) == embedded.embedding_stamp("a1")


def test_vectors_of_two_models_are_never_mixed(
    embedded: Gallery, crop_ids: list[CropId], unit_vectors: UnitVectors
) -> None:
    embedded.save_embeddings("b2", crop_ids[5:8], unit_vectors(3, 16), np.zeros((3, 3)))
    assert embedded.index("a1").ids.tolist() == crop_ids[:6]
    assert embedded.index("b2").ids.tolist() == crop_ids[5:8]


def test_drift_is_found_and_being_behind_is_none(
    embedded: Gallery, crop_ids: list[CropId], path: Path, unit_vectors: UnitVectors
) -> None:
    assert embedded.drifted_index_files() == []
    with closing(sqlite3.connect(embedded.folder / "case.db")) as connection:
        other = unit_vectors(1, seed=8).astype(np.float16).tobytes()
        connection.execute("UPDATE embedding SET vector = ? WHERE crop_id = ?", [other, crop_ids[1]])
        connection.commit()
    assert embedded.drifted_index_files() == ["a1.faiss"]
    embedded.save_embeddings("a1", crop_ids[6:7], unit_vectors(1), np.zeros((1, 3)))
    assert embedded.drifted_index_files() == []
