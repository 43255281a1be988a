"""Rows and columns are derived: loaded where they fit, extended by what is new, made anew otherwise."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from engine.errors import CaseError
from engine.gallery import search_arrays, stamped_file
from engine.gallery.catalog.embeddings import SEARCH_ROW, Embeddings, EmbeddingStamp
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId
from engine.gallery.search_arrays import SearchArrays
from engine.gallery.stamped_file import read_stamp, write_stamped

Embed = Callable[[Gallery, list[CropId]], None]
UnitVectors = Callable[..., np.ndarray]


@pytest.fixture
def embed(unit_vectors: UnitVectors) -> Embed:
    """Return what embeds crops with logits that say whose they are."""

    def run(gallery: Gallery, crop_ids: list[CropId]) -> None:
        logits = np.array([[crop_id, -crop_id, crop_id / 4] for crop_id in crop_ids])
        gallery.save_embeddings("a1", crop_ids, unit_vectors(len(crop_ids)), logits)

    return run


@pytest.fixture
def read_from(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the list of ids after which logits have been read from the catalog."""
    starts: list[int] = []
    stream = Embeddings.stream_logits

    def spy(self: Embeddings, model_id: str, after_id: int = 0):
        starts.append(after_id)
        return stream(self, model_id, after_id)

    monkeypatch.setattr(Embeddings, "stream_logits", spy)
    return starts


def assert_right(gallery: Gallery, crop_ids: list[CropId]) -> None:
    found = gallery.searchable("a1")
    assert found.crop_ids.tolist() == crop_ids
    assert found.columns.shape == (3, len(crop_ids))
    assert found.column(0).tolist() == crop_ids
    assert found.column(1).tolist() == [-crop_id for crop_id in crop_ids]
    assert found.times.tolist() == [crop.time.timestamp() for crop in gallery.crops(crop_ids) if crop.time]


def test_they_are_read_from_their_files_while_these_fit(
    gallery: Gallery, crop_ids: list[CropId], embed: Embed, folder: Path, read_from: list[int]
) -> None:
    embed(gallery, crop_ids)
    assert_right(gallery, crop_ids)
    assert read_from == [0]
    assert isinstance(gallery.searchable("a1").columns.parts[0].base, np.memmap)
    with Gallery.open(folder) as again:
        assert_right(again, crop_ids)
    assert read_from == [0]


def test_what_is_new_is_appended(
    gallery: Gallery, crop_ids: list[CropId], embed: Embed, folder: Path, read_from: list[int]
) -> None:
    embed(gallery, crop_ids[:6])
    assert_right(gallery, crop_ids[:6])
    embed(gallery, crop_ids[6:])
    assert_right(gallery, crop_ids)
    assert read_from == [0, 6]
    with Gallery.open(folder) as again:
        assert_right(again, crop_ids)
    assert read_from == [0, 6]


def test_a_file_a_little_behind_is_extended_in_memory_and_not_written_each_time(
    gallery: Gallery, crop_ids: list[CropId], embed: Embed, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamped_file, "SMALLEST_PART_WORTH_SAVING", 2)  # half
    path = folder / "index" / "a1.columns.npy"
    for count, saved in ((4, 4), (6, 4), (8, 8), (9, 8)):
        embed(gallery, crop_ids[:count])
        assert_right(gallery, crop_ids[:count])
        assert read_stamp(path) == EmbeddingStamp(saved, saved)
    with Gallery.open(folder) as again:
        assert_right(again, crop_ids[:9])


def test_crops_embedded_out_of_order_are_put_in_order(gallery: Gallery, crop_ids: list[CropId], embed: Embed) -> None:
    for part in (crop_ids[4:6], crop_ids[8:], crop_ids[:4], crop_ids[6:8]):
        embed(gallery, part)
        assert_right(gallery, sorted(set(crop_ids) - set(gallery.crops_without_embedding("a1"))))


def test_only_what_is_new_is_read_and_the_large_file_is_not_copied(
    gallery: Gallery, crop_ids: list[CropId], embed: Embed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamped_file, "SMALLEST_PART_WORTH_SAVING", 1)  # never
    embed(gallery, crop_ids[:4])
    assert_right(gallery, crop_ids[:4])
    first = gallery.searchable("a1").columns.parts[0]
    for count in (6, 7, 10):
        embed(gallery, crop_ids[:count])
        assert_right(gallery, crop_ids[:count])
        parts = gallery.searchable("a1").columns.parts
        assert parts[0] is first
        assert len(parts) == 2


