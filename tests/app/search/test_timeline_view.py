"""The timeline below the results: what it counts, its brush, and its lanes."""

from datetime import UTC, datetime

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap

from app.search.timeline_view import DAY_S, PARTS, TimelineView
from engine.search.filters import Filters
from engine.search.timeline import Timeline

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot, red):
    """Return the timeline of the small case: minutes one to six, two cameras, two people in each frame."""
    bar = red._centre.timeline_bar
    qtbot.waitUntil(lambda: bar.isVisible() and bar.view._timeline is not None)
    return bar


def point(view, part):
    area = view._bars()
    return QPoint(round(area.left() + (part + 0.5) * area.width() / PARTS), 5)


def drag(qtbot, view, first, last):
    qtbot.mousePress(view, LEFT, pos=point(view, first))
    view._brush.reach(view._part_at(point(view, last).x()))  # as moving there with the button down does
    qtbot.mouseRelease(view, LEFT, pos=point(view, last))


def test_it_counts_all_crops_and_the_best(bar):
    timeline = bar.view._timeline
    assert timeline.cameras == ("Gate A", "Gate B")
    assert timeline.crops.sum() == timeline.best.sum() == 24 and timeline.crops[0].sum() == 12
    assert [part for part in range(PARTS) if timeline.crops[:, part].any()] == [0, 36, 72, 108, 144, 179]


def test_the_brush_narrows_the_search_and_a_double_click_widens_it_again(qtbot, red, bar, asked):
    asked(lambda: drag(qtbot, bar.view, 30, 80))
    assert red.results.rowCount() == 8  # minutes two and three
    qtbot.waitUntil(lambda: bar.view._brush.span[0] in (29, 30) and not bar.view._brush.is_all)
    assert bar.view._timeline.crops.sum() == 24  # what is left out is still counted
    asked(lambda: qtbot.mouseDClick(bar.view, LEFT, pos=point(bar.view, 100)))
    assert red.results.rowCount() == 24 and red.filter_bar.filters.is_off


def test_a_late_answer_leaves_a_span_that_is_being_chosen(qtbot, red, bar):
    view = bar.view
    qtbot.mousePress(view, LEFT, pos=point(view, 30))
    view._brush.reach(80)
    bar.show_timeline(view._timeline, red.filter_bar.filters, red.filter_bar.times.zone)
    assert view._brush.span == (30, 80)
    qtbot.mouseRelease(view, LEFT, pos=point(view, 80))


def test_a_click_alone_chooses_nothing(qtbot, red, bar):
    qtbot.mouseClick(bar.view, LEFT, pos=point(bar.view, 100))
    assert bar.view._brush.is_all and red.filter_bar.filters.is_off


def test_keys_choose_a_span(qtbot, red, bar, asked):
    view = bar.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    for _ in range(40):
        qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    asked(lambda: qtbot.keyClick(view, Qt.Key.Key_Return))
    assert red.results.rowCount() == 8  # the last two minutes
    assert view.accessibleName().startswith("Timeline, 14 May 2026, 12:04")
    qtbot.waitUntil(lambda: view._filters.start is not None)
    assert view._brush.span[0] in (138, 139)  # the filter has whole seconds
    asked(lambda: qtbot.keyClick(view, Qt.Key.Key_Escape))
    assert red.results.rowCount() == 24


def test_a_camera_is_left_out_and_taken_in_by_its_lane(qtbot, red, bar, asked):
    view = bar.view
    qtbot.mouseClick(bar.lanes_button, LEFT)
    assert view.lanes == ("Gate A", "Gate B")
    asked(lambda: qtbot.mouseClick(view, LEFT, pos=QPoint(5, view._lane_height() // 2)))
    assert red.results.rowCount() == 12 and red.filter_bar.filters.cameras == {"Gate B"}
    qtbot.waitUntil(lambda: not view._is_in("Gate A"))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Space)  # the last one stays
    assert red.filter_bar.filters.cameras == {"Gate B"}
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert "Gate A: left out" in view.accessibleName()
    asked(lambda: qtbot.keyClick(view, Qt.Key.Key_Space))
    assert red.results.rowCount() == 24 and red.filter_bar.filters.is_off


def test_days_on_the_axis_have_their_months_by_name(qtbot, theme):
    drawn = []

    class Pen(QPainter):
        def drawText(self, _x, _y, text):
            drawn.append(text)

    view = TimelineView(theme)
    qtbot.addWidget(view)
    view.resize(1600, view.height())
    start, none = datetime(2026, 5, 14, 12, tzinfo=UTC).timestamp(), np.zeros((1, PARTS), np.int64)
    days = Timeline(start=start, end=start + 10 * DAY_S, cameras=("Gate A",), crops=none, best=none)
    view.show_timeline(days, Filters(), UTC)
    picture = QPixmap(view.size())
    painter = Pen(picture)
    view._paint_axis(painter)
    painter.end()
    assert drawn == [f"{number} May" for number in range(15, 25)]
