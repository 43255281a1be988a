import pytest
from PySide6.QtCore import QModelIndex, Qt

from app.search.results_item_model import ResultsItemModel
from engine.gallery.gallery import Gallery
from engine.registry.query_model import QueryModel
from engine.search.query import Query
from engine.search.searcher import Searcher


@pytest.fixture
def ranked(small_case, installed_model, peta):
    query = Query.build(peta, has=["upperBodyRed"], not_=["accessoryHat"])
    with Gallery.open(small_case) as gallery:
        return Searcher(gallery, QueryModel.load(installed_model)).search(query).results


@pytest.fixture
def results(peta):
    return ResultsItemModel(peta)


def test_it_is_a_sound_item_model_while_it_grows_and_shrinks(qtmodeltester, results, ranked):
    results.show(ranked[:5])
    qtmodeltester.check(results)
    for count in (9, 3, 0, 24):
        results.show(ranked[:count])
    assert results.rowCount() == len(ranked) == 24


def test_a_row_answers_with_its_record_and_its_words(results, ranked):
    results.show(ranked)
    index = results.index(0)
    assert results.tile(0).ranked is ranked[0]
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Rank 1, Gate")
    assert "red top: agrees" in said
    assert "no hat: agrees" in said


def test_a_crop_is_found_by_its_id_until_it_is_gone(results, ranked):
    results.show(ranked)
    assert results.row_of(ranked[7].crop.id) == 7
    results.show(ranked[:5])
    assert results.row_of(ranked[7].crop.id) is None


def test_a_result_has_no_children(results, ranked):
    results.show(ranked)
    assert results.rowCount(results.index(0)) == 0
    assert results.data(QModelIndex()) is None
