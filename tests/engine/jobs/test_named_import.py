"""Imports that read cameras and times from names, lists and containers."""

from datetime import UTC, datetime

import numpy as np
import pytest
from PIL import Image

from engine.detection.choose import DetectorKind
from engine.errors import ConfigError, FileError
from engine.gallery.camera_clock import CameraClock
from engine.gallery.gallery import Gallery
from engine.gallery.records import SourceKind
from engine.jobs.import_footage import import_footage
from engine.jobs.import_spec import ImportSpec
from engine.jobs.name_preview import preview_names
from engine.progress import Noted, Progress


def spec(case, *paths, **settings):
    return ImportSpec(case=case, paths=paths, detector=DetectorKind.NONE, kind=SourceKind.FRAMES, **settings)


def run(case, *paths, events=None, **settings):
    return import_footage(spec(case, *paths, **settings), Progress(([] if events is None else events).append))


def facts(case):
    with Gallery.open(case, read_only=True) as gallery:
        return {
            crop.frame_path.name: (crop.camera, None if crop.time is None else crop.time.astimezone(UTC))
            for crop in gallery.crops()
        }


def save(folder, *names, exif=None):
    folder.mkdir(exist_ok=True)
    for number, name in enumerate(names):
        image = Image.fromarray(np.full((40, 30, 3), 20 + number, dtype=np.uint8))
        image.save(folder / name, **({} if exif is None else {"exif": exif}))
    return folder


@pytest.fixture
def mixed(tmp_path):
    return save(
        tmp_path / "mixed",
        "gate_20260301_120410_1.png",
        "door_20260301_120410_1.png",
        "gate_20260301_120412_2.png",
        "20260301_120410.png",
        "door_20261301_120410_1.png",
    )


def test_one_folder_gives_a_source_for_each_camera_and_names_that_say_nothing_are_counted_and_named(case, mixed):
    events = []
    pattern = "{camera}_{date}_{time}_{n}"
    summary = run(case, mixed, events=events, name_pattern=pattern, zone="UTC", ahead_s=250.0)
    assert (summary.frames, summary.names_unread, summary.failures) == (5, 2, 0)
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert facts(case) == {
        "gate_20260301_120410_1.png": ("gate", noon),
        "gate_20260301_120412_2.png": ("gate", noon.replace(second=2)),
        "door_20260301_120410_1.png": ("door", noon),
        "20260301_120410.png": ("mixed", None),  # its digits look like a time, but the pattern does not say so
        "door_20261301_120410_1.png": ("mixed", None),
    }
    (note,) = [event.text for event in events if isinstance(event, Noted) and "names" in event.text]
    assert "1 × does not fit the pattern (20260301_120410.png)" in note
    assert "1 × has digits that are no date and time (door_20261301_120410_1.png)" in note
    again = run(case, mixed, name_pattern=pattern, zone="UTC", ahead_s=250.0)
    assert (again.frames, again.skipped) == (0, 5)


def test_a_pattern_that_no_name_fits_takes_nothing_in(case, mixed):
    with pytest.raises(FileError, match=r"no file name can be read by the pattern.*--preview"):
        run(case, mixed, name_pattern="vivotek")
    assert facts(case) == {}


def test_a_camera_is_named_once(case, mixed):
    with pytest.raises(ConfigError, match="named by the pattern too"):
        run(case, mixed, name_pattern="usual", camera="gate")


def test_a_later_import_goes_by_the_clock_that_the_case_has_and_another_is_refused(case, tmp_path):
    first = save(tmp_path / "a", "20260301_120410.png")
    second = save(tmp_path / "b", "20260301_130410.png")
    run(case, first, camera="gate", zone="Asia/Tokyo", ahead_s=250.0)
    run(case, second, camera="gate")
    assert facts(case) == {
        "20260301_120410.png": ("gate", datetime(2026, 3, 1, 3, tzinfo=UTC)),
        "20260301_130410.png": ("gate", datetime(2026, 3, 1, 4, tzinfo=UTC)),
    }
    with pytest.raises(ConfigError, match="clock of camera gate; change it for all its frames with “bolo case camera"):
        run(case, second, camera="gate", zone="Europe/Berlin")
    with pytest.raises(ConfigError, match=r"clock offset = 1\.0"):
        run(case, second, camera="gate", ahead_s=1.0)


