"""Several results chosen with mouse and keys, and what is done with all of them."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from app.search import reviewing
from app.search.choosing import Choosing
from app.search.results_item_model import ResultsItemModel
from engine.gallery.gallery import Gallery
from engine.gallery.records import ReviewState
from engine.registry.query_model import QueryModel
from engine.search.query import Query
from engine.search.question import Question
from engine.search.searcher import Searcher

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def middle(page, row):
    return page.results_view.visualRect(page.results.index(row)).center()


def click(qtbot, page, row, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.mouseClick(page.results_view.viewport(), LEFT, modifiers, middle(page, row))


def chosen_rows(page):
    return sorted(page.results.row_of(crop_id) for crop_id in page.results_view.chosen_crops)


def test_ctrl_click_chooses_one_by_one_and_takes_back(qtbot, red):
    click(qtbot, red, 1)
    click(qtbot, red, 3, CTRL)
    click(qtbot, red, 4, CTRL)
    click(qtbot, red, 3, CTRL)
    assert chosen_rows(red) == [1, 4]
    qtbot.waitUntil(lambda: red.chosen_bar.isVisible() and red.chosen_bar.words == "2 chosen")
    click(qtbot, red, 0)
    assert chosen_rows(red) == [0]
    qtbot.waitUntil(lambda: not red.chosen_bar.isVisible())


def test_shift_click_chooses_the_stretch_and_turns_at_its_first_end(qtbot, red):
    click(qtbot, red, 3)
    click(qtbot, red, 5, SHIFT)
    assert chosen_rows(red) == [3, 4, 5]
    click(qtbot, red, 1, SHIFT)
    assert chosen_rows(red) == [1, 2, 3]
    click(qtbot, red, 5, CTRL)
    click(qtbot, red, 6, SHIFT | CTRL)
    assert chosen_rows(red) == [1, 2, 3, 5, 6]


def test_keys_choose_as_the_mouse_does(qtbot, red):
    view = red.results_view
    view.choose(1)
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert chosen_rows(red) == [1, 2, 3]
    qtbot.keyClick(view, Qt.Key.Key_Right, CTRL)
    qtbot.keyClick(view, Qt.Key.Key_Right, CTRL)
    qtbot.keyClick(view, Qt.Key.Key_Space, CTRL)
    assert chosen_rows(red) == [1, 2, 3, 5] and view.currentIndex().row() == 5
    qtbot.keyClick(view, Qt.Key.Key_A, CTRL)
    assert chosen_rows(red) == list(range(24))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert chosen_rows(red) == [5]
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert chosen_rows(red) == [4]


def test_a_rubber_band_chooses_what_it_touches(qtbot, red):
    view = red.results_view
    viewport = view.viewport()
    start, end = middle(red, 0), middle(red, view._grid.columns + 1)
    qtbot.mousePress(viewport, LEFT, pos=start)
    qtbot.mouseMove(viewport, start + QPoint(30, 30))
    for step in (0.5, 1.0):
        send_move(view, start + (end - start) * step)
    columns = view._grid.columns
    assert chosen_rows(red) == [0, 1, columns, columns + 1]
    qtbot.mouseRelease(viewport, LEFT, pos=end)
    assert not view._band.isVisible() and len(view.chosen_crops) == 4


def send_move(view, to):
    """Move the mouse with its button down; qtbot's move has none."""
    nothing = Qt.KeyboardModifier.NoModifier
    at = QPointF(to)
    view.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, LEFT, nothing))


def test_the_choice_stays_over_a_new_search(qtbot, red, asked):
    click(qtbot, red, 1)
    click(qtbot, red, 3, CTRL)
    before = set(red.results_view.chosen_crops)
    asked(lambda: qtbot.mouseClick(red.description_panel.chip("accessoryHat"), LEFT))
    assert set(red.results_view.chosen_crops) == before
    assert {row for row in range(24) if red.results_view.is_chosen(row)} == set(chosen_rows(red))


