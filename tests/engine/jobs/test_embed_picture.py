"""A picture from disk as an example to search by."""

import numpy as np
import pytest
from PIL import Image

from engine.errors import ImageError, MissingPathError
from engine.imaging.digest import sha256_of
from engine.jobs.embed_picture import embed_picture
from engine.registry.loading import load_model
from engine.registry.store import default_store


def test_a_picture_is_embedded_as_a_crop_of_it_would_be(tmp_path):
    installed = default_store().get("peta-lite0")
    pixels = np.random.default_rng(2).integers(0, 255, (120, 60, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "her.png")

    example = embed_picture(installed, tmp_path / "her.png")

    assert (example.crop_id, example.name, example.sha256) == (None, "her.png", sha256_of(tmp_path / "her.png"))
    assert example.vector == pytest.approx(load_model(installed).embed_images([pixels]).vectors[0], abs=1e-5)


def test_what_is_no_picture_is_one_sentence(tmp_path):
    installed = default_store().get("peta-lite0")
    (tmp_path / "her.png").write_bytes(b"no picture")
    with pytest.raises(ImageError):
        embed_picture(installed, tmp_path / "her.png")
    with pytest.raises(MissingPathError):
        embed_picture(installed, tmp_path / "nobody.png")
