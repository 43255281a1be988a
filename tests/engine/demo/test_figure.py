"""Whole people, as they are drawn."""

from dataclasses import replace

import numpy as np
import pytest

from engine.demo.appearance import Appearance, sample_look
from engine.demo.camera import Camera
from engine.demo.figure import draw_person, facing_along, gait_of
from engine.demo.head import head_surfaces
from engine.demo.light import DAYLIGHTS
from engine.demo.pose import HEIGHT_M, Gait, pose_at
from engine.demo.splat import Stand

CAMERA = Camera(height_m=1.0, pitch=0.0, yaw=0.0, focal_px=1000, size_px=(300, 300))
TOWARDS, AWAY = np.pi, 0.0
PLAIN = frozenset({
    "personalMale", "personalLess45", "upperBodyTshirt", "upperBodyRed", "upperBodyShortSleeve", "upperBodyCasual",
    "lowerBodyTrousers", "lowerBodyBlue", "lowerBodyCasual", "hairShort", "hairBlack", "footwearShoes", "footwearBlack",
    "carryingNothing", "accessoryNothing",
})  # fmt: skip

LOOK = sample_look(np.random.default_rng(4), PLAIN)


def drawn(attributes, *, facing=TOWARDS, seed=4, **changes):
    look = replace(sample_look(np.random.default_rng(seed), attributes), **changes)
    person = Appearance(attributes=attributes, look=look)
    stand = Stand(x=0.0, y=10.0, facing=facing)
    return draw_person(person, gait_of(person, 0.1, 0.0), stand, CAMERA, DAYLIGHTS["overcast"])


def mean_colour(sprite, low, high):
    """Return the mean colour between two heights in metres, over the middle of the body."""
    rows = slice(round(250 - high * 100) - sprite.top, round(250 - low * 100) - sprite.top)
    columns = slice(140 - sprite.left, 160 - sprite.left)
    return sprite.pixels[rows, columns].mean(axis=(0, 1))


def test_a_person_is_as_tall_as_the_look_says():
    sprite = drawn(PLAIN, height_m=1.8)
    rows = np.flatnonzero(sprite.coverage.max(axis=1) > 0.5)
    assert rows[-1] - rows[0] + 1 == pytest.approx(180, abs=5)  # 100 pixels a metre


def test_the_head_is_a_seventh_and_a_half_of_the_height():
    bald = Appearance(attributes=PLAIN - {"hairShort", "hairBlack"} | {"hairBald"}, look=LOOK)
    skull = head_surfaces(bald, pose_at(Gait(phase=0.0, vigour=0.0, stoop=0.0)))[0]
    up = np.array([0, 0, 1], dtype=np.float32)
    heights = skull.mesh(200.0, -up).seen_along(up)
    assert HEIGHT_M / float(heights.max() - heights.min()) == pytest.approx(7.5, abs=0.5)


def test_top_and_bottom_have_the_colours_that_are_said():
    sprite = drawn(PLAIN)
    top, bottom = mean_colour(sprite, 1.15, 1.3), mean_colour(sprite, 0.85, 0.88)
    assert top[0] > 2 * top[1] and top[0] > 2 * top[2]
    assert bottom[2] > bottom[0]


def test_short_sleeves_and_shorts_show_more_skin_than_long_ones():
    bare = (PLAIN - {"lowerBodyTrousers"}) | {"lowerBodyShorts"}
    skin = (0.95, 0.1, 0.9)  # unlike any cloth
    seen = []
    for attributes in (PLAIN, bare):
        colours = drawn(attributes, skin=skin).pixels
        seen.append(((colours[..., 2] > 3 * colours[..., 1]) & (colours[..., 0] > 3 * colours[..., 1])).sum())
    assert seen[1] > 1.3 * seen[0]


@pytest.mark.parametrize("bag", ["Backpack", "MessengerBag", "Suitcase", "LuggageCase", "PlasticBags"])
def test_a_bag_changes_the_picture(bag):
    with_bag = (PLAIN - {"carryingNothing"}) | {f"carrying{bag}"}
    plain, carrying = (drawn(attributes, facing=np.pi / 2).coverage.sum() for attributes in (PLAIN, with_bag))
    assert carrying > plain * 1.04


def test_a_trolley_does_not_widen_the_persons_box():
    pulling = (PLAIN - {"carryingNothing"}) | {"carryingLuggageCase"}
    sprite = drawn(pulling, facing=np.pi / 2)
    columns = [np.flatnonzero((mask > 0.4).any(axis=0)) for mask in (sprite.coverage, sprite.person)]
    assert columns[0].size > columns[1].size + 5


def test_long_hair_hides_the_neck_from_behind():
    long = (PLAIN - {"hairShort"}) | {"hairLong"}
    black, skin = (0.05, 0.05, 0.05), (0.95, 0.1, 0.9)
    short_haired, long_haired = (
        drawn(attributes, facing=AWAY, hair=black, skin=skin, height_m=1.75, stoop=0.0) for attributes in (PLAIN, long)
    )
    assert mean_colour(short_haired, 1.49, 1.53)[0] > 3 * mean_colour(long_haired, 1.49, 1.53)[0]


def test_people_face_the_way_they_walk():
    assert facing_along(0.0, 1.0) == pytest.approx(0.0)
    assert facing_along(1.0, 0.0) == pytest.approx(np.pi / 2)
