"""What a search considers."""

from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pytest

from engine.errors import QueryError
from engine.gallery.records import SourceId
from engine.search.filters import Filters

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)


@pytest.fixture
def searchable(gallery):
    return gallery.searchable("test-model")


def passing(filters, searchable):
    return searchable.crop_ids[filters.rows(searchable)].tolist()


def test_no_filter_asks_for_no_rows(searchable):
    assert Filters().rows(searchable) is None
    assert Filters().is_off


def test_a_camera_lets_its_own_crops_pass(searchable):
    assert passing(Filters(cameras=frozenset({"Gate B"})), searchable) == list(range(31, 61))
    assert passing(Filters(cameras=frozenset({"Gate A", "Gate B"})), searchable) == list(range(1, 61))


def test_an_empty_set_of_cameras_lets_nobody_pass(searchable):
    assert passing(Filters(cameras=frozenset()), searchable) == []


def test_a_span_includes_its_ends_in_whatever_zone_they_are_said(searchable):
    berlin = timezone(timedelta(hours=2))
    span = Filters(start=(NOON + timedelta(seconds=4)).astimezone(berlin), end=NOON + timedelta(seconds=6))

    assert passing(span, searchable) == [4, 5, 6, 34, 35, 36]


def test_a_crop_of_unknown_time_passes_no_time_filter(searchable):
    ever = Filters(start=datetime(1970, 1, 1, tzinfo=UTC))

    assert len(passing(ever, searchable)) == 54
    assert not np.isnan(searchable.times[ever.rows(searchable)]).any()


def test_a_source_lets_its_own_crops_pass(searchable, gallery):
    second = gallery.sources()[1]

    assert passing(Filters(sources=frozenset({second.id})), searchable) == list(range(31, 61))


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(QueryError, match="has no zone"):
        Filters(start=datetime(2026, 5, 14, 12))


def test_a_span_that_ends_before_it_starts_is_refused():
    with pytest.raises(QueryError, match="swap the two"):
        Filters(start=NOON, end=NOON - timedelta(seconds=1))


def test_filters_come_back_from_their_stored_form():
    filters = Filters(
        cameras=frozenset({"Gate B", "Gate A"}),
        start=NOON,
        end=NOON + timedelta(hours=1),
        sources=frozenset({SourceId(2)}),
    )

    assert Filters.from_dict(filters.to_dict()) == filters
    assert Filters.from_dict({}) == Filters()


@pytest.mark.parametrize("fields", [{"start": "yesterday"}, {"sources": ["a"]}, {"cameras": 3}])
def test_stored_filters_that_cannot_be_read_are_refused(fields):
    with pytest.raises(QueryError, match="set them anew"):
        Filters.from_dict(fields)
