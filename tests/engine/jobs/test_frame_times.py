from datetime import UTC, datetime
from pathlib import Path

import pytest

from engine.gallery.camera_clock import CameraClock, RecordedTime
from engine.imaging.name_pattern import NamePattern
from engine.jobs.frame_times import FrameTimes, time_in_name
from engine.jobs.naming import Naming

NOON = datetime(2026, 3, 1, 12, 30, 15)


@pytest.mark.parametrize(
    "name",
    [
        "gate_20260301_123015.jpg",
        "20260301123015.png",
        "cam2 2026-03-01 12.30.15.jpg",
        "2026-03-01T12-30-15_gate.jpg",
        "IMG_20260301_123015_000123.jpg",
        "99999999_gate-2026.03.01-12h30m15.jpg",
    ],
)
def test_a_time_is_found_anywhere_in_a_name(name):
    assert time_in_name(name) == NOON


@pytest.mark.parametrize("name", ["gate_20260301_123015_250.jpg", "20260301123015250.jpg", "20260301_123015.250.jpg"])
def test_three_digits_after_the_seconds_are_milliseconds(name):
    assert time_in_name(name) == NOON.replace(microsecond=250_000)


def test_a_z_says_utc():
    assert time_in_name("20260301T123015Z.jpg") == NOON.replace(tzinfo=UTC)


@pytest.mark.parametrize("name", ["frame_000123.jpg", "20261301_123015.jpg", "120260301_123015.jpg", "a.jpg", ""])
def test_other_digits_are_no_time(name):
    assert time_in_name(name) is None


def times(zone=None, **settings):
    return FrameTimes(clock=CameraClock(zone=zone), **settings)


def utc(found, recorded):
    return found.corrected(recorded).astimezone(UTC)


def test_a_picture_takes_its_name_before_its_exif_and_always_has_a_zone():
    berlin, exif = times("Europe/Berlin"), datetime(2020, 7, 1, 8)
    named = berlin.of_picture(Path("gate_20260301_123015.jpg"), exif)
    assert named == RecordedTime(NOON)  # as the recorder wrote it
    assert utc(berlin, named) == datetime(2026, 3, 1, 11, 30, 15, tzinfo=UTC)
    unnamed = berlin.of_picture(Path("a.jpg"), exif)
    assert utc(berlin, unnamed) == datetime(2020, 7, 1, 6, tzinfo=UTC)  # summer
    assert berlin.of_picture(Path("a.jpg"), None) is None


def test_a_zone_that_the_camera_wrote_is_kept():
    exif = datetime(2020, 7, 1, 8, tzinfo=UTC)
    tokyo = times("Asia/Tokyo")
    assert tokyo.corrected(tokyo.of_picture(Path("a.jpg"), exif)) == exif


def test_without_a_zone_it_is_the_computers():
    here = times()
    assert here.corrected(here.of_picture(Path("20260301_123015.jpg"), None)) == NOON.astimezone()


def test_a_videos_start_may_stand_in_its_name_and_the_user_goes_before():
    path = Path("gate_20260301_123015.avi")
    assert times("UTC").of_video(path) == RecordedTime(NOON)
    assert times("UTC", start=datetime(2027, 1, 1)).of_video(path) == RecordedTime(datetime(2027, 1, 1))
    assert times("UTC").of_video(Path("a.avi")) is None


def test_a_pattern_that_says_where_the_time_stands_leaves_no_other_digits_to_be_taken_for_it():
    naming = Naming(pattern=NamePattern("{camera}_{date}_{time}"))
    path = Path("20250101_000000 gate.jpg")  # what would be found without it
    assert times("UTC").of_picture(path, None) is not None
    assert times("UTC", naming=naming).of_picture(path, None) is None
    assert times("UTC", naming=Naming(pattern=NamePattern("{camera}"))).of_picture(path, None) is not None
