"""Training crops."""

import numpy as np
import pytest

from engine.demo import crops as module
from engine.demo.appearance import sample_attributes, vector_of
from engine.demo.cast import demo_cast, demo_categories
from engine.demo.crops import render_training_crops
from engine.errors import Cancelled
from engine.progress import Progress


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others():
    first, again, other = (render_training_crops(3, seed) for seed in (5, 5, 6))
    assert all(np.array_equal(a, b) for a, b in zip(first.pixels, again.pixels, strict=True))
    assert np.array_equal(first.vectors, again.vectors) and np.array_equal(first.known, again.known)
    assert any(a.shape != b.shape or not np.array_equal(a, b) for a, b in zip(first.pixels, other.pixels, strict=True))


def test_crops_are_pictures_of_upright_people_with_whole_categories(peta):
    crops = render_training_crops(4, 8)
    assert crops.vectors.shape == (4, peta.size) and crops.vectors.dtype == np.uint8
    for pixels in crops.pixels:
        assert pixels.dtype == np.uint8 and pixels.shape[2] == 3
        assert 40 <= pixels.shape[0] <= 380 and pixels.shape[1] < 1.4 * pixels.shape[0]
        assert pixels.std() > 5
    for group in peta.groups:
        if group.exclusive:
            assert (crops.vectors[:, peta.slice_of(group)].sum(axis=1) == 1).all()


def test_no_crop_has_a_category_of_the_demo(peta, monkeypatch):
    taken = {vector_of(attributes, peta).tobytes() for attributes in demo_categories()}
    forced = iter([person.attributes for person in demo_cast()[:3]])
    real = module.sample_attributes
    monkeypatch.setattr(module, "sample_attributes", lambda rng: next(forced, None) or real(rng))
    crops = render_training_crops(2, 1)
    assert next(forced, None) is None  # the demo's own were offered, and refused
    assert not {vector.tobytes() for vector in crops.vectors} & taken


def test_two_processes_draw_what_one_does():
    many = module.CROPS_PER_SCENE + 2
    one, two = (render_training_crops(many, 3, processes=processes) for processes in (1, 2))
    assert all(np.array_equal(a, b) for a, b in zip(one.pixels, two.pixels, strict=True))
    assert np.array_equal(one.vectors, two.vectors) and np.array_equal(one.known, two.known)


def test_only_what_is_worn_is_unknown_and_the_rest_of_its_group_with_it(peta):
    crops = render_training_crops(40, 4)
    hidden, worn = crops.known == 0, crops.vectors == 1
    nothing = [peta.index("accessoryNothing"), peta.index("carryingNothing")]
    others = np.setdiff1d(np.arange(peta.size), nothing)
    assert hidden.any() and not (hidden & ~worn)[:, others].any()
    sunglasses = peta.index("accessorySunglasses")
    assert 0.1 < hidden[worn[:, sunglasses], sunglasses].mean() < 0.9  # some walk towards the camera


def test_a_cancelled_drawing_ends():
    stop = Progress(is_cancelled=lambda: True)
    with pytest.raises(Cancelled):
        render_training_crops(4, 1, progress=stop)


def test_none_asked_for_gives_none(peta):
    crops = render_training_crops(0, 1)
    assert crops.pixels == [] and crops.vectors.shape == crops.known.shape == (0, peta.size)


def test_rare_attributes_are_drawn_more_often_than_people_have_them():
    rng = np.random.default_rng(2)
    taught = [module._stranger(rng).attributes for _ in range(2000)]
    usual = [sample_attributes(rng) for _ in range(2000)]
    for rare in ("carryingLuggageCase", "carryingPlasticBags", "lowerBodyLongSkirt", "upperBodyPlaid"):
        assert sum(rare in person for person in taught) > 1.2 * sum(rare in person for person in usual)
