"""A table that measures its columns when there is a need, and somebody to see it."""

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView

from app.widgets.fitted_table import FittedTable


@pytest.fixture
def model(qapp):
    made = QStandardItemModel()
    made.appendRow([QStandardItem("1"), QStandardItem("short")])
    return made


@pytest.fixture
def table(qtbot, model, monkeypatch):
    """Return a table that counts how often it has measured."""
    made = FittedTable(model)
    qtbot.addWidget(made)
    made.measured = 0
    resize = made.resizeColumnToContents

    def count(column):
        made.measured += column == 1
        resize(column)

    monkeypatch.setattr(made, "resizeColumnToContents", count)
    return made


def fill(model, text):
    model.beginResetModel()
    model.blockSignals(True)
    model.item(0, 1).setText(text)
    model.blockSignals(False)
    model.endResetModel()


def test_it_measures_once_it_is_shown_and_again_when_something_else_stands_in_it(qtbot, table, model):
    assert table.measured == 0
    table.show()
    qtbot.waitExposed(table)
    narrow = table.columnWidth(1)
    assert table.measured == 1
    fill(model, "a very much longer text than the one before")
    assert table.measured == 2 and table.columnWidth(1) > 2 * narrow
    table.hide()
    table.show()
    assert table.measured == 2


def test_while_nobody_sees_it_nothing_is_measured(qtbot, table, model):
    table.show()
    qtbot.waitExposed(table)
    table.hide()
    for text in ("one", "another", "a very much longer text than those before"):
        fill(model, text)
    assert table.measured == 1
    table.show()
    assert table.measured == 2 and table.columnWidth(1) >= table.sizeHintForColumn(1)


def test_a_column_that_takes_what_is_left_still_does(qtbot, table, model):
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.resize(600, 200)
    table.show()
    qtbot.waitExposed(table)
    fill(model, "a very much longer text than the one before")
    qtbot.waitUntil(lambda: table.horizontalHeader().length() == table.viewport().width())
    assert table.columnWidth(0) > table.columnWidth(1) >= table.sizeHintForColumn(1)
