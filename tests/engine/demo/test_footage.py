"""The plan of the demo footage, and its files."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from engine.demo import footage
from engine.demo.cast import demo_cast
from engine.demo.footage import demo_walks, frame_name, render_demo_footage, source_folders
from engine.demo.sites import SITES
from engine.demo.truth import read_truth
from engine.errors import Cancelled
from engine.imaging.stills import read_still
from engine.progress import Progress


@pytest.fixture
def small_sites(monkeypatch):
    """Make the cameras' pictures small, so that a frame is drawn in a moment."""
    small = tuple(
        replace(site, camera=replace(site.camera, size_px=(320, 180), focal_px=site.camera.focal_px / 3))
        for site in SITES
    )
    monkeypatch.setattr(footage, "SITES", small)


def test_everyone_of_the_cast_walks_by_and_nobody_twice_past_one_camera():
    plan = demo_walks()
    numbers = Counter(walk.walker.number for walks in plan.values() for walk in walks)
    assert set(numbers) == set(range(len(demo_cast())))
    assert max(numbers.values()) == 2
    for walks in plan.values():
        assert len({walk.walker.number for walk in walks}) == len(walks)


def test_tracks_have_numbers_of_their_own():
    tracks = [walk.walker.track for walks in demo_walks().values() for walk in walks]
    assert sorted(tracks) == list(range(1, len(tracks) + 1))


def test_the_cast_has_no_two_people_of_one_category():
    categories = [person.attributes for person in demo_cast()]
    assert len(set(categories)) == len(categories)


def test_a_frames_name_carries_camera_and_time():
    time = datetime(2026, 5, 14, 14, 3, 9, 200_000, tzinfo=UTC)
    assert frame_name("gate-a", time) == "gate-a_20260514_140309_200.jpg"


def test_footage_is_one_folder_a_camera_with_the_truth_beside_them(tmp_path, small_sites):
    truth = render_demo_footage(tmp_path, Progress(), frames_per_site=2)
    assert truth == read_truth(tmp_path / "truth.json")
    assert len(truth.frames) == 2 * len(SITES)
    for folder in source_folders(tmp_path):
        assert len(list(folder.glob("*.jpg"))) == 2
    for frame in truth.frames:
        assert read_still(tmp_path / frame.file).pixels.shape == (180, 320, 3)


def test_footage_is_the_same_when_drawn_again_and_is_not_drawn_again_where_it_stands(tmp_path, small_sites):
    first = render_demo_footage(tmp_path / "one", Progress(), frames_per_site=1)
    events = []
    again = render_demo_footage(tmp_path / "one", Progress(events.append), frames_per_site=1)
    other = render_demo_footage(tmp_path / "other", Progress(), frames_per_site=1)
    assert first == again == other and events == []
    for frame in first.frames:
        assert (tmp_path / "one" / frame.file).read_bytes() == (tmp_path / "other" / frame.file).read_bytes()


def test_footage_with_a_frame_missing_is_drawn_again(tmp_path, small_sites):
    truth = render_demo_footage(tmp_path, Progress(), frames_per_site=1)
    (tmp_path / truth.frames[0].file).unlink()
    render_demo_footage(tmp_path, Progress(), frames_per_site=1)
    assert (tmp_path / truth.frames[0].file).is_file()


def test_a_cancel_leaves_no_truth_and_the_next_run_goes_through(tmp_path, small_sites):
    asked = iter([False, False, True])
    with pytest.raises(Cancelled):
        render_demo_footage(tmp_path, Progress(is_cancelled=lambda: next(asked)), frames_per_site=1)
    assert not (tmp_path / "truth.json").exists()
    assert len(render_demo_footage(tmp_path, Progress(), frames_per_site=1).frames) == len(SITES)
