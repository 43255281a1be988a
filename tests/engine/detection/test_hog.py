import numpy as np
import pytest

from engine.detection.hog import PERSON_HEIGHT, PERSON_WIDTH, HogDetector, _people_in


def test_the_person_is_the_middle_part_of_the_window():
    (person,) = _people_in(np.array([[100.0, 200.0, 64.0, 128.0]]))
    x, y, w, h = person
    assert (w, h) == pytest.approx((64 * PERSON_WIDTH, 128 * PERSON_HEIGHT))
    assert (x + w / 2, y + h / 2) == pytest.approx((132, 264))


@pytest.mark.parametrize("shape", [(1, 1), (20, 3000), (3000, 20), (64, 64), (240, 320)])
def test_an_empty_frame_of_any_shape_has_no_people(shape):
    assert HogDetector().detect(np.full((*shape, 3), 128, dtype=np.uint8)) == []
