"""The child that embeds a picture for the window, with the shipped model."""

import numpy as np
import pytest
from PIL import Image

from engine.errors import Cancelled, ImageError, MissingPathError
from engine.gallery.gallery import Gallery
from engine.jobs.embed_picture import embed_picture
from engine.jobs.picture_example import embed_picture_for
from engine.progress import Progress
from engine.registry.store import DEFAULT_MODEL, default_store
from engine.search.active_model import activate_model
from engine.search.examples import Example


@pytest.fixture
def picture(tmp_path):
    pixels = np.random.default_rng(3).integers(0, 255, (96, 48, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "her.png")
    return tmp_path / "her.png"


def test_a_picture_is_seen_as_the_cases_model_sees_it(case, picture):
    with Gallery.open(case) as gallery:
        activate_model(gallery, default_store().get(DEFAULT_MODEL))
    found = embed_picture_for(case, picture, Progress())
    expected = embed_picture(default_store().get(DEFAULT_MODEL), picture)
    fields = {"name": found.name, "sha256": found.sha256, "vector": list(found.vector), "model_id": found.model_id}
    assert Example.from_log(fields) == expected
    assert np.allclose(found.vector, expected.vector, atol=1e-6)
    assert found.model_id == default_store().get(DEFAULT_MODEL).card.model_id


def test_what_is_no_picture_is_said_before_a_model_is_loaded(case, tmp_path):
    (tmp_path / "notes.png").write_text("no picture")
    with Gallery.open(case) as gallery:
        gallery.log("model activated", {"model_id": "gone"})
    with pytest.raises(ImageError, match=r"notes\.png"):
        embed_picture_for(case, tmp_path / "notes.png", Progress())
    with pytest.raises(MissingPathError, match=r"no\.png"):
        embed_picture_for(case, tmp_path / "no.png", Progress())


def test_a_cancel_stops_before_the_model_is_loaded(case, picture):
    with pytest.raises(Cancelled):
        embed_picture_for(case, picture, Progress(is_cancelled=lambda: True))