def test_what_was_recorded_is_kept_beside_what_is_true(case, tmp_path):
    run(case, save(tmp_path / "a", "20260301_120410.png"), camera="gate", zone="Europe/Berlin", ahead_s=250.0)
    with Gallery.open(case) as gallery:
        assert gallery.camera_clock("gate") == CameraClock(zone="Europe/Berlin", ahead_s=250)
        gallery.change_camera("gate", clock=CameraClock(zone="UTC"))
    assert facts(case) == {"20260301_120410.png": ("gate", datetime(2026, 3, 1, 12, 4, 10, tzinfo=UTC))}


def test_the_frames_of_a_video_are_corrected_too(case, video):
    run(case, video, start=datetime(2026, 10, 25, 2, 59, 58), camera="gate", zone="Europe/Berlin")
    with Gallery.open(case) as gallery:
        gallery.change_camera("gate", clock=CameraClock(zone="UTC", ahead_s=1.0))
        seconds = [crop.time.timestamp() for crop in gallery.crops()]
    first = datetime(2026, 10, 25, 2, 59, 57, tzinfo=UTC).timestamp()
    assert seconds == pytest.approx([first + number / 10 for number in range(40)])


def test_a_list_gives_times_and_cameras(case, tmp_path):
    folder = save(tmp_path / "a", "1.png", "2.png")
    times = tmp_path / "times.csv"
    times.write_text("file,time,camera\n1.png,2026-03-01T12:00:00,gate\n", encoding="utf-8")
    run(case, folder, time_list=times, zone="UTC")
    assert facts(case) == {"1.png": ("gate", datetime(2026, 3, 1, 12, tzinfo=UTC)), "2.png": ("a", None)}


@pytest.mark.parametrize("zone", [None, "Pacific/Kiritimati"])
def test_a_camera_that_was_never_set_does_not_end_the_import(case, tmp_path, zone):
    exif = Image.Exif()
    exif[0x0132] = "0001:01:01 00:00:00"
    summary = run(case, save(tmp_path / "a", "1.jpg", exif=exif), zone=zone)
    assert summary.frames == 1
    assert facts(case) == {"1.jpg": ("a", None)}


def test_a_preview_says_of_each_file_what_an_import_would_and_writes_nothing(case, mixed):
    preview = preview_names(spec(case, mixed, name_pattern="usual", zone="UTC", ahead_s=250.0), shown=4)
    assert (preview.total, preview.unread) == (5, 2)
    first, *_ = preview.files
    assert (first.path.name, first.camera) == ("20260301_120410.png", "mixed")
    assert first.remark == "does not fit the pattern" and first.time is None
    assert {(file.camera, file.raw, file.time) for file in preview.files[1:]} >= {
        ("gate", "2026-03-01T12:04:10", "2026-03-01T12:00:00+00:00")
    }
    assert "its clock: 2026-03-01T12:04:10" in "\n".join(preview.lines())
    assert facts(case) == {}


def test_a_preview_tells_of_hours_that_clocks_skip_and_repeat(case, tmp_path):
    folder = save(tmp_path / "a", "20260329_023000.png", "20261025_023000.png", "20261025_033000.png")
    skipped, repeated, plain = preview_names(spec(case, folder, zone="Europe/Berlin")).files
    assert ("skipped" in skipped.remark, "twice" in repeated.remark, plain.remark) == (True, True, "")


def test_an_import_goes_on_under_the_name_that_a_camera_has_been_given_since(case, mixed, tmp_path):
    run(case, mixed, name_pattern="usual", zone="UTC")
    with Gallery.open(case) as gallery:
        gallery.change_camera("gate", name="north gate")
        gallery.change_camera("north gate", name="gate 1")
    save(mixed, "gate_20260301_120500_3.png")
    again = run(case, mixed, name_pattern="usual", zone="UTC")
    assert (again.frames, again.skipped) == (1, 5)
    assert facts(case)["gate_20260301_120500_3.png"][0] == "gate 1"
    other = save(tmp_path / "other", "gate_20260301_120410_1.png", "gate_20260301_120410_2.png")
    run(case, other, name_pattern="usual", zone="UTC")  # another folder's gate is another camera
    with Gallery.open(case) as gallery:
        assert gallery.cameras() == ["door", "gate", "gate 1", "mixed"]
        gallery.change_camera("gate 1", name="gate 2")
        gallery.change_camera("gate 2", name="gate 1")
    assert run(case, mixed, name_pattern="usual", zone="UTC").skipped == 6
