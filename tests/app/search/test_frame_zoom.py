import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.search.frame_zoom import LARGEST, FrameZoom

VIEW, PICTURE = QSizeF(320, 200), QSizeF(960, 540)


def at(zoom, point):
    """Return which point of the picture, 0 to 1 both ways, lies at a point of the view."""
    area = zoom.area(VIEW, PICTURE)
    return (point.x() - area.left()) / area.width(), (point.y() - area.top()) / area.height()


def test_a_whole_picture_lies_in_the_middle():
    assert FrameZoom().area(VIEW, PICTURE) == QRectF(0, 10, 320, 180)


@given(st.floats(60, 260), st.floats(60, 140))
def test_what_lies_under_the_mouse_stays_there(x, y):
    point = QPointF(x, y)
    first = FrameZoom().zoomed(4, QPointF(160, 100), VIEW, PICTURE)
    closer = first.zoomed(1.25, point, VIEW, PICTURE)
    assert at(closer, point) == pytest.approx(at(first, point), abs=1e-9)


@given(st.lists(st.tuples(st.floats(0.3, 3), st.floats(0, 320), st.floats(0, 200), st.floats(-300, 300)), max_size=8))
def test_no_edge_comes_into_the_view_and_the_factor_stays_in_its_limits(steps):
    zoom = FrameZoom()
    for by, x, y, move in steps:
        zoom = zoom.zoomed(by, QPointF(x, y), VIEW, PICTURE).moved(QPointF(move, -move), VIEW, PICTURE)
        area = zoom.area(VIEW, PICTURE)
        assert 1 <= zoom.factor <= LARGEST
        if area.width() > VIEW.width():
            assert area.left() <= 1e-9 and area.right() >= VIEW.width() - 1e-9
        else:
            assert area.left() == pytest.approx((VIEW.width() - area.width()) / 2)


def test_moving_beyond_the_edge_does_not_have_to_be_moved_back():
    zoom = FrameZoom(factor=2)
    far = zoom.moved(QPointF(5000, 0), VIEW, PICTURE)
    assert far.area(VIEW, PICTURE).left() == 0
    assert far.moved(QPointF(-30, 0), VIEW, PICTURE).area(VIEW, PICTURE).left() == pytest.approx(-30)


def test_a_person_fills_most_of_the_view():
    zoom = FrameZoom.around(QRectF(400, 200, 50, 120), VIEW, PICTURE)
    area = zoom.area(VIEW, PICTURE)
    scale = area.height() / PICTURE.height()
    assert 120 * scale == pytest.approx(0.86 * 200)
    assert area.left() + 425 * scale == pytest.approx(160) and area.top() + 260 * scale == pytest.approx(100)
