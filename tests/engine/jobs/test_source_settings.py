"""Imports with a minimum height, a score and ignored zones; gone on with as they were begun."""

import os
from dataclasses import dataclass
from itertools import count

import pytest

from engine.detection.choose import DetectorKind
from engine.detection.detector import Detection, ScoreScale
from engine.detection.ignore_zone import IgnoreZone
from engine.detection.settings import CameraWish, DetectionSettings
from engine.errors import Cancelled, ConfigError
from engine.gallery.gallery import Gallery
from engine.gallery.records import SourceKind
from engine.imaging.box import Box
from engine.jobs import import_footage as job_module
from engine.jobs.import_footage import import_footage
from engine.jobs.import_spec import ImportSpec
from engine.progress import Progress, ignore, never

LEFT_HALF = IgnoreZone.from_text("0,0 0.5,0 0.5,1 0,1")
SCORES = ScoreScale(lowest=0.1, usual=0.5, highest=1.0)


@dataclass
class Three:
    """Finds a low one, one at the left and one at the right of the made frames of 30 × 40, and an unsure one."""

    down_to: float
    name = "three"
    scores = SCORES

    def detect(self, pixels):
        boxes = (Box(18, 10, 6, 24), Box(4, 10, 6, 24), Box(18, 0, 4, 8), Box(24, 10, 6, 25))
        found = [Detection(box, score) for box, score in zip(boxes, (0.9, 0.8, 0.7, 0.3), strict=True)]
        return [person for person in found if person.score >= self.down_to]


@pytest.fixture(autouse=True)
def three(monkeypatch):
    made = []

    def choose(_kind, _weights, down_to, *, count):
        made.extend(Three(SCORES.usual if down_to is None else min(down_to, SCORES.usual)) for _ in range(count))
        return made[-count:]

    monkeypatch.setattr(job_module, "choose_detectors", choose)
    return made


def run(case, *paths, stop_after=None, **settings):
    looks = count()
    is_cancelled = (lambda: next(looks) >= stop_after) if stop_after is not None else never
    spec = ImportSpec(case=case, paths=paths, detector=DetectorKind.HOG, kind=SourceKind.FRAMES, **settings)
    return import_footage(spec, Progress(ignore, is_cancelled))


def boxes(case):
    with Gallery.open(case, read_only=True) as gallery:
        return [(crop.frame_path.name, crop.camera, crop.box.x) for crop in gallery.crops()]


def test_who_is_too_low_or_stands_in_a_zone_is_left_out_and_counted(case, made, tmp_path):
    pictures = made.pictures(tmp_path / "gate", 3)
    wishes = (CameraWish(min_height_px=20), CameraWish(camera="gate", zone=LEFT_HALF))
    summary = run(case, pictures, detection=wishes)
    assert (summary.crops, summary.too_low, summary.ignored) == (3, 3, 3)
    assert [x for _, _, x in boxes(case)] == [18, 18, 18]


def test_without_a_word_everybody_is_taken_whom_the_detector_usually_finds(case, made, tmp_path):
    summary = run(case, made.pictures(tmp_path / "gate", 1))
    assert (summary.crops, summary.too_low, summary.ignored) == (3, 0, 0)


def test_a_camera_has_a_score_of_its_own(case, made, tmp_path, three):
    gate, door = made.pictures(tmp_path / "gate", 1), made.pictures(tmp_path / "door", 1, first=2)
    wishes = (CameraWish(camera="gate", min_score=0.2), CameraWish(camera="door", min_score=0.85))
    run(case, gate, door, detection=wishes)
    assert three[0].down_to == 0.2
    assert [x for _, camera, x in boxes(case) if camera == "gate"] == [18, 4, 18, 24]
    assert [x for _, camera, x in boxes(case) if camera == "door"] == [18]


def test_a_broken_off_import_goes_on_as_it_was_begun_though_nothing_is_said_again(case, made, tmp_path):
    pictures = made.pictures(tmp_path / "gate", 40)
    wishes = (CameraWish(min_height_px=20, min_score=0.2), CameraWish(zone=LEFT_HALF))
    with pytest.raises(Cancelled):
        run(case, pictures, detection=wishes, stop_after=17)
    taken = len({name for name, _, _ in boxes(case)})
    assert 0 < taken < 40
    rest = run(case, pictures, detection=())
    assert rest.frames == 40 - taken
    found = boxes(case)
    assert len(found) == 80 and {x for _, _, x in found} == {18, 24}


def test_the_same_words_again_are_no_contradiction(case, made, tmp_path):
    pictures = made.pictures(tmp_path / "gate", 2)
    wishes = (CameraWish(min_height_px=20), CameraWish(zone=LEFT_HALF))
    run(case, pictures, detection=wishes)
    assert run(case, pictures, detection=wishes).skipped == 2


def test_other_settings_than_a_source_was_begun_with_are_refused(case, made, tmp_path):
    pictures = made.pictures(tmp_path / "gate", 2)
    run(case, pictures, detection=(CameraWish(min_height_px=20),))
    with pytest.raises(ConfigError, match=r"begun.*height from 20 px"):
        run(case, pictures, detection=(CameraWish(min_height_px=30),))
    with Gallery.open(case, read_only=True) as gallery:
        assert gallery.detection_settings(gallery.sources()[0].id) == DetectionSettings(min_height_px=20)


def test_settings_may_change_until_the_first_frame_is_in(case, made, tmp_path):
    pictures = made.pictures(tmp_path / "gate", 2)
    with pytest.raises(Cancelled):
        run(case, pictures, detection=(CameraWish(min_height_px=20),), stop_after=0)
    run(case, pictures, detection=(CameraWish(min_height_px=5),))
    assert len(boxes(case)) == 6


def test_a_camera_that_the_footage_does_not_have_is_refused_before_anything_is_taken(case, made, tmp_path):
    pictures = made.pictures(tmp_path / "gate", 2)
    with pytest.raises(ConfigError, match="“gate”"):
        run(case, pictures, detection=(CameraWish(camera="gaet", zone=LEFT_HALF),))
    assert boxes(case) == []


def test_a_score_that_nobody_can_have_is_refused(case, made, tmp_path):
    with pytest.raises(ConfigError, match="leave everybody out"):
        run(case, made.pictures(tmp_path / "gate", 2), detection=(CameraWish(min_score=1.5),))


def test_zones_need_whole_frames(case, tmp_path):
    with pytest.raises(ConfigError, match="whole frames"):
        ImportSpec(case=case, paths=(tmp_path,), detector=DetectorKind.NONE, detection=(CameraWish(zone=LEFT_HALF),))


def test_the_folders_are_looked_through_once(case, made, tmp_path, monkeypatch):
    listed, scandir = [], os.scandir

    def list_and_note(path):
        listed.append(path)
        return scandir(path)

    pictures = made.pictures(tmp_path / "gate", 2)
    monkeypatch.setattr("engine.jobs.scan.os.scandir", list_and_note)
    run(case, pictures, detection=(CameraWish(camera="gate", zone=LEFT_HALF),))
    assert listed.count(pictures) == 1
