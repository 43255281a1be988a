import numpy as np
import pytest
from PIL import Image, ImageFilter

from engine.imaging.box import Box
from engine.imaging.quality import measure_quality

NOISE = np.random.default_rng(1).integers(0, 256, (20, 12, 3), dtype=np.uint8)


def test_sharpness_is_the_variance_of_the_laplacian_by_a_slow_loop():
    grey = [[0.299 * r + 0.587 * g + 0.114 * b for r, g, b in row] for row in NOISE.tolist()]
    values = [
        grey[y - 1][x] + grey[y + 1][x] + grey[y][x - 1] + grey[y][x + 1] - 4 * grey[y][x]
        for y in range(1, 19)
        for x in range(1, 11)
    ]
    mean = sum(values) / len(values)
    expected = sum((value - mean) ** 2 for value in values) / len(values)
    measured = measure_quality(NOISE, Box(5, 5, 12, 20), (100, 100)).sharpness
    assert measured == pytest.approx(expected, rel=1e-4)


def test_a_blurred_crop_is_less_sharp():
    blurred = np.array(Image.fromarray(NOISE).filter(ImageFilter.GaussianBlur(2)))
    box = Box(5, 5, 12, 20)
    assert measure_quality(blurred, box, (99, 99)).sharpness < 0.1 * measure_quality(NOISE, box, (99, 99)).sharpness


def test_a_crop_too_small_for_a_laplacian_has_no_sharpness():
    assert measure_quality(NOISE[:2], Box(0, 0, 12, 2), (99, 99)).sharpness == 0


@pytest.mark.parametrize(
    "box, share",
    [(Box(10, 10, 20, 40), 0), (Box(0, 10, 20, 40), 0.25), (Box(80, 60, 20, 40), 0.5), (Box(0, 0, 100, 100), 1)],
)
def test_truncated_is_the_share_of_sides_at_the_edge(box, share):
    assert measure_quality(NOISE, box, (100, 100)).truncated == share


def test_height_is_the_boxs_own_without_the_margin():
    assert measure_quality(NOISE, Box(10, 10, 20, 40.4), (100, 100)).height_px == 40
