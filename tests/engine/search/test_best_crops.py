"""The crop of a track that shows the person best: a real case, linked and measured by hand."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from engine.errors import ConfigError
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, Quality
from engine.search.best_crops import best_crops_of_tracks
from engine.search.filters import Filters
from engine.search.legibility import order_by_quality
from engine.search.query import Query
from engine.search.searcher import Searcher

# What becomes of the crops 1 to 5, a track: height, sharpness, truncated.
QUALITIES = {1: (30, 400.0, 0.0), 2: (90, 400.0, 0.25), 3: (90, 400.0, 0.0), 4: (120, 400.0, 0.0), 5: (200, 5.0, 0.0)}


@pytest.fixture
def tracked(case_folder, tmp_path):
    folder = tmp_path / "best.bolo"
    shutil.copytree(case_folder, folder)
    with closing(sqlite3.connect(folder / "case.db")) as database, database:
        for crop_id, figures in QUALITIES.items():
            database.execute(
                "UPDATE crop SET height_px = ?, sharpness = ?, truncated = ? WHERE id = ?", (*figures, crop_id)
            )
    with Gallery.open(folder) as opened:
        (first, _) = opened.sources()
        tracks = [[CropId(crop_id) for crop_id in QUALITIES], [CropId(8), CropId(9)]]
        opened.save_tracks(first.id, tracks, opened.last_frame_id(first.id))
        yield opened


def shown(ranking):
    return [(ranked.crop.id, ranked.of_track) for ranked in ranking.results]


def test_where_nothing_is_asked_a_track_shows_its_best_crop_at_its_earliest_place(tracked, model):
    ranking = Searcher(tracked, model).search(Query(), limit=60, by_track=True)
    assert shown(ranking)[0] == (4, 5)
    assert (8, 2) in shown(ranking) and len(shown(ranking)) == 55


def test_only_a_crop_that_the_filters_let_through_is_shown(tracked, model):
    filters = Filters(crops=frozenset(map(CropId, (1, 2, 3, 8))))
    ranking = Searcher(tracked, model).search(Query(), filters, by_track=True)
    assert shown(ranking) == [(3, 3), (8, 1)]


def test_what_is_asked_for_decides_where_something_is(tracked, model, peta):
    query = Query.parse("has:upperBodyRed", peta)
    ranking = Searcher(tracked, model).search(query, limit=60, by_track=True)
    crops = Searcher(tracked, model).search(query, limit=60)
    best = next(ranked.crop.id for ranked in crops.results if ranked.crop.id in QUALITIES)
    assert (best, 5) in shown(ranking)


def test_a_track_keeps_its_best_crops_and_others_stay(tracked):
    everything = frozenset(tracked.crop_ids())
    assert everything - best_crops_of_tracks(tracked, 1) == {1, 2, 3, 5, 9}
    assert everything - best_crops_of_tracks(tracked, 3) == {1, 5}
    assert best_crops_of_tracks(tracked, 9) == everything
    with pytest.raises(ConfigError, match="at least 1"):
        best_crops_of_tracks(tracked, 0)


def test_legible_then_whole_then_large():
    figures = [(64, 200.0, 0.0), (64, 200.0, 0.5), (16, 200.0, 0.0), (300, 900.0, 0.0), (64, 200.0, 0.0)]
    order = order_by_quality([Quality(height_px=h, sharpness=s, truncated=t) for h, s, t in figures])
    assert order.tolist() == [3, 0, 4, 1, 2]
    ready = [Quality(height_px=64, sharpness=sharpness, truncated=1.0) for sharpness in (5.0, 90.0, 30.0)]
    assert order_by_quality(ready).tolist() == [1, 2, 0]
