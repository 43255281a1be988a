"""Where there are many crops, only the nearest are scored, and the ranking is the same."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from engine.gallery.records import CropId
from engine.search import nearest
from engine.search.examples import Example, Examples
from engine.search.filters import Filters
from engine.search.nearest import nearest_rows
from engine.search.query import Query
from engine.search.scorer import ShortlistingScorer
from engine.search.scorers import SCORERS
from engine.search.searcher import Searcher

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
MANY_ENOUGH = 20
FILTERS = Filters(cameras=frozenset({"Gate B"}), start=NOON + timedelta(seconds=3), end=NOON + timedelta(seconds=28))


@pytest.fixture
def few_are_many(monkeypatch):
    """Let a case of sixty crops be one of which only twenty are looked at."""
    monkeypatch.setattr(nearest, "SCORED_AT_ONCE", 10)
    monkeypatch.setattr(nearest, "CANDIDATES", MANY_ENOUGH)


@pytest.fixture
def searchable(gallery, model):
    return gallery.searchable(model.id)


@pytest.fixture
def complete(peta):
    category = np.zeros(peta.size, dtype=np.uint8)
    category[[0, 9, 30, 50]] = 1
    return Query.complete(peta, category)


def test_few_crops_are_all_scored(searchable, vectors):
    assert nearest_rows(vectors[0], searchable, None, 5) is None


@pytest.mark.parametrize("rows", [None, np.arange(0, 60, 2)], ids=["all", "every other one"])
def test_the_nearest_rows_are_those_of_the_largest_cosines(few_are_many, searchable, vectors, rows):
    asked = np.arange(60) if rows is None else rows
    cosines = vectors.astype(np.float16).astype(np.float32)[asked] @ vectors[3]
    bar = np.sort(cosines)[::-1][MANY_ENOUGH]  # of the first one left out; the fixture's twins tie

    found = nearest_rows(vectors[3], searchable, rows, 5)

    assert found.tolist() == asked[cosines > bar + 1e-6].tolist()
    assert len(found) in (MANY_ENOUGH, MANY_ENOUGH - 1)


@pytest.mark.parametrize("name", ["zero-filled", "cosine"])
@pytest.mark.parametrize("filters", [Filters(), FILTERS], ids=["all", "filtered"])
def test_a_ranking_by_cosine_is_the_same(gallery, model, complete, name, filters, request):
    whole = Searcher(gallery, model).search(complete, filters, limit=15, scorer=SCORERS[name])
    request.getfixturevalue("few_are_many")
    assert Searcher(gallery, model).search(complete, filters, limit=15, scorer=SCORERS[name]) == whole
    assert len(whole.results) == 15  # as many as were asked for, under the filters too


def test_a_ranking_by_example_is_the_same(gallery, model, request):
    like = Examples(like=(Example(crop_id=CropId(5)),))
    whole = Searcher(gallery, model).search(Query(), FILTERS, like, limit=15)
    request.getfixturevalue("few_are_many")
    assert Searcher(gallery, model).search(Query(), FILTERS, like, limit=15) == whole


def test_more_than_the_nearest_can_be_asked_for(few_are_many, gallery, model, complete):
    found = Searcher(gallery, model).search(complete, limit=60, scorer=SCORERS["cosine"])
    assert sorted(ranked.crop.id for ranked in found.results) == list(range(1, 61))


def test_where_too_many_tie_all_are_scored(few_are_many, searchable):
    towards_nobody = np.zeros(8, np.float32)
    towards_nobody[0] = 1
    searchable.index.remove(searchable.crop_ids)
    searchable.index.add(searchable.crop_ids, np.tile(towards_nobody, (60, 1)))
    assert nearest_rows(towards_nobody, searchable, None, 5) is None


def test_heads_look_at_every_crop(few_are_many, searchable, model, peta):
    query = Query.build(peta, has=["upperBodyRed"])
    assert not isinstance(SCORERS["heads"], ShortlistingScorer)
    assert SCORERS["fused"].shortlist(query, searchable, model, None, 5) is None
