"""Orders other than the best first, against slow sorts of the records."""

import shutil

import pytest

from engine.errors import ConfigError, QueryError
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, ReviewState
from engine.search.legibility import legibility
from engine.search.query import Query
from engine.search.question import Question
from engine.search.replay import find_search, replay
from engine.search.searcher import Searcher
from engine.search.sorting import REVIEW_ORDER, Sorting, SortKey


@pytest.fixture
def gallery(case_folder, tmp_path):
    """Return a copy of the case, for these tests review."""
    copy = tmp_path / "copy.bolo"
    shutil.copytree(case_folder, copy)
    with Gallery.open(copy) as opened:
        yield opened


@pytest.fixture
def searcher(gallery, model):
    return Searcher(gallery, model)


@pytest.fixture
def question(peta):
    return Question(query=Query.build(peta, has=["upperBodyRed"]))


@pytest.fixture
def ranked(searcher, question):
    return searcher.ask(question, limit=1000).results


def ids(results):
    return [ranked.crop.id for ranked in results]


def moment(ranked):
    return ranked.crop.time.timestamp() if ranked.crop.time is not None else float("inf")


SLOW = {
    SortKey.TIME: moment,
    SortKey.CAMERA: lambda ranked: (ranked.crop.camera, moment(ranked)),
    SortKey.QUALITY: lambda ranked: (-legibility([ranked.crop.quality])[0], -ranked.crop.quality.height_px),
    SortKey.REVIEW: lambda ranked: REVIEW_ORDER.index(ranked.review),
}


@pytest.mark.parametrize("key", SLOW)
@pytest.mark.parametrize("among", [None, 17])
def test_results_stand_as_a_slow_sort_puts_them_and_keep_their_ranks(gallery, searcher, question, ranked, key, among):
    gallery.record_review(ranked[9].crop.id, ReviewState.CONFIRMED)
    gallery.record_review(ranked[2].crop.id, ReviewState.REJECTED)
    gallery.record_review(ranked[4].crop.id, ReviewState.UNSURE)
    best = searcher.ask(question, limit=1000).results[:among]
    found = searcher.ask(question, limit=1000, sorting=Sorting(key=key, among=among))
    assert ids(found.results) == ids(sorted(best, key=SLOW[key]))
    by_id = {before.crop.id: before for before in best}
    assert all(after == by_id[after.crop.id] for after in found.results)
    assert found.places == len(best) and found.ranked == len(ranked)


def test_pages_and_ids_are_cut_from_the_same_order(searcher, question):
    sorting = Sorting(key=SortKey.TIME)
    whole = searcher.ask(question, limit=1000, sorting=sorting).results
    assert searcher.ask(question, limit=7, offset=7, sorting=sorting).results == whole[7:14]
    assert searcher.crop_ids(question, range(3, 11), sorting=sorting) == ids(whole)[3:11]


def test_by_match_nothing_is_left_out(searcher, question, ranked):
    assert ids(searcher.ask(question, limit=1000, sorting=Sorting(among=3)).results) == ids(ranked)


def test_a_sorted_search_is_replayed_as_it_stood(gallery, searcher, question, model):
    found = searcher.ask(question, limit=9, offset=9, sorting=Sorting(key=SortKey.CAMERA, among=30))
    gallery.log("search", found.facts())
    assert replay(find_search(gallery, None), gallery, model).is_same


def test_an_order_is_read_back_and_nonsense_refused():
    sorting = Sorting(key=SortKey.QUALITY, among=200)
    assert Sorting.from_dict(sorting.to_dict()) == sorting
    assert Sorting.from_dict({}) == Sorting()
    with pytest.raises(QueryError):
        Sorting.from_dict({"key": "shoe size"})
    with pytest.raises(ConfigError):
        Sorting(among=0)


def test_crops_without_a_review_count_as_unreviewed(gallery, searcher, question, ranked):
    gallery.record_review(CropId(int(ranked[0].crop.id)), ReviewState.REJECTED)
    last = searcher.ask(question, limit=1000, sorting=Sorting(key=SortKey.REVIEW)).results[-1]
    assert last.crop.id == ranked[0].crop.id and last.rank == 1
