"""What the tests of the search page do over and over."""

import pytest
from PySide6.QtCore import Qt


@pytest.fixture
def shown():
    """Return what lists the ids of the crops that a page shows."""
    return lambda page: [page.results.ranked(row).crop.id for row in range(page.results.rowCount())]


@pytest.fixture
def asked(qtbot, opened):
    """Return what does something, and waits for the results that follow from it."""

    def act(do):
        with qtbot.waitSignal(opened.search_page.results_shown, timeout=10_000):
            do()
        qtbot.waitUntil(lambda: opened.search_page.is_answered, timeout=10_000)

    return act


@pytest.fixture
def red(qtbot, opened, asked):
    """Return the page of the small case with a red top ticked: every crop of an odd id has one."""
    page = opened.search_page
    asked(lambda: qtbot.mouseClick(page.description_panel.chip("upperBodyRed"), Qt.MouseButton.LeftButton))
    return page
