"""Which result stands in which row, against plain lists."""

from dataclasses import replace

import pytest

from app.search import result_rows
from app.search.result_rows import ResultRows
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, ReviewState
from engine.registry.query_model import QueryModel
from engine.search.query import Query
from engine.search.searcher import Searcher


@pytest.fixture
def ranked(small_case, installed_model, peta):
    with Gallery.open(small_case) as gallery:
        searcher = Searcher(gallery, QueryModel.load(installed_model))
        return searcher.search(Query.build(peta, has=["upperBodyRed"])).results


@pytest.fixture
def rows(monkeypatch, ranked):
    """Return twenty places in pages of five, of which the first is at hand."""
    monkeypatch.setattr(result_rows, "PAGE", 5)
    made = ResultRows()
    made.begin(ranked[:5], 20, keep=False)
    return made


def ids(rows):
    found = [rows.at(row) for row in range(len(rows))]
    return [None if ranked is None else ranked.crop.id for ranked in found]


def test_a_page_that_is_not_at_hand_is_missing_until_it_is_taken(rows, ranked):
    assert [rows.missing_page(row) for row in (4, 5, 19)] == [None, 1, 3]
    assert rows.take_page(1, ranked[5:10]) == range(5, 10)
    assert rows.missing_page(5) is None
    assert ids(rows) == [crop.crop.id for crop in ranked[:10]] + [None] * 10


def test_the_least_lately_looked_at_page_is_forgotten(monkeypatch, rows, ranked):
    monkeypatch.setattr(result_rows, "PAGES_KEPT", 2)
    rows.take_page(1, ranked[5:10])
    rows.at(0)
    rows.take_page(2, ranked[10:15])
    assert rows.at(5) is None and rows.at(0) is not None
    assert rows.row_of(ranked[5].crop.id) is None


def test_the_same_question_keeps_what_is_at_hand_until_it_comes_anew(rows, ranked):
    rows.take_page(1, ranked[5:10])
    rows.begin(ranked[:5], 20, keep=True)
    assert rows.at(7) is ranked[7] and rows.missing_page(7) == 1
    rows.take_page(1, ranked[10:15])
    assert rows.at(7) is ranked[12] and rows.missing_page(7) is None
    assert rows.row_of(ranked[7].crop.id) is None
    rows.begin(ranked[:5], 20, keep=False)
    assert rows.at(7) is None


def test_unfolded_crops_stand_below_their_place(rows, ranked):
    rows.unfold(3, ranked[20:22])
    rows.unfold(1, ranked[22:24])
    head = [crop.crop.id for crop in ranked]
    assert ids(rows)[:9] == [*head[:2], *head[22:24], *head[2:4], *head[20:22], head[4]]
    assert len(rows) == 24
    assert rows.stack_rows(3) == range(2, 4)
    assert [rows.row_of(ranked[place].crop.id) for place in (4, 20, 23)] == [8, 6, 3]
    assert [rows.missing_page(row) for row in (8, 9)] == [None, 1]
    rows.unfold(2, ())  # from one of its crops
    assert len(rows) == 22 and rows.stack_rows(1) == range(2, 2)


def test_what_is_unfolded_follows_its_place_where_the_same_question_moves_it(rows, ranked):
    rows.unfold(1, ranked[20:22])
    rows.begin([ranked[4], *ranked[:4]], 20, keep=True)
    assert rows.locate(3) == (2, 0)
    rows.begin(ranked[:5], 20, keep=False)
    assert len(rows) == 20


def test_a_review_is_noted_in_pages_and_stacks(rows, ranked):
    rows.unfold(0, ranked[20:22])
    assert rows.review(ranked[21].crop.id, ReviewState.REJECTED) == 2
    assert rows.at(2) == replace(ranked[21], review=ReviewState.REJECTED)
    assert rows.review(ranked[2].crop.id, ReviewState.UNSURE) == 4
    assert rows.at(4).review is ReviewState.UNSURE
    assert rows.review(CropId(999), ReviewState.UNSURE) is None
