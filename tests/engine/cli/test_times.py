"""Times as they are typed."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
import typer

from engine.cli.times import in_utc_unless_said, parse_time


def test_a_zone_that_is_said_stays():
    berlin = timezone(timedelta(hours=2))

    assert in_utc_unless_said(parse_time("2026-05-14T14:30+02:00")) == datetime(2026, 5, 14, 14, 30, tzinfo=berlin)


def test_a_time_without_a_zone_is_utc():
    assert in_utc_unless_said(parse_time("2026-05-14T14:30")) == datetime(2026, 5, 14, 14, 30, tzinfo=UTC)
    assert in_utc_unless_said(None) is None


def test_what_is_no_time_is_bad_usage():
    with pytest.raises(typer.BadParameter, match="noon is no time"):
        parse_time("noon")