def test_all_that_are_chosen_are_reviewed_and_taken_back_in_one_step(qtbot, red, opened, small_case):
    view = red.results_view
    view.choose(0)
    with qtbot.waitSignal(opened._service.reviewed):
        qtbot.keyClick(view, Qt.Key.Key_Y)
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    three = view.chosen_crops
    with qtbot.waitSignal(opened._service.reviewed):
        qtbot.keyClick(view, Qt.Key.Key_N)
    assert [red.results.ranked(row).review for row in range(4)] == [*[ReviewState.REJECTED] * 3, ReviewState.UNREVIEWED]
    with qtbot.waitSignal(opened._service.reviewed):
        red.undo.undo()
    with Gallery.open(small_case, read_only=True) as gallery:
        assert gallery.review_states() == {three[0]: ReviewState.CONFIRMED}
        logged = [entry for entry in gallery.audit_entries() if entry.action == "reviewed"]
        assert len(logged) == 1 + 3 + 3 and gallery.verify_audit().is_whole
    qtbot.waitUntil(red.chosen_bar.isVisible)
    with qtbot.waitSignal(opened._service.reviewed):
        qtbot.mouseClick(red.chosen_bar.review_buttons[ReviewState.UNSURE], LEFT)
    with Gallery.open(small_case, read_only=True) as gallery:
        assert gallery.review_states() == dict.fromkeys(three, ReviewState.UNSURE)


def test_too_many_are_refused_in_words(qtbot, red, monkeypatch):
    monkeypatch.setattr(reviewing, "MOST", 5)
    qtbot.keyClick(red.results_view, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(red.results_view, Qt.Key.Key_N)
    assert red.header.summary == "24 crops are chosen, and at most 5 can be reviewed at once; choose fewer."
    assert "crops" not in red.undo.undoText()


@pytest.fixture
def ranking(small_case, installed_model, peta):
    """Return a ranking, and what tells who stands in places of it."""
    question = Question(query=Query.build(peta, has=["upperBodyRed"]))
    with Gallery.open(small_case) as gallery:
        searcher = Searcher(gallery, QueryModel.load(installed_model))
        yield searcher.ask(question), lambda places: searcher.crop_ids(question, places)


def test_results_that_are_not_at_hand_are_chosen_too(ranking, peta, monkeypatch):
    found, who = ranking
    results = ResultsItemModel(peta)
    results.show(found.results[:10], 24)
    choosing = Choosing(results)
    choosing.places_wanted.connect(lambda places, answer: answer(who(places)))
    choosing.all()
    assert choosing.choice.crop_ids == tuple(ranked.crop.id for ranked in found.results)
    choosing.only(3)
    choosing.reach(14, 3)
    assert choosing.choice.crop_ids == tuple(ranked.crop.id for ranked in found.results[3:15])


def test_who_comes_after_something_else_was_chosen_is_left_out(ranking, peta):
    found, who = ranking
    results = ResultsItemModel(peta)
    results.show(found.results[:10], 24)
    choosing = Choosing(results)
    late = []
    choosing.places_wanted.connect(lambda places, answer: late.append(lambda: answer(who(places))))
    choosing.all()
    choosing.only(2)
    late[0]()
    assert choosing.choice.crop_ids == (found.results[2].crop.id,)


def test_all_are_chosen_though_the_case_grows_before_it_has_said_who_they_are(qtbot, red, monkeypatch):
    monkeypatch.setattr("app.search.choosing.AT_ONCE", 3)
    view, asked = red.results_view, []
    view.choosing.places_wanted.disconnect()
    view.choosing.places_wanted.connect(lambda _places, answer: asked.append(answer))
    qtbot.keyClick(view, Qt.Key.Key_A, CTRL)
    with qtbot.waitSignal(red.results_shown, timeout=10_000):
        red.ask()
    everybody = [red.results.ranked(row).crop.id for row in range(view.results_count)]
    asked[0](everybody)
    assert set(view.chosen_crops) == set(everybody)
