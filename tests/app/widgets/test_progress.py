"""A bar that is painted with the window, and not before."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QProgressBar

from app.widgets.progress import show_value


class Paints(QObject):
    """Counts them."""

    count = 0

    def eventFilter(self, _watched, event):
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.fixture
def bar(qtbot):
    made = QProgressBar()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_value_is_painted_later(qtbot, bar):
    paints = Paints()
    bar.installEventFilter(paints)
    bar.setValue(20)
    assert paints.count == 1  # Qt's own way, or the rest says nothing
    show_value(bar, 60)
    assert (bar.value(), paints.count) == (60, 1)
    qtbot.waitUntil(lambda: paints.count == 2)
    show_value(bar, 60)
    qtbot.wait(50)
    assert paints.count == 2
