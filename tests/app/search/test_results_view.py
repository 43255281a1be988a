"""A hundred thousand results in the grid: what is in sight is asked for, and nothing else."""

import time

import pytest
from PySide6.QtCore import QPoint, QSize, Qt

from app.search.density import Density
from app.search.result_rows import PAGE
from app.search.results_item_model import ResultsItemModel
from app.search.results_view import ResultsView
from app.search.thumbnails import Thumbnails
from engine.gallery.gallery import Gallery
from engine.registry.query_model import QueryModel
from engine.search.query import Query
from engine.search.searcher import Searcher

MANY = 100_000


@pytest.fixture
def first(small_case, installed_model):
    with Gallery.open(small_case) as gallery:
        return Searcher(gallery, QueryModel.load(installed_model)).search(Query()).results


@pytest.fixture
def view(qtbot, theme, icons, peta, small_case, first):
    """Return a view of a hundred thousand places, of which the first twenty-four are at hand; no case answers."""
    results = ResultsItemModel(peta)
    thumbnails = Thumbnails(small_case, 1.0, 0.5)
    made = ResultsView(theme, icons, results, thumbnails)
    made.asked = []
    results.page_wanted.connect(made.asked.append)
    made.resize(QSize(700, 600))
    qtbot.addWidget(made)
    made.show()
    made.show_results(first, MANY, keep_place=False)
    qtbot.waitExposed(made)
    yield made
    thumbnails.close()


def test_the_scroll_bar_reaches_to_the_last_of_them(view):
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.rows_in_sight().stop == MANY and len(view.rows_in_sight()) < 60


def test_only_pages_in_sight_are_asked_for(qtbot, view):
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    view.asked.clear()
    view.viewport().repaint()
    assert set(view.asked) == {row // PAGE for row in view.rows_in_sight()}


def test_keys_lead_from_one_end_to_the_other(qtbot, view):
    view.choose(0)
    for key, row in ((Qt.Key.Key_End, MANY - 1), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Down, view._grid.columns)):
        qtbot.keyClick(view, key)
        assert view.currentIndex().row() == row and row in view.rows_in_sight()


def test_the_crop_of_a_row_is_told_once_its_page_has_come(qtbot, view, first):
    told = []
    view.chosen.connect(told.append)
    view.choose(PAGE + 3)
    assert told == [None]
    view._results.take_page(1, first)
    assert told[-1] is first[3] and view.chosen_crop == first[3].crop.id


def test_taking_a_ranking_and_scrolling_block_nothing(view, first):
    """Both take a moment however many results there are; the limit is generous, for the machine may be busy."""
    began = time.thread_time()
    for _ in range(3):
        view.show_results((), 0, keep_place=False)
        view.show_results(first, MANY, keep_place=False)
    bar = view.verticalScrollBar()
    for place in range(20):
        bar.setValue(bar.maximum() * place // 20)
        view.viewport().repaint()
    assert time.thread_time() - began < 26 * 0.05


def test_another_size_keeps_what_is_at_the_top_in_sight(view):
    view.verticalScrollBar().setValue(view._grid.corner(600)[1])
    top = view.rows_in_sight()[0]
    for density in (Density.LARGE, Density.SMALL, Density.MEDIUM):
        view.set_density(density)
        assert top in view.rows_in_sight()
        top = view.rows_in_sight()[0]


def test_a_click_hits_the_tile_that_is_painted_there(qtbot, view):
    view.verticalScrollBar().setValue(1234)
    cell = view.visualRect(view._results.index(view.rows_in_sight()[7]))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell.topLeft() + QPoint(20, 200))
    assert view.currentIndex().row() == view.rows_in_sight()[7]
