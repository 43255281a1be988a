"""Paths and times come back from SQLite as they went in."""

import os
import sqlite3
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ConfigError
from engine.gallery.catalog.values import (
    path_from_value,
    path_to_value,
    text_to_value,
    time_from_values,
    time_to_values,
)

offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
zones = st.one_of(st.just(UTC), offsets, st.sampled_from(["Europe/Berlin", "Asia/Kathmandu"]).map(ZoneInfo))


@given(st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=zones))
def test_a_time_comes_back_as_the_same_moment_with_the_same_clock(time: datetime) -> None:
    back = time_from_values(*time_to_values(time))
    assert back is not None
    assert back.timestamp() == time.timestamp()
    # an hour that the clock skips in spring is no moment: it comes back as the clock shows it
    assert back.replace(tzinfo=None) == time.astimezone(UTC).astimezone(time.tzinfo).replace(tzinfo=None)
    assert back.utcoffset() == time.astimezone(UTC).astimezone(time.tzinfo).utcoffset()


def test_the_name_of_a_zone_is_kept() -> None:
    time = datetime(2026, 7, 1, 14, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert time_to_values(time)[1] == "Europe/Berlin"
    assert time_from_values(*time_to_values(time)) == time


def test_no_time_stays_no_time() -> None:
    assert time_from_values(*time_to_values(None)) is None


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ConfigError, match="no time zone"):
        time_to_values(datetime(2026, 1, 1))


@pytest.mark.skipif(sys.platform == "win32", reason="names are UTF-16 there")
@given(st.binary(min_size=1).filter(lambda name: b"\0" not in name))
def test_any_file_name_comes_back_through_sqlite(name: bytes) -> None:
    path = Path("/footage") / os.fsdecode(name)
    connection = sqlite3.connect(":memory:")
    value = connection.execute("SELECT ?", [path_to_value(path)]).fetchone()[0]
    connection.close()
    assert path_from_value(value) == path


def test_odd_bytes_in_text_become_escapes_that_sqlite_takes() -> None:
    assert text_to_value("caf\udce9") == "caf\\udce9"
