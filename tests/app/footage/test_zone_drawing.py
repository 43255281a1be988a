import pytest

from app.footage.zone_drawing import ZoneDrawing
from engine.detection.ignore_zone import MOST_CORNERS


def draw(drawing, *corners):
    for corner in corners:
        drawing.point_at(corner)
        zone = drawing.set_corner()
    return zone


def test_a_corner_on_the_first_one_closes_the_zone():
    drawing = ZoneDrawing()
    zone = draw(drawing, (0.1, 0.1), (0.5, 0.1), (0.5, 0.5), (0.105, 0.103))
    assert zone.corners == ((0.1, 0.1), (0.5, 0.1), (0.5, 0.5))
    assert not drawing.is_begun


def test_two_corners_or_three_in_a_line_are_no_zone_and_stay():
    drawing = ZoneDrawing()
    draw(drawing, (0.1, 0.1), (0.2, 0.2))
    assert drawing.close() is None and len(drawing.corners) == 2
    draw(drawing, (0.3, 0.3))
    assert drawing.close() is None and len(drawing.corners) == 3
    drawing.take_back()
    draw(drawing, (0.3, 0.1))
    assert drawing.close() is not None


def test_what_is_drawn_past_the_edge_ends_at_it():
    assert ZoneDrawing().rectangle((-0.5, 0.5), (0.25, 1.5)).corners == ((0, 0.5), (0.25, 0.5), (0.25, 1), (0, 1))


@pytest.mark.parametrize("end", [(0.2, 0.2), (0.8, 0.2)])
def test_a_rectangle_without_area_is_none(end):
    assert ZoneDrawing().rectangle((0.2, 0.2), end) is None


def test_the_arrow_keys_begin_in_the_middle_and_stop_at_the_edge():
    drawing = ZoneDrawing()
    drawing.move(0.1, 0)
    assert drawing.pointer == (0.6, 0.5)
    drawing.move(0.9, -0.2)
    assert drawing.pointer == (1.0, 0.3)


def test_the_same_place_twice_is_one_corner_and_there_are_never_too_many():
    drawing = ZoneDrawing()
    draw(drawing, (0.1, 0.1), (0.1, 0.1))
    assert len(drawing.corners) == 1
    draw(drawing, *[(0.3 + place / 200, 0.9) for place in range(MOST_CORNERS + 5)])
    assert len(drawing.corners) == MOST_CORNERS