def test_crops_that_went_are_no_longer_there(
    gallery: Gallery, crop_ids: list[CropId], embed: Embed, folder: Path, read_from: list[int]
) -> None:
    embed(gallery, crop_ids)
    assert_right(gallery, crop_ids)
    with gallery._search_change():
        gallery._database.write("DELETE FROM crop WHERE id IN (?, ?)", [crop_ids[3], crop_ids[9]])
    left = crop_ids[:3] + crop_ids[4:9]
    assert_right(gallery, left)
    with Gallery.open(folder) as again:
        assert_right(again, left)
    assert read_from == [0, 10]  # nothing was read again
    with gallery._search_change():
        gallery._database.write("DELETE FROM crop")
    assert gallery.searchable("a1").count == 0


def test_logits_of_a_crop_embedded_again_take_the_place_of_the_old_ones(
    gallery: Gallery, crop_ids: list[CropId], embed: Embed, unit_vectors: UnitVectors
) -> None:
    embed(gallery, crop_ids)
    assert_right(gallery, crop_ids)
    with gallery._search_change():
        gallery._database.write("DELETE FROM embedding WHERE crop_id = ?", [crop_ids[3]])
    gallery.save_embeddings("a1", crop_ids[3:4], unit_vectors(1), np.array([[77, -77, 7]]))
    assert gallery.searchable("a1").column(0).tolist() == [*crop_ids[:3], 77, *crop_ids[4:]]


def save(array: np.ndarray) -> Callable[[Path], None]:
    return lambda path: search_arrays._save_array(array, path)


@pytest.mark.parametrize("name", ["a1.rows.npy", "a1.columns.npy"])
@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: write_stamped(path, lambda draft: draft.write_bytes(b"no array"), read_stamp(path)),
        lambda path: write_stamped(path, lambda draft: draft.write_bytes(b""), read_stamp(path)),
        lambda path: write_stamped(path, save(np.zeros((3, 9), np.float16)), read_stamp(path)),
        lambda path: write_stamped(path, save(np.zeros(10, np.float16)), read_stamp(path)),
        lambda path: write_stamped(path, save(np.zeros(9, SEARCH_ROW)), read_stamp(path)),
        lambda path: write_stamped(path, save(np.zeros((3, 10), np.float64)), read_stamp(path)),
        lambda path: write_stamped(path, save(np.array([{}] * 10)), read_stamp(path)),
        lambda path: write_stamped(path, lambda draft: draft.write_bytes(path.read_bytes()), EmbeddingStamp(9, 9)),
    ],
    ids=["missing", "cut", "no array", "empty", "shape", "flat", "short", "type", "pickle", "stamp"],
)
def test_a_damaged_file_is_made_anew(
    gallery: Gallery, crop_ids: list[CropId], embed: Embed, folder: Path, name: str, spoil: Callable[[Path], object]
) -> None:
    embed(gallery, crop_ids)
    gallery.searchable("a1")
    spoil(folder / "index" / name)
    with Gallery.open(folder) as again:
        assert_right(again, crop_ids)
    assert read_stamp(folder / "index" / name) == EmbeddingStamp(10, 10)


def test_lost_scores_are_no_silent_gap(gallery: Gallery, crop_ids: list[CropId], embed: Embed, folder: Path) -> None:
    embed(gallery, crop_ids)
    with closing(sqlite3.connect(folder / "case.db")) as connection:
        connection.execute("DELETE FROM attribute_score WHERE embedding_id = 3")
        connection.commit()
    with pytest.raises(CaseError, match="attribute scores are missing"):
        gallery.searchable("a1")


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("UPDATE attribute_score SET logits = zeroblob(6) WHERE embedding_id = 3", "a1.columns.npy"),
        ("UPDATE frame SET time = time + 1 WHERE id = 3", "a1.rows.npy"),
    ],
)
def test_drift_is_found_and_being_behind_is_none(
    gallery: Gallery, crop_ids: list[CropId], embed: Embed, folder: Path, statement: str, name: str
) -> None:
    embed(gallery, crop_ids[:9])
    gallery.searchable("a1")
    arrays = SearchArrays(folder / "index", "a1", writable=False)
    assert arrays.drifted(gallery) == []
    with closing(sqlite3.connect(folder / "case.db")) as connection:
        connection.execute(statement)
        connection.commit()
    assert arrays.drifted(gallery) == gallery.drifted_index_files() == [name]
    embed(gallery, crop_ids[9:])
    assert arrays.drifted(gallery) == []
