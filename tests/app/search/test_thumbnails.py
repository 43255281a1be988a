import time

import pytest
from PySide6.QtCore import QSize

from app.search.thumbnails import Thumbnails
from app.search.tile_picture import make_tile_picture
from engine.gallery.gallery import Gallery

SIZE = QSize(60, 90)


@pytest.fixture
def thumbnails(qapp, small_case):
    made = Thumbnails(small_case, pixel_ratio=2.0, dimming=0.5)
    made.start()
    made.set_size(SIZE)
    yield made
    made.close()


def test_a_picture_is_not_there_at_first_and_comes_in_the_screens_pixels(qtbot, thumbnails):
    with qtbot.waitSignal(thumbnails.loaded) as loaded:
        assert thumbnails.image(1) is None
    assert loaded.args == [1]
    assert thumbnails.image(1).size() == SIZE * 2.0


def test_all_that_was_asked_for_comes(qtbot, thumbnails):
    for crop_id in range(1, 25):
        thumbnails.image(crop_id)
    qtbot.waitUntil(lambda: all(thumbnails.image(crop_id) is not None for crop_id in range(1, 25)))
    qtbot.waitUntil(lambda: thumbnails.waiting == 0)  # the thread notes a batch as done when it asks for the next


def test_a_picture_is_made_once_the_window_has_taken_the_one_before(qtbot, thumbnails, monkeypatch):
    made = []

    def make(jpeg, size, dimming, radius=0.0):
        made.append(1)
        return make_tile_picture(jpeg, size, dimming, radius)

    monkeypatch.setattr("app.search.tile_picture.make_tile_picture", make)
    for crop_id in range(1, 7):
        thumbnails.image(crop_id)
    until = time.monotonic() + 10
    while not made and time.monotonic() < until:
        time.sleep(0.01)
    time.sleep(0.1)  # the window does not come to its events
    assert len(made) == 1
    qtbot.waitUntil(lambda: all(thumbnails.image(crop_id) is not None for crop_id in range(1, 7)))


def test_closing_does_not_wait_for_what_was_asked(thumbnails):
    for crop_id in range(1, 25):
        thumbnails.image(crop_id)
    began = time.monotonic()
    thumbnails.close()
    assert time.monotonic() - began < 5 and thumbnails.image(20) is None


def test_another_size_forgets_what_was_kept(qtbot, thumbnails):
    with qtbot.waitSignal(thumbnails.loaded):
        thumbnails.image(1)
    thumbnails.set_size(QSize(30, 45))
    assert thumbnails.image(1) is None
    qtbot.waitUntil(lambda: thumbnails.image(1) is not None)
    assert thumbnails.image(1).size() == QSize(60, 90)


def test_the_crop_stands_whole_in_the_middle_of_its_tile(small_case):
    with Gallery.open(small_case) as gallery:
        jpeg = gallery.crop_jpeg(1)  # 40 × 80, red
    picture = make_tile_picture(jpeg, QSize(100, 100), dimming=1.0)
    middle, margin = picture.pixelColor(50, 50), picture.pixelColor(5, 50)
    assert middle.red() > 180 > 60 > middle.green()
    assert margin.red() == margin.green() == margin.blue() == 0


def test_the_upper_corners_are_cut_and_the_colours_stay(small_case):
    with Gallery.open(small_case) as gallery:
        jpeg = gallery.crop_jpeg(1)
    picture = make_tile_picture(jpeg, QSize(100, 100), dimming=0.0, radius=8.0)
    assert [picture.pixelColor(x, y).alpha() for x, y in ((0, 0), (99, 0), (0, 99), (99, 99))] == [0, 0, 255, 255]
    assert 0 < picture.pixelColor(2, 2).alpha() < 255 or 0 < picture.pixelColor(1, 3).alpha() < 255  # smooth
    middle, square = picture.pixelColor(50, 50), make_tile_picture(jpeg, QSize(100, 100), 0.0).pixelColor(50, 50)
    assert (middle.red(), middle.green(), middle.blue()) == (square.red(), square.green(), square.blue())


def test_what_is_no_jpeg_gives_a_null_picture():
    assert make_tile_picture(b"no picture", SIZE, dimming=0.5).isNull()
