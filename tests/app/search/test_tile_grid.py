import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.tile_grid import TileGrid

GRID = TileGrid(columns=3, cell_width=100, cell_height=50, gap=10)


def test_a_grid_has_as_many_columns_as_fit_and_fills_the_room():
    grid = TileGrid.fitting(room=790, least=120, gap=10, aspect=0.5, text=52)
    assert grid == TileGrid(columns=6, cell_width=131, cell_height=242 + 52 + 10, gap=10)


def test_a_room_narrower_than_a_tile_has_one_column():
    assert TileGrid.fitting(room=5, least=120, gap=10, aspect=0.5, text=52).columns == 1


def test_the_last_row_may_be_short():
    assert [GRID.height(count) for count in (0, 1, 3, 4)] == [0, 50, 50, 100]


@pytest.mark.parametrize(("x", "y", "place"), [(0, 0, 0), (89, 39, 0), (90, 0, None), (0, 40, None), (250, 60, 5)])
def test_a_point_hits_a_tile_or_a_gap(x, y, place):
    assert GRID.place_at(x, y, 6) == place


def test_a_point_beyond_the_last_tile_hits_nothing():
    assert GRID.place_at(250, 60, 5) is None
    assert GRID.place_at(310, 0, 100) is None


@given(st.integers(0, 40), st.integers(-200, 900), st.integers(0, 500))
def test_places_between_two_heights_are_those_whose_cell_has_a_pixel_there(count, top, height):
    bottom = top + height
    slow = [p for p in range(count) if GRID.corner(p)[1] <= bottom and GRID.corner(p)[1] + 49 >= top]
    assert list(GRID.places_between(top, bottom, count)) == slow


@given(st.integers(0, 40), st.tuples(*[st.integers(0, 400)] * 4))
def test_runs_within_a_rectangle_are_the_tiles_that_it_touches(count, sides):
    left, right = sorted(sides[:2])
    top, bottom = sorted(sides[2:])

    def touches(place):
        x, y = GRID.corner(place)
        return x <= right and x + 89 >= left and y <= bottom and y + 39 >= top

    found = [place for run in GRID.runs_within(left, top, right, bottom, count) for place in run]
    assert found == [place for place in range(count) if touches(place)]
