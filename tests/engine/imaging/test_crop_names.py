from pathlib import Path

import pytest

from engine.imaging.crop_names import camera_of_crop


@pytest.mark.parametrize(
    ("name", "camera"),
    [
        ("0002_c1s1_000451_03.jpg", "c1"),
        ("-1_c6s2_0001234_00.jpg.jpg", "c6"),  # some files of Market-1501 end twice
        ("0005_c2_f0046985.jpg", "c2"),
        ("0002_c1s1_000451.jpg", None),
        ("gate_c1s1_000451_03.jpg", None),
        ("0002_c1s1_000451_03_copy.jpg", None),
        ("IMG_20260301_120000.jpg", None),
    ],
)
def test_the_camera_of_a_crop(name, camera):
    assert camera_of_crop(Path("/data/market") / name) == camera
