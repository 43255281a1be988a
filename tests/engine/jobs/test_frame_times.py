from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from engine.errors import ConfigError
from engine.jobs.frame_times import FrameTimes, time_in_name

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


def test_a_picture_takes_its_name_before_its_exif_and_always_has_a_zone():
    times = FrameTimes(zone="Europe/Berlin")
    exif = datetime(2020, 7, 1, 8)
    assert times.of_picture(Path("gate_20260301_123015.jpg"), exif).astimezone(UTC) == datetime(
        2026, 3, 1, 11, 30, 15, tzinfo=UTC
    )
    assert times.of_picture(Path("a.jpg"), exif).astimezone(UTC) == datetime(2020, 7, 1, 6, tzinfo=UTC)  # summer
    assert times.of_picture(Path("a.jpg"), None) is None


def test_a_zone_that_the_camera_wrote_is_kept():
    exif = datetime(2020, 7, 1, 8, tzinfo=UTC)
    assert FrameTimes(zone="Asia/Tokyo").of_picture(Path("a.jpg"), exif) == exif


def test_without_a_zone_it_is_the_computers():
    assert FrameTimes().of_picture(Path("20260301_123015.jpg"), None) == NOON.astimezone()


def test_a_videos_frames_count_from_its_start():
    times = FrameTimes(start=NOON, zone="UTC")
    assert times.of_video_frame(Path("a.avi"), 79.4) == NOON.replace(tzinfo=UTC) + timedelta(seconds=79.4)


def test_a_videos_start_may_stand_in_its_name_and_the_user_goes_before():
    path = Path("gate_20260301_123015.avi")
    assert FrameTimes(zone="UTC").of_video_frame(path, 5) == NOON.replace(second=20, tzinfo=UTC)
    later = FrameTimes(start=datetime(2027, 1, 1), zone="UTC").of_video_frame(path, 5)
    assert later == datetime(2027, 1, 1, 0, 0, 5, tzinfo=UTC)
    assert FrameTimes(zone="UTC").of_video_frame(Path("a.avi"), 5) is None


def test_seconds_are_true_seconds_across_the_change_of_clocks():
    # On 2026-03-29 clocks in Berlin jump from 2:00 to 3:00.
    times = FrameTimes(start=datetime(2026, 3, 29, 1, 59, 59), zone="Europe/Berlin")
    time = times.of_video_frame(Path("a.avi"), 2)
    assert (time.hour, time.minute, time.second) == (3, 0, 1)
    assert time.astimezone(UTC) == datetime(2026, 3, 29, 1, 0, 1, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../../etc/passwd", "/etc/localtime"])
def test_an_unknown_zone_is_named(zone):
    with pytest.raises(ConfigError, match="time zone"):
        FrameTimes(zone=zone)
