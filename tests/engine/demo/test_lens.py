"""What the camera does to light."""

import numpy as np

from engine.demo.lens import Lens, photograph, stamp
from engine.demo.light import displayed, linear

CLEAR = Lens(
    softness_px=0.0, saturation=1.0, exposure=1.0, veil=0.0, noise=0.0, vignette=0.0, sharpening=0.0, jpeg_quality=95
)


def flat(*colour, size=64):
    return np.full((size, size, 3), colour, dtype=np.float32)


def test_a_faultless_lens_shows_a_colour_as_it_is():
    picture = photograph(flat(*linear((0.2, 0.5, 0.7))), CLEAR, np.random.default_rng(0))
    assert np.abs(picture.mean(axis=(0, 1)) / 255 - (0.2, 0.5, 0.7)).max() < 0.012


def test_display_values_and_linear_light_are_inverse_below_the_highlights():
    values = np.linspace(0, 0.8, 20, dtype=np.float32)
    assert np.allclose(displayed(linear(values)), values, atol=1e-4)


def test_highlights_never_pass_white():
    assert float(displayed(np.array([5.0, 50.0], dtype=np.float32)).max()) <= 1.0


def test_noise_is_that_of_the_seed():
    lens = Lens()
    first, again, other = (photograph(flat(0.2, 0.2, 0.2), lens, np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert np.array_equal(first, again) and not np.array_equal(first, other)


def test_corners_are_darker_than_the_middle():
    picture = photograph(flat(0.3, 0.3, 0.3), Lens(noise=0.0, vignette=0.4), np.random.default_rng(0))
    assert picture[0, 0].mean() < picture[32, 32].mean() - 10


def test_the_time_stamp_stands_in_the_lower_left_corner():
    picture = np.full((540, 960, 3), 120, dtype=np.uint8)
    stamp(picture, "GATE-A  2026-05-14 14:03:09")
    rows, columns = np.nonzero((picture != 120).any(axis=2))
    assert rows.min() > 480 and columns.min() < 30 and columns.max() < 480
    assert picture.max() > 220 and picture.min() < 40
