from app.search.brush import Brush


def test_at_first_nothing_is_left_out():
    brush = Brush(10)
    assert brush.is_all and brush.span == (0, 9)


def test_dragging_either_way_gives_a_stretch_in_order():
    brush = Brush(10)
    brush.begin(6)
    assert brush.is_held and not brush.is_wide
    brush.reach(2)
    brush.release()
    assert brush.span == (2, 6) and brush.is_wide and not brush.is_held


def test_keys_begin_at_an_end_move_and_widen():
    brush = Brush(10)
    brush.step(1, keep=False)
    assert brush.span == (0, 0)
    brush.step(3, keep=False)
    brush.step(2, keep=True)
    assert brush.span == (3, 5)
    brush.step(-4, keep=True)
    assert brush.span == (1, 3)
    brush.step(-20, keep=False)
    assert brush.span == (0, 0)


def test_an_open_end_reaches_to_the_end():
    brush = Brush(10)
    brush.show(4, None)
    assert brush.span == (4, 9)
    brush.show(None, None)
    assert brush.is_all
