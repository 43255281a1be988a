from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QRectF, Qt

from app.footage.calendar_ticks import MOST_TICKS, choose_step, say_step, ticks
from app.footage.coverage_item_model import STRIP_COLUMN, CoverageItemModel
from app.footage.coverage_strip import place
from app.footage.coverage_words import say_gaps, say_length, say_share, say_strip
from app.tab import Tab
from engine.casework.coverage import CameraCoverage, Coverage, Span
from engine.detection.settings import DetectionSettings
from engine.gallery.camera_clock import CameraClock
from engine.gallery.catalog.coverage import CoverageBounds, CropTally, FrameTally, SourceTally

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def span(start_h, end_h):
    return Span(NOON + timedelta(hours=start_h), NOON + timedelta(hours=end_h))


def camera(name, *spans, frames=40, crops=None):
    return CameraCoverage(
        camera=name,
        clock=CameraClock(),
        spans=spans,
        sources=SourceTally(1, 0, 2),
        frames=FrameTally(frames=frames, without_people=10),
        crops=crops or CropTally(crops=200, too_small=3, blurred=1, below_quality=4, not_embedded=1),
    )


def coverage(*cameras):
    return Coverage(cameras=cameras, failures=(), bounds=CoverageBounds(), model_id="m")


def test_coverage_is_a_sound_item_model(qtmodeltester):
    model = CoverageItemModel()
    model.show_coverage(coverage(camera("Gate A", span(0, 1), span(3, 4)), camera("Gate B", frames=0)), BERLIN)
    qtmodeltester.check(model)
    first = [model.index(0, column).data() for column in range(model.columnCount())]
    assert first == ["Gate A", "", "2 h", "2", "10 (25 %)", "4 (2 %)", "1 (1 %)"]
    assert model.headerData(STRIP_COLUMN, Qt.Orientation.Horizontal) == "14 May 2026, 14:00 – 18:00 · a line every hour"
    told = model.index(0, STRIP_COLUMN).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Gate A: footage 14 May 2026, 14:00 – 18:00\nNo footage 14 May 2026, 15:00 – 17:00"
    assert model.index(1, STRIP_COLUMN).data() == "No frames yet"
    assert model.index(0, 5).data(Qt.ItemDataRole.ToolTipRole).startswith("3 less than 48 px high, 1 blurred")


def test_the_same_coverage_again_leaves_the_view_alone(qtbot):
    model = CoverageItemModel()
    model.show_coverage(coverage(camera("Gate A", span(0, 1))), UTC)
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_coverage(coverage(camera("Gate A", span(0, 1))), UTC)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(12, "12 s"), (59.4, "59 s"), (250, "4 min"), (3_570, "1 h"), (3_900, "1 h 5 min"), (90_000, "1 d 1 h")],
)
def test_lengths_are_said_in_their_largest_units(seconds, words):
    assert say_length(seconds) == words


def test_gaps_and_shares_are_said():
    assert say_gaps(camera("a", span(0, 1))) == "none"
    assert say_gaps(camera("a")) == "not known"
    assert say_gaps(camera("a", span(0, 1), span(3, 4), span(5, 6))) == "2, longest 2 h"
    assert (say_share(0, 0), say_share(1, 1_000), say_share(1_000, 1_000)) == ("0", "1 (1 %)", "1,000 (100 %)")
    many = camera("a", *(span(2 * hour, 2 * hour + 1) for hour in range(20)))
    assert say_strip(many, UTC).endswith("… and 11 more gaps")
    picky = replace(many, settings=(DetectionSettings(min_height_px=48),))
    assert say_strip(picky, UTC).endswith("People were left out by choice; taken were: at least 48 px high")


@pytest.mark.parametrize("hours", [0.05, 0.5, 1, 11, 13, 30, 200, 900, 9_000, 90_000])
def test_a_strip_has_few_lines_and_says_how_far_they_are_apart(hours):
    whole = span(0, hours)
    assert len(ticks(whole, BERLIN)) <= MOST_TICKS
    assert say_step(choose_step(whole)).startswith("a line")


def test_lines_stand_at_midnight_of_the_footages_zone_also_where_clocks_change():
    whole = Span(datetime(2026, 3, 27, 12, tzinfo=UTC), datetime(2026, 4, 2, tzinfo=UTC))
    assert choose_step(whole) == timedelta(hours=12)
    local = [tick.astimezone(BERLIN) for tick in ticks(whole, BERLIN)]
    assert {(time.hour, time.minute) for time in local} == {(0, 0), (12, 0)}
    assert len(set(local)) == len(local) == 11


def test_times_lie_in_the_strip_by_their_share():
    groove = QRectF(10, 0, 200, 14)
    assert [place(NOON + timedelta(hours=hour), span(0, 4), groove) for hour in (0, 1, 4)] == [10, 60, 210]
    assert place(NOON, span(0, 0), groove) == 10


def test_the_footage_page_shows_what_a_search_can_see(qtbot, opened):
    page = opened.case_view.footage_page
    opened.show_tab(Tab.FOOTAGE)
    qtbot.waitUntil(lambda: page.coverage.rowCount() == 2, timeout=10_000)
    assert page.coverage.index(0, 0).data() == "Gate A"
    assert page.coverage_view.grab().toImage().isNull() is False  # the strip is painted without an error
    assert page.coverage_view.accessibleName() == "Coverage by camera"
