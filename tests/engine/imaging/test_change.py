import numpy as np
import pytest

from engine.errors import ConfigError
from engine.imaging.change import ChangeWatch


@pytest.fixture
def street():
    """A grey street with noise, 576 × 768."""
    return np.random.default_rng(1).normal(120, 6, (576, 768, 3))


def seen(pixels):
    return np.clip(pixels, 0, 255).astype(np.uint8)


def with_person(street, x, brightness=60):
    with_one = street.copy()
    with_one[300:360, x : x + 24] = brightness  # a tenth of the frame's height
    return with_one


def test_the_first_frame_and_a_person_who_comes_moves_or_goes_are_changes(street):
    watch = ChangeWatch()
    frames = [street, with_person(street, 100), with_person(street, 140), street]
    assert [watch.has_changed(seen(frame)) for frame in frames] == [True] * 4


def test_noise_alone_is_no_change(street):
    watch, noise = ChangeWatch(), np.random.default_rng(2)
    watch.has_changed(seen(street))
    assert not any(watch.has_changed(seen(street + noise.normal(0, 8, street.shape))) for _ in range(5))


def test_more_light_on_everything_is_no_change(street):
    watch = ChangeWatch()
    watch.has_changed(seen(street))
    assert not watch.has_changed(seen(street + 25))


def test_a_slow_change_is_seen_in_the_end(street):
    watch = ChangeWatch()
    changes = [watch.has_changed(seen(with_person(street, 100, 120 - 4 * step))) for step in range(10)]
    assert changes[0] and not changes[1] and any(changes[2:])


def test_another_size_is_a_change():
    watch = ChangeWatch()
    assert watch.has_changed(np.zeros((40, 30, 3), np.uint8))
    assert watch.has_changed(np.zeros((30, 40, 3), np.uint8))
    assert not watch.has_changed(np.zeros((30, 40, 3), np.uint8))


def test_a_frame_of_one_pixel_is_compared_too():
    watch = ChangeWatch()
    assert watch.has_changed(np.zeros((1, 1, 3), np.uint8))
    assert not watch.has_changed(np.zeros((1, 1, 3), np.uint8))


def test_a_difference_of_nothing_is_refused():
    with pytest.raises(ConfigError, match="difference"):
        ChangeWatch(0)
