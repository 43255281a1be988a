"""What a crop cannot show of a person: drawn cases whose answer geometry gives."""

from dataclasses import replace

import numpy as np
import pytest

from engine.demo.appearance import Appearance
from engine.demo.camera import Camera
from engine.demo.figure import figure_surfaces, gait_of
from engine.demo.hidden import Window, hidden_attributes
from engine.demo.light import DAYLIGHTS
from engine.demo.pose import HEIGHT_M
from engine.demo.splat import Stand, draw_surfaces

CAMERA = Camera(height_m=2.0, pitch=0.05, yaw=0.0, focal_px=900, size_px=(400, 400))
ALL = Window(0, 0, 400, 400)
TOWARDS, AWAY = np.pi, 0.0


@pytest.fixture
def wearing(people):
    """Return somebody who wears this and nothing else that could be hidden."""
    bare = frozenset(
        name for name in people[0].attributes if not name.startswith(("accessory", "carrying", "upperBodyLogo"))
    )
    return lambda *names: Appearance(attributes=bare | set(names), look=people[0].look)


def drawn(person, facing, *, x=0.0, y=9.0):
    stand = Stand(x=x, y=y, facing=facing, scale=person.look.height_m / HEIGHT_M)
    return draw_surfaces(figure_surfaces(person, gait_of(person, 0.1, 0.1)), stand, CAMERA, DAYLIGHTS["overcast"])


@pytest.mark.parametrize(
    ("name", "from_before", "from_behind"),
    [
        ("accessorySunglasses", False, True),
        ("upperBodyLogo", False, True),
        ("carryingBackpack", False, False),  # from before its straps are seen
        ("accessoryHat", False, False),
    ],
)
def test_the_side_turned_away_is_hidden(wearing, name, from_before, from_behind):
    for facing, is_hidden in ((TOWARDS, from_before), (AWAY, from_behind)):
        assert (name in hidden_attributes(drawn(wearing(name), facing), [], ALL)) is is_hidden


def test_who_stands_before_hides_and_who_stands_aside_does_not(wearing):
    person, other = drawn(wearing("accessorySunglasses"), TOWARDS), wearing()
    tall = replace(other, look=replace(other.look, height_m=2.1))
    assert "accessorySunglasses" in hidden_attributes(person, [drawn(tall, AWAY, y=8.0)], ALL)
    assert not hidden_attributes(person, [drawn(tall, AWAY, x=1.0, y=8.0)], ALL)


def test_what_lies_outside_the_window_is_hidden(wearing):
    person = drawn(wearing("carryingLuggageCase"), TOWARDS)
    assert not hidden_attributes(person, [], ALL)
    middle = person.left + person.coverage.shape[1] // 2
    head = Window(middle - 20, person.top, middle + 20, person.top + 40)
    assert hidden_attributes(person, [], head) == {"carryingLuggageCase", "carryingNothing"}


def test_where_one_of_two_things_is_seen_it_is_plain_that_there_is_something(wearing):
    person = drawn(wearing("accessoryHat", "accessorySunglasses"), AWAY)
    assert hidden_attributes(person, [], ALL) == {"accessorySunglasses"}


def test_nothing_worn_hides_nothing(wearing):
    assert hidden_attributes(drawn(wearing(), AWAY), [], ALL) == frozenset()
