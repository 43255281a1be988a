"""Pictures for every room."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image


@pytest.fixture
def draw_picture():
    """Return what writes a picture of blurred blotches, another for each seed."""

    def write(path: Path, seed: int, size: tuple[int, int] = (40, 90)) -> Path:
        blotches = np.random.default_rng(seed).integers(0, 255, (12, 6, 3), dtype=np.uint8)
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(blotches).resize(size, Image.Resampling.BICUBIC).save(path)
        return path

    return write
