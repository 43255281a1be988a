import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from app.search.view_light import ViewLight, light_table, lit


def slow_light(value, brightness, contrast):
    spread = 4 ** (contrast / 100) if contrast >= 0 else 1 + contrast / 100
    return min(255, max(0, round((value - 127.5) * spread + 127.5 + 127.5 * brightness / 100)))


@pytest.mark.parametrize(("brightness", "contrast"), [(0, 0), (40, 0), (0, 60), (-30, -50), (100, 100)])
def test_the_table_is_that_of_a_slow_loop(brightness, contrast):
    expected = [slow_light(value, brightness, contrast) for value in range(256)]
    np.testing.assert_array_equal(light_table(ViewLight(brightness, contrast)), expected)


def test_a_picture_is_lit_and_itself_left_as_it_is(qapp):
    picture = QImage(7, 5, QImage.Format.Format_RGB32)
    picture.fill(QColor(10, 100, 200))
    brighter = lit(picture, ViewLight(brightness=20))
    assert brighter.pixelColor(6, 4).getRgb()[:3] == tuple(slow_light(v, 20, 0) for v in (10, 100, 200))
    assert picture.pixelColor(6, 4).getRgb()[:3] == (10, 100, 200)
    assert lit(picture, ViewLight()) is picture
