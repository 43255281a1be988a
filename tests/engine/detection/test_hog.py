import numpy as np
import pytest

from engine.demo.footage import demo_walks
from engine.demo.scene import Scene
from engine.demo.sites import SITES
from engine.detection.hog import PERSON_HEIGHT, PERSON_WIDTH, SCORES, HogDetector, _people_in


@pytest.fixture(scope="module")
def street():
    """Return two rendered frames of one camera, eight seconds apart."""
    scene = Scene(SITES[0], demo_walks()[SITES[0].name])
    return scene.draw(8.0).pixels, scene.draw(16.0).pixels


def test_the_person_is_the_middle_part_of_the_window():
    (person,) = _people_in(np.array([[100.0, 200.0, 64.0, 128.0]]))
    x, y, w, h = person
    assert (w, h) == pytest.approx((64 * PERSON_WIDTH, 128 * PERSON_HEIGHT))
    assert (x + w / 2, y + h / 2) == pytest.approx((132, 264))


@pytest.mark.parametrize("shape", [(1, 1), (20, 3000), (3000, 20), (64, 64), (240, 320)])
def test_an_empty_frame_of_any_shape_has_no_people(shape):
    assert HogDetector().detect(np.full((*shape, 3), 128, dtype=np.uint8)) == []


def test_what_is_found_in_a_frame_does_not_depend_on_the_frames_before(street):
    first, second = street
    alone = HogDetector().detect(second)
    assert alone
    detector = HogDetector()
    detector.detect(first)
    assert detector.detect(second) == alone


def test_a_lower_score_finds_the_same_people_and_more(street):
    frame, _ = street
    usual, more = HogDetector().detect(frame), HogDetector(min_score=SCORES.lowest).detect(frame)
    assert len(more) > len(usual)
    assert [person for person in more if person.score >= SCORES.usual] == usual
