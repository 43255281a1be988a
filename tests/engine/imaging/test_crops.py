import numpy as np
import pytest

from engine.errors import ShapeError
from engine.imaging.box import Box
from engine.imaging.crops import cut_crop

FRAME = np.arange(50 * 40 * 3, dtype=np.uint32).reshape(50, 40, 3).astype(np.uint8)


def test_a_crop_has_its_margin_on_every_side():
    np.testing.assert_array_equal(cut_crop(FRAME, Box(10, 20, 10, 20), margin=0.1), FRAME[18:42, 9:21])


def test_the_margin_stops_at_the_frame():
    np.testing.assert_array_equal(cut_crop(FRAME, Box(0, 0, 40, 50), margin=0.5), FRAME)


def test_a_sliver_still_gives_a_pixel():
    assert cut_crop(FRAME, Box(39.9, 10.2, 0.05, 0.05), margin=0).shape == (1, 1, 3)


def test_the_crop_is_a_copy_that_does_not_hold_the_frame():
    crop = cut_crop(FRAME, Box(0, 0, 40, 50))
    assert crop.base is None and not np.shares_memory(crop, FRAME)


def test_a_box_outside_the_frame_is_refused():
    with pytest.raises(ShapeError, match="outside its frame"):
        cut_crop(FRAME, Box(100, 100, 5, 5))
