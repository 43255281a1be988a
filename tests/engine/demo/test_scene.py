"""A camera's view with people in it, against its truth."""

import numpy as np
import pytest

from engine.demo import scene as module
from engine.demo.scene import Scene
from engine.demo.walk import Walk, Walker


def walking(person, track, x, y, dx=0.0):
    walker = Walker(track=track, number=track, person=person)
    return Walk(walker=walker, start_s=0.0, x=x, y=y, dx=dx, dy=-0.01, phase=0.1)


@pytest.fixture(scope="module")
def scene_of(clear_site):
    return lambda *walks: Scene(clear_site, walks)


def test_the_same_time_gives_the_same_bytes(scene_of, people):
    walk = walking(people[0], 1, 0.3, 9.0, dx=1.0)
    first, second = (scene_of(walk).draw(0.2, "GATE 14:03") for _ in range(2))
    assert np.array_equal(first.pixels, second.pixels) and first.people == second.people


def test_a_person_moves_from_frame_to_frame(scene_of, people):
    scene = scene_of(walking(people[0], 1, -0.5, 9.0, dx=1.2))
    before, after = scene.draw(0.0).people[0].box, scene.draw(0.5).people[0].box
    assert after.x - before.x == pytest.approx(0.6 * 420 / 9.0, rel=0.35)


@pytest.mark.parametrize("index", range(5))
def test_the_true_box_is_where_the_frame_differs_from_the_empty_one(scene_of, people, index, monkeypatch):
    monkeypatch.setattr(module, "cast_shadow", lambda *_: None)
    person = next(person for person in people[index * 7 :] if not person.has("carryingLuggageCase"))
    drawn, empty = scene_of(walking(person, 1, 0.2, 9.5)).draw(0.0), scene_of().draw(0.0)
    changed = np.abs(drawn.pixels.astype(int) - empty.pixels).max(axis=2) > 14
    rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
    box = drawn.people[0].box
    assert (columns[0], rows[0]) == pytest.approx((box.x, box.y), abs=3)
    assert (columns[-1] + 1, rows[-1] + 1) == pytest.approx((box.x + box.w, box.y + box.h), abs=3)
    assert drawn.people[0].visible == 1.0


def test_a_shadow_lies_on_the_ground_beside_the_person(scene_of, people):
    drawn, empty = scene_of(walking(people[0], 1, 0.0, 9.0)).draw(0.0), scene_of().draw(0.0)
    box = drawn.people[0].box
    feet = slice(int(box.y + box.h - 3), int(box.y + box.h + 4)), slice(int(box.x), int(box.x + box.w))
    assert drawn.pixels[feet].mean() < empty.pixels[feet].mean() - 4


def test_who_stands_behind_another_is_seen_in_part(scene_of, people):
    behind, before = walking(people[0], 1, 0.15, 10.5), walking(people[1], 2, 0.0, 9.0)
    seen = {person.track: person for person in scene_of(behind, before).draw(0.0).people}
    assert seen[2].visible == 1.0
    assert 0.05 <= seen[1].visible < 0.7
    alone = scene_of(behind).draw(0.0).people[0]
    assert seen[1].box == alone.box  # the box is of the whole person


def test_who_is_cut_by_the_edge_has_a_box_within_the_frame(scene_of, people, clear_site):
    width, height = clear_site.camera.size_px
    edge = 9.0 * width / 2 / clear_site.camera.focal_px
    seen = scene_of(walking(people[0], 1, edge, 9.0)).draw(0.0).people[0]
    assert seen.visible < 0.9
    assert seen.box.x >= 0 and seen.box.x + seen.box.w <= width and seen.box.y + seen.box.h <= height


def test_nobody_is_drawn_far_outside_the_view(scene_of, people):
    assert scene_of(walking(people[0], 1, 40.0, 9.0)).draw(0.0).people == ()
