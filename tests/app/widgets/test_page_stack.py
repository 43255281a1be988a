"""Pages that come into sight a part at a time."""

import pytest
from PySide6.QtWidgets import QLabel, QListView, QTableView, QVBoxLayout, QWidget

from app.widgets.page_stack import PageStack


@pytest.fixture
def stack(qtbot):
    """Return a stack on the screen with an empty page before."""
    made = PageStack()
    qtbot.addWidget(made)
    made.addWidget(QLabel("before"))
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def page(stack):
    """Return a page with two lists and one that is hidden."""
    made = QWidget()
    column = QVBoxLayout(made)
    for part in (QListView(objectName="one"), QTableView(objectName="two"), QListView(objectName="hidden")):
        column.addWidget(part)
    made.findChild(QListView, "hidden").hide()
    stack.addWidget(made)
    return made


def updated(page):
    return [part.updatesEnabled() for part in (page.findChild(QListView, "one"), page.findChild(QTableView, "two"))]


def test_lists_are_painted_one_a_turn(qtbot, stack, page):
    stack.bring(page)
    assert stack.currentWidget() is page and updated(page) == [False, False]
    assert page.findChild(QListView, "hidden").updatesEnabled()  # there is nothing to paint
    seen = []
    qtbot.waitUntil(lambda: seen.append(updated(page)) or all(seen[-1]))
    stack.bring(page)  # which is there already
    assert updated(page) == [True, True]


def test_a_page_that_is_left_at_once_can_be_painted_later(qtbot, stack, page):
    stack.bring(page)
    stack.bring(stack.widget(0))
    qtbot.waitUntil(lambda: all(updated(page)))


def test_a_page_that_goes_meanwhile_is_no_fault(qtbot, stack, page):
    stack.bring(page)
    stack.removeWidget(page)
    page.deleteLater()
    qtbot.wait(50)
    assert stack.count() == 1
