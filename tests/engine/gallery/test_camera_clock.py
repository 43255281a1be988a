from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from engine.errors import ConfigError
from engine.gallery.camera_clock import (
    CameraClock,
    RecordedTime,
    is_repeated,
    is_skipped,
    read_duration,
    say_duration,
)

BERLIN = ZoneInfo("Europe/Berlin")


def utc(time):
    return time.astimezone(UTC).replace(tzinfo=None)


def test_a_clock_that_runs_ahead_is_put_back():
    clock = CameraClock(zone="UTC", ahead_s=250)
    assert utc(clock.corrected(RecordedTime(datetime(2026, 3, 1, 12, 4, 10)))) == datetime(2026, 3, 1, 12)


def test_a_zone_that_the_recorder_wrote_goes_before_the_cameras_and_the_offset_still_counts():
    written = datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=9)))
    time = CameraClock(zone="Europe/Berlin", ahead_s=-60).corrected(RecordedTime(written))
    assert utc(time) == datetime(2026, 3, 1, 3, 1)
    assert time.utcoffset() == timedelta(hours=9)


def test_an_hour_that_clocks_skip_does_not_raise_and_is_read_as_before_the_change():
    # 2026-03-29 2:00 to 3:00 never came in Berlin: 2:30 by a clock that was not put forward is 1:30 UTC.
    written = datetime(2026, 3, 29, 2, 30)
    assert is_skipped(written, BERLIN) and not is_repeated(written, BERLIN)
    time = CameraClock(zone="Europe/Berlin").corrected(RecordedTime(written))
    assert utc(time) == datetime(2026, 3, 29, 1, 30)
    assert (time.hour, time.minute) == (3, 30)


def test_an_hour_that_clocks_repeat_does_not_raise_and_is_its_first_run():
    # 2026-10-25 2:30 came twice in Berlin, at 0:30 and at 1:30 UTC.
    written = datetime(2026, 10, 25, 2, 30)
    assert is_repeated(written, BERLIN) and not is_skipped(written, BERLIN)
    assert utc(CameraClock(zone="Europe/Berlin").corrected(RecordedTime(written))) == datetime(2026, 10, 25, 0, 30)


@pytest.mark.parametrize("day", [datetime(2026, 3, 29, 1, 59, 59), datetime(2026, 10, 25, 1, 59, 59)])
def test_a_videos_seconds_are_true_seconds_across_both_changes_of_clocks(day):
    clock = CameraClock(zone="Europe/Berlin")
    for seconds in (0, 2, 3_600, 7_203):
        passed = (
            clock.corrected(RecordedTime(day, seconds)).timestamp() - clock.corrected(RecordedTime(day)).timestamp()
        )
        assert passed == seconds


def test_a_time_before_1970_or_beyond_the_calendar_is_none():
    for written in (datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)):
        for clock in (CameraClock(), CameraClock(zone="Pacific/Kiritimati", ahead_s=86_400)):
            clock.corrected(RecordedTime(written, 0.0))  # whatever it is, it does not raise
    assert CameraClock(zone="UTC", ahead_s=1).corrected(RecordedTime(datetime(1, 1, 1))) is None


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../../etc/passwd", "/etc/localtime"])
def test_an_unknown_zone_is_named(zone):
    with pytest.raises(ConfigError, match="time zone"):
        CameraClock(zone=zone)


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), 1e12])
def test_an_offset_that_no_clock_has_is_refused(seconds):
    with pytest.raises(ConfigError, match="century"):
        CameraClock(ahead_s=seconds)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("4m10s", 250), ("-250s", -250), ("+1h", 3_600), ("1d2h3m4.5s", 93_784.5), (" 10s ", 10), ("-4m10s", -250)],
)
def test_durations_are_read_and_said_again(text, seconds):
    assert read_duration(text) == seconds
    assert read_duration(say_duration(seconds)) == seconds


@pytest.mark.parametrize("text", ["", "-", "4", "10 minutes", "s", "1s2m"])
def test_what_is_no_duration_says_how_to_write_one(text):
    with pytest.raises(ConfigError, match="4m10s"):
        read_duration(text)
