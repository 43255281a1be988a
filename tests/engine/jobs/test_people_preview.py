"""A few frames with whom the detector finds in them, before anything is taken in."""

import base64

import numpy as np
import pytest
from PIL import Image

from engine.demo.footage import demo_walks
from engine.demo.scene import Scene
from engine.demo.sites import SITES
from engine.detection.choose import DetectorKind
from engine.detection.hog import SCORES
from engine.errors import Cancelled, FileError
from engine.gallery.gallery import Gallery
from engine.imaging.jpeg import decode_jpeg
from engine.jobs.import_spec import ImportSpec
from engine.jobs.people_preview import MOST_FRAMES, _spread, preview_people
from engine.progress import Progress, ignore


def look(case, *paths, progress=None, **settings):
    spec = ImportSpec(case=case, paths=paths, detector=DetectorKind.HOG, **settings)
    return preview_people(spec, progress or Progress())


@pytest.fixture
def street(tmp_path):
    """Return a folder with two rendered frames of one camera."""
    folder = tmp_path / "street"
    folder.mkdir()
    scene = Scene(SITES[0], demo_walks()[SITES[0].name])
    for second in (8, 16):
        Image.fromarray(scene.draw(second).pixels).save(folder / f"{second:02}.png")
    return folder


def test_people_are_found_down_to_the_lowest_score_and_nothing_is_written(case, street):
    before = (case / "case.db").stat().st_mtime_ns
    seen = look(case, street)
    assert (seen.detector, seen.lowest_score, seen.usual_score) == ("hog", SCORES.lowest, SCORES.usual)
    assert [(frame.camera, frame.name, frame.number) for frame in seen.frames] == [
        ("street", "08.png", 1),
        ("street", "16.png", 2),
    ]
    scores = [person.score for frame in seen.frames for person in frame.people]
    assert min(scores) < SCORES.usual < max(scores)
    with Gallery.open(case, read_only=True) as gallery:
        assert gallery.sources() == []
    assert (case / "case.db").stat().st_mtime_ns == before


def test_the_picture_is_the_frame(case, street):
    frame = look(case, street).frames[0]
    shown = decode_jpeg(base64.b64decode(frame.jpeg))
    assert shown.shape == (frame.height_px, frame.width_px, 3)
    original = np.asarray(Image.open(street / "08.png"))
    assert np.abs(shown.astype(int) - original).mean() < 4


def test_a_large_frame_is_shown_smaller_while_its_boxes_stay_in_its_own_pixels(case, tmp_path):
    (tmp_path / "wide").mkdir()
    Image.fromarray(np.full((300, 2600, 3), 90, dtype=np.uint8)).save(tmp_path / "wide" / "a.png")
    (frame,) = look(case, tmp_path / "wide").frames
    assert (frame.width_px, frame.height_px) == (2600, 300)
    assert decode_jpeg(base64.b64decode(frame.jpeg)).shape == (148, 1280, 3)


def test_frames_are_spread_over_a_video(case, video):
    seen = look(case, video)
    assert [frame.number for frame in seen.frames] == [4, 11, 17, 24, 31, 37]


@pytest.mark.parametrize(("count", "wanted"), [(1, 6), (3, 6), (6, 6), (100, 4), (7, 1)])
def test_places_are_spread_and_none_comes_twice(count, wanted):
    places = _spread(count, wanted)
    assert len(places) == len(set(places)) <= min(count, wanted)
    assert all(0 <= place < count for place in places)
    assert list(places) == sorted(places)


def test_every_camera_is_shown_as_far_as_there_is_room(case, made, tmp_path):
    for number in range(MOST_FRAMES + 2):
        made.pictures(tmp_path / "all" / f"cam{number:02}", 3)
    seen = look(case, tmp_path / "all")
    assert (len(seen.frames), seen.sources_not_shown) == (MOST_FRAMES, 2)
    assert len({frame.camera for frame in seen.frames}) == MOST_FRAMES


def test_cameras_are_called_as_the_import_will_call_them(case, made, tmp_path):
    folder = made.pictures(tmp_path / "mixed", 1, name="gate_20260301_120410_{}.png")
    made.pictures(tmp_path / "mixed", 1, name="door_20260301_120410_{}.png")
    seen = look(case, folder, name_pattern="{camera}_{date}_{time}_{n}")
    assert {frame.camera for frame in seen.frames} == {"gate", "door"}
    assert {frame.camera for frame in look(case, folder, camera="yard").frames} == {"yard"}


def test_a_frame_that_cannot_be_read_is_named_and_the_others_are_shown(case, street):
    (street / "12.png").write_bytes(b"no picture")
    seen = look(case, street)
    assert len(seen.frames) == 2 and len(seen.problems) == 1 and "12.png" in seen.problems[0]


def test_footage_of_which_no_frame_can_be_read_is_refused(case, tmp_path):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "a.png").write_bytes(b"no picture")
    with pytest.raises(FileError, match=r"a\.png"):
        look(case, tmp_path / "broken")
    (tmp_path / "clip.avi").write_bytes(b"no video")
    with pytest.raises(FileError, match=r"clip\.avi"):
        look(case, tmp_path / "clip.avi")


def test_it_can_be_cancelled(case, street):
    with pytest.raises(Cancelled):
        look(case, street, progress=Progress(ignore, lambda: True))
