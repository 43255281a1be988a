"""What a search considers."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pytest

from engine.errors import QueryError
from engine.gallery.records import CropId, ReviewState, SourceId
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.searcher import Searcher

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


def test_sources_that_the_case_lacks_let_nobody_pass(searchable):
    strange = frozenset({SourceId(-1), SourceId(10**15)})
    assert passing(Filters(sources=strange), searchable) == []
    assert passing(Filters(sources=strange | {SourceId(2)}), searchable) == list(range(31, 61))


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
        min_height_px=64,
        min_sharpness=50.5,
        reviews=frozenset({ReviewState.UNREVIEWED, ReviewState.UNSURE}),
        crops=frozenset({CropId(3)}),
    )

    assert Filters.from_dict(filters.to_dict()) == filters
    assert Filters.from_dict({}) == Filters()


@pytest.mark.parametrize(
    "fields",
    [{"start": "yesterday"}, {"sources": ["a"]}, {"cameras": 3}, {"reviews": ["seen"]}, {"min_height_px": "tall"}],
)
def test_stored_filters_that_cannot_be_read_are_refused(fields):
    with pytest.raises(QueryError, match="set them anew"):
        Filters.from_dict(fields)


def test_quality_leaves_out_small_and_blurred_crops(searchable):
    heights, sharpness = np.arange(60, dtype=np.int32), np.arange(60, dtype=np.float32)
    graded = replace(searchable, heights_px=heights, sharpness=sharpness)
    assert passing(Filters(min_height_px=57), graded) == [58, 59, 60]
    assert passing(Filters(min_sharpness=58.5), graded) == [60]
    assert passing(Filters(min_height_px=57, min_sharpness=58.5), graded) == [60]


def test_the_quality_that_a_filter_reads_is_the_catalogs(searchable, gallery):
    crops = gallery.crops()
    assert searchable.heights_px.tolist() == [crop.quality.height_px for crop in crops]
    assert searchable.sharpness.tolist() == pytest.approx([crop.quality.sharpness for crop in crops])


def test_review_states_pass_as_they_are_now(searchable):
    states = {1: ReviewState.CONFIRMED, 5: ReviewState.REJECTED, 6: ReviewState.UNSURE}
    reviewed = replace(searchable, _load_reviews=lambda: states)

    def of(*wanted):
        return passing(Filters(reviews=frozenset(wanted)), reviewed)

    assert of(ReviewState.CONFIRMED) == [1]
    assert of(ReviewState.REJECTED, ReviewState.UNSURE) == [5, 6]
    assert of(ReviewState.UNREVIEWED) == [n for n in range(1, 61) if n not in states]
    assert of(ReviewState.UNREVIEWED, ReviewState.CONFIRMED) == [n for n in range(1, 61) if n not in (5, 6)]
    assert of() == []
    states[7] = ReviewState.CONFIRMED
    assert of(ReviewState.CONFIRMED) == [1, 7]


def test_named_crops_pass_alone(searchable):
    assert passing(Filters(crops=frozenset({CropId(9), CropId(2), CropId(999)})), searchable) == [2, 9]


@pytest.mark.parametrize("limit", [1, 7, 12])
def test_a_full_page_under_filters_stays_full(gallery, model, peta, limit):
    """Filters come before the ranking: as many as are asked for are given where so many pass."""
    filters = Filters(cameras=frozenset({"Gate A"}), start=NOON + timedelta(seconds=9), min_height_px=80)
    query = Query.parse("has:upperBodyRed not:accessoryHat", peta)
    ranking = Searcher(gallery, model).search(query, filters, limit=limit)
    assert (ranking.considered, len(ranking.results)) == (19, limit)  # the crops of 10, 20 and 30 have no time
    best = Searcher(gallery, model).search(query, limit=60)
    passing_ids = set(passing(filters, gallery.searchable(model.id)))
    expected = [result.crop.id for result in best.results if result.crop.id in passing_ids][:limit]
    assert [result.crop.id for result in ranking.results] == expected
