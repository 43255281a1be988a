"""One place for each track: the crops of a real case, linked by hand."""

import shutil
from collections import defaultdict

import numpy as np
import pytest

from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, ReviewState
from engine.search import nearest
from engine.search.examples import Example, Examples
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.replay import find_search, replay
from engine.search.searcher import Searcher

TRACKS = ([1, 2, 3, 4, 5], [6, 7], [9, 11, 13], [28, 29, 30])  # crops of the first camera


@pytest.fixture
def tracked(case_folder, tmp_path):
    shutil.copytree(case_folder, tmp_path / "tracked.bolo")
    with Gallery.open(tmp_path / "tracked.bolo") as opened:
        (first, _) = opened.sources()
        ids = [[CropId(number) for number in track] for track in TRACKS]
        opened.save_tracks(first.id, ids, opened.last_frame_id(first.id))
        yield opened


@pytest.fixture
def query(peta):
    return Query.parse("has:upperBodyRed prefer:hairLong", peta)


def places(ranking):
    return [(ranked.crop.id, ranked.of_track) for ranked in ranking.results]


def slow_places(gallery, ranking):
    """Return (best crop, crops, score) of each track from the places of all crops, best first."""
    members = defaultdict(list)
    for ranked in ranking.results:
        members[ranked.crop.track_id or f"crop {ranked.crop.id}"].append((-ranked.score, ranked.crop.id))
    found = []
    for crops in members.values():
        crops.sort()
        half = crops[: (len(crops) + 1) // 2]
        found.append((sum(score for score, _ in half) / len(half), crops[0][1], len(crops)))
    return sorted(found)


def test_the_crops_of_a_track_share_the_place_of_the_best(tracked, model, query):
    searcher = Searcher(tracked, model)
    crops = searcher.search(query, limit=60)
    ranking = searcher.search(query, limit=60, by_track=True)
    expected = slow_places(tracked, crops)
    assert places(ranking) == [(crop_id, size) for _, crop_id, size in expected]
    assert [ranked.score for ranked in ranking.results] == pytest.approx([-score for score, _, _ in expected])
    assert (ranking.tracks, ranking.considered, crops.tracks) == (60 - 13 + 4, 60, None)
    assert ranking.summary() == "51 of 51 tracks ranked"


def test_a_track_counts_only_what_the_filters_let_through(tracked, model, query):
    filters = Filters(crops=frozenset(map(CropId, (2, 4, 6, 40))))
    ranking = Searcher(tracked, model).search(query, filters, by_track=True)
    assert sorted(size for _, size in places(ranking)) == [1, 1, 2]
    assert ranking.summary() == "3 of 3 tracks ranked; the filters leave out 56"


def test_nothing_asked_lists_each_track_at_its_earliest_crop(tracked, model):
    ranking = Searcher(tracked, model).search(Query(), limit=60, by_track=True)
    shown = [crop_id for crop_id, _ in places(ranking)]
    assert {1, 6, 9, 28} <= set(shown)
    assert not {2, 3, 4, 5, 7, 11, 13, 29, 30} & set(shown)
    times = [ranked.crop.time for ranked in ranking.results if ranked.crop.time is not None]
    assert times == sorted(times)


def test_pages_of_tracks_join_without_a_gap(tracked, model, query):
    searcher = Searcher(tracked, model)
    whole = places(searcher.search(query, limit=60, by_track=True))
    pages = [searcher.search(query, limit=20, offset=offset, by_track=True) for offset in (0, 20, 40)]
    assert [place for page in pages for place in places(page)] == whole
    assert [page.has_next_page for page in pages] == [True, True, False]


def test_tracks_are_ranked_by_all_their_crops_also_where_crops_would_be_shortlisted(tracked, model, monkeypatch):
    examples = Examples(like=(Example(crop_id=CropId(3)),))
    whole = Searcher(tracked, model).search(Query(), examples=examples, limit=5, by_track=True)
    monkeypatch.setattr(nearest, "SCORED_AT_ONCE", 0)
    monkeypatch.setattr(nearest, "CANDIDATES", 6)
    assert places(Searcher(tracked, model).search(Query(), examples=examples, limit=5, by_track=True)) == places(whole)


def test_a_search_by_track_is_replayed_as_one(tracked, model, query):
    tracked.log("search", Searcher(tracked, model).search(query, limit=9, by_track=True).facts())
    assert replay(find_search(tracked, None), tracked, model).is_same


def test_tracks_that_change_are_searched_anew(tracked, model, query):
    searcher = Searcher(tracked, model)
    before = searcher.search(query, limit=60, by_track=True).tracks
    (first, _) = tracked.sources()
    tracked.save_tracks(first.id, [[CropId(1), CropId(2)]], tracked.last_frame_id(first.id))
    assert searcher.search(query, limit=60, by_track=True).tracks == 59 != before


def test_reviews_that_change_are_filtered_anew(tracked, model, query):
    searcher = Searcher(tracked, model)
    unreviewed = Filters(reviews=frozenset({ReviewState.UNREVIEWED}))
    assert searcher.search(query, unreviewed).considered == 60
    tracked.record_review(CropId(7), ReviewState.REJECTED)
    assert searcher.search(query, unreviewed).considered == 59


def test_track_ids_stand_by_row(tracked, model):
    searchable = tracked.searchable(model.id)
    tracks = searchable.track_ids
    assert np.count_nonzero(tracks) == 13
    row = int(searchable.rows_of(np.array([11]))[0])
    assert tracks[row] == tracked.crop(CropId(11)).track_id
