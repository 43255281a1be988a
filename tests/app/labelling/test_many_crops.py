"""Many crops at once, to the last one: the case is asked only while somebody may come."""

import pytest
from PySide6.QtCore import Qt

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ASKED_MS = 300  # in which a page that asks without end would ask often


@pytest.fixture
def all_labelled(labelling, ask_for, press):
    """Return the page in which many crops were at hand, all of which are labelled now."""
    ask_for(labelling, "gender")
    press(labelling, KEY.Key_G, modifiers=CTRL)
    press(labelling, KEY.Key_A, modifiers=CTRL)
    press(labelling, KEY.Key_2)
    press(labelling, KEY.Key_Return)
    return labelling


def count_questions(qtbot, desk, monkeypatch):
    asked = []
    ask = desk._ask_queue
    monkeypatch.setattr(desk, "_ask_queue", lambda: (asked.append(1), ask()))
    qtbot.wait(ASKED_MS)
    return len(asked)


def test_once_all_are_labelled_the_page_says_so_and_the_case_is_asked_no_more(qtbot, all_labelled, monkeypatch):
    page = all_labelled
    assert count_questions(qtbot, page.desk, monkeypatch) == 0
    assert page.desk.is_settled and page.empty.isVisible() and not page.work.isVisible()


def test_turning_to_many_crops_where_none_is_left_says_so(qtbot, all_labelled, press, monkeypatch):
    page = all_labelled
    for is_many in (False, True):
        page.work.turn_many(is_many)
        qtbot.waitUntil(lambda: page.desk.is_settled, timeout=10_000)
        assert count_questions(qtbot, page.desk, monkeypatch) == 0
        assert page.empty.isVisible()


def test_whose_labels_are_taken_back_once_all_were_labelled_come_again(qtbot, all_labelled, in_the_case):
    page, case = all_labelled, all_labelled._opened.folder
    page.head.undo_button.click()
    qtbot.waitUntil(lambda: page.is_settled and page.batch.crops.rowCount() == 24, timeout=10_000)
    assert in_the_case(case) == {} and page.work.isVisible()
