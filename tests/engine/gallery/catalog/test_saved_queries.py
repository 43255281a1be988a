"""Saved searches in the catalog: names, hits that are new until they are seen, and cases of the first layout."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import QueryError
from engine.gallery.catalog import layout as layouts
from engine.gallery.catalog.layout import CASE
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, StoredSearch

RED = StoredSearch(text="has:upperBodyRed", filters='{"cameras":["door"]}', examples='{"like":[]}', scorer="fused")


def test_a_search_comes_back_as_it_was_saved(gallery: Gallery) -> None:
    asks = replace(RED, learns=True)
    gallery.save_query("  red   tops ", asks, CropId(7))
    saved = gallery.saved_query("red tops")
    assert (saved.name, saved.asks, saved.checked_until, saved.new) == ("red tops", asks, 7, 0)
    assert gallery.saved_queries() == [saved]


@pytest.mark.parametrize("name", ["red tops", "Red  Tops", " RED TOPS"])
def test_a_name_is_given_once(gallery: Gallery, name: str) -> None:
    gallery.save_query("red tops", RED)
    gallery.save_query("hats", RED)
    with pytest.raises(QueryError, match="“red tops” already; choose another name"):
        gallery.save_query(name, RED)
    with pytest.raises(QueryError, match="choose another name"):
        gallery.rename_query("hats", name)
    assert [saved.name for saved in gallery.saved_queries()] == ["red tops", "hats"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 121])
def test_a_name_that_cannot_be_used_is_refused(gallery: Gallery, name: str) -> None:
    with pytest.raises(QueryError, match="1 to 120 letters"):
        gallery.save_query(name, RED)


def test_a_search_keeps_its_place_and_hits_under_another_name(gallery: Gallery, crop_ids: list[CropId]) -> None:
    first = gallery.save_query("red tops", RED)
    gallery.save_query("hats", RED)
    gallery.add_hits(first.id, crop_ids[:2], crop_ids[1])
    assert gallery.rename_query("red tops", "Red Tops") == "Red Tops"
    assert [(saved.name, saved.new) for saved in gallery.saved_queries()] == [("Red Tops", 2), ("hats", 0)]
    with pytest.raises(QueryError, match="no saved search “red tops”; the case has “Red Tops”, “hats”"):
        gallery.saved_query("red tops")


def test_hits_are_new_until_they_are_seen_and_never_new_twice(gallery: Gallery, crop_ids: list[CropId]) -> None:
    saved = gallery.save_query("red tops", RED)
    assert gallery.add_hits(saved.id, crop_ids[2:5], crop_ids[5]) == 3
    assert gallery.new_hits("red tops") == crop_ids[2:5]
    gallery.mark_hits("red tops", crop_ids[2:4], seen=True)
    assert (gallery.new_hits("red tops"), gallery.saved_query("red tops").new) == (crop_ids[4:5], 1)
    assert gallery.add_hits(saved.id, crop_ids[2:6], crop_ids[4]) == 1  # three were known
    assert gallery.saved_query("red tops").checked_until == crop_ids[5]  # it never goes back
    assert gallery.new_hits("red tops") == crop_ids[4:6]
    gallery.mark_hits("red tops", crop_ids[2:4], seen=False)
    assert gallery.new_hits("red tops") == crop_ids[2:6]


def test_a_removed_search_comes_back_with_its_hits(gallery: Gallery, crop_ids: list[CropId]) -> None:
    saved = gallery.save_query("red tops", replace(RED, learns=True), crop_ids[0])
    gallery.add_hits(saved.id, crop_ids[:3], crop_ids[3])
    gallery.mark_hits("red tops", crop_ids[:1], seen=True)
    before = gallery.saved_query("red tops"), gallery.saved_hits("red tops")
    removed = gallery.remove_query("red tops")
    assert gallery.saved_queries() == []
    assert gallery._database.value("SELECT COUNT(*) FROM saved_hit") == 0
    gallery.restore_query(removed)
    assert (gallery.saved_query("red tops"), gallery.saved_hits("red tops")) == before


def test_a_removed_search_does_not_take_the_place_of_one_saved_since(gallery: Gallery, crop_ids: list[CropId]) -> None:
    saved = gallery.save_query("red tops", RED)
    gallery.add_hits(saved.id, crop_ids[:2], crop_ids[1])
    removed = gallery.remove_query("red tops")
    other = gallery.save_query("hats", RED)
    assert other.id == saved.id  # SQLite gives the number again
    gallery.restore_query(removed)
    assert [(found.name, found.new) for found in gallery.saved_queries()] == [("hats", 0), ("red tops", 2)]


def test_crops_count_as_searchable_up_to_the_first_that_the_model_lacks(
    gallery: Gallery, crop_ids: list[CropId], unit_vectors
) -> None:
    assert gallery.searchable_until("m") == crop_ids[0] - 1
    embedded = [*crop_ids[:4], crop_ids[6]]
    gallery.save_embeddings("m", embedded, unit_vectors(5), unit_vectors(5))
    assert gallery.searchable_until("m") == crop_ids[3]
    gallery.save_embeddings("m", crop_ids, unit_vectors(10), unit_vectors(10))
    assert gallery.searchable_until("m") == crop_ids[-1]


def test_a_case_of_the_first_layout_is_brought_up_to_date(
    folder: Path, make_frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(layouts, "CASE", replace(CASE, steps=CASE.steps[:1]))
        with Gallery.create(folder) as gallery:
            crop_ids = [CropId(number) for number in (1, 2)]
    with closing(sqlite3.connect(folder / "case.db")) as database:
        database.execute("INSERT INTO source (path, kind, camera, added_at) VALUES ('/f', 'frames', 'door', 0)")
        database.execute(
            "INSERT INTO frame (source_id, path, number, sha256, width_px, height_px) VALUES (1, '/f/1', 1, 'a', 9, 9)"
        )
        for _ in crop_ids:
            database.execute(
                "INSERT INTO crop (frame_id, x, y, w, h, score, height_px, sharpness, truncated)"
                " VALUES (1, 0, 0, 9, 9, 1, 9, 100, 0)"
            )
        database.execute("INSERT INTO saved_query (name, text, filters, saved_at) VALUES ('red', 'has:a', '{}', 5)")
        database.commit()
        assert database.execute("PRAGMA user_version").fetchone() == (1,)
    with Gallery.open(folder) as gallery:
        (saved,) = gallery.saved_queries()
        assert (saved.name, saved.asks) == ("red", StoredSearch(text="has:a"))
        assert (saved.checked_until, saved.new) == (crop_ids[-1], 0)  # nothing that was there is new
        assert gallery.add_hits(saved.id, crop_ids[:1], crop_ids[-1]) == 1
        assert gallery.damage() == []
