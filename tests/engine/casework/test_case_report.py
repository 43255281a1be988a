"""What a report says, before anybody decides how it looks."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from engine.casework.bookmarking import bookmark_crop
from engine.casework.case_report import note_report, read_report
from engine.casework.reported_model import report_model
from engine.detection.ignore_zone import IgnoreZone
from engine.detection.settings import DetectionSettings
from engine.gallery.records import BookmarkState, CropId, ReviewState
from engine.registry.store import DEFAULT_MODEL, default_store
from engine.search.filter_words import NONE, say_filters
from engine.search.filters import Filters

FACTS = {"query": "has:upperBodyRed", "words": "Red top", "scorer": "fused", "model_id": "abc", "considered": 8}


def test_a_report_has_every_decision_with_the_rejections(small_gallery):
    small_gallery.record_review(CropId(1), ReviewState.CONFIRMED)
    small_gallery.record_review(CropId(3), ReviewState.REJECTED, "another coat")
    small_gallery.record_review(CropId(1), ReviewState.UNREVIEWED)
    small_gallery.record_review(CropId(4), ReviewState.UNSURE)
    bookmark_crop(small_gallery, CropId(2), BookmarkState.ADDED, "the bag")
    report = read_report(small_gallery)
    assert [(crop.id, said.state.value) for crop, said in report.decisions] == [
        (1, "confirmed"),
        (3, "rejected"),
        (1, "unreviewed"),
        (4, "unsure"),
    ]
    assert [one.crop.id for one in report.chosen] == [2, 4]
    assert (report.info.reference, report.notice[-33:]) == ("KLA 12/26", "is a lead, not an identification.")
    assert report.log.head == small_gallery.verify_audit().head


def test_the_same_search_is_told_once(small_gallery):
    other = FACTS | {"filters": {"cameras": ["Gate"], "min_height_px": 48}, "examples": {"like": [{"crop_id": 3}]}}
    for facts in (FACTS, other, FACTS):
        small_gallery.log("search", facts)
    first, second = read_report(small_gallery).searches
    assert (first.words, first.filters, first.times) == (
        "Red top, with 1 examples",
        "cameras Gate; at least 48 px high",
        1,
    )
    assert (second.words, second.filters, second.times, second.line) == ("Red top", NONE, 2, 4)


def test_a_source_with_ignored_zones_says_so(small_gallery):
    (source,) = small_gallery.sources()
    zone = IgnoreZone.from_text("0,0 0.5,0 0.5,0.5")
    small_gallery.note_detection_settings(source.id, DetectionSettings(min_height_px=40, zones=(zone,)))
    (told,) = read_report(small_gallery).sources
    assert (told.zones, told.frames, told.crops, told.is_missing) == (1, 4, 8, False)
    assert told.people == "height from 40 px, ignored zones: 1"


def test_coverage_counts_what_no_search_can_find(small_gallery):
    (camera,) = read_report(small_gallery).coverage.cameras
    assert (camera.frames.frames, camera.crops.not_embedded) == (4, 8)


def test_the_model_is_said_with_its_measured_accuracy():
    told = report_model(default_store().get(DEFAULT_MODEL).card)
    assert told.accuracy[0][0] == "Complete descriptions, fused"
    assert told.accuracy[0][1].startswith("Rank-1 ")
    assert told.accuracy[-1][0] == "Attributes one by one"
    assert "research only" in told.notes[0]


def test_an_attribute_of_any_name_is_no_way_to_rank():
    card = default_store().get(DEFAULT_MODEL).card
    of_each = {"attributes": {"rank1": {"support": 1, "known": 2, "ma": None}}}
    assert report_model(replace(card, figures={**card.figures, **of_each})) == report_model(card)


def test_a_written_report_is_noted_with_its_hash_and_the_head_it_prints(small_gallery, tmp_path):
    report = read_report(small_gallery)
    out = tmp_path / "report.pdf"
    out.write_bytes(b"abc")
    sha256 = note_report(small_gallery, report, out, pages=3)
    *_, last = small_gallery.audit_entries()
    facts = json.loads(last.facts)
    assert (last.action, facts["sha256"], facts["head"], facts["pages"]) == ("report made", sha256, report.log.head, 3)
    assert sha256.startswith("ba7816bf")


START = datetime(2026, 5, 14, 12, tzinfo=UTC)
ONE = Filters(reviews=frozenset({ReviewState.CONFIRMED}), crops=frozenset({CropId(1)}))


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (Filters(), NONE),
        (Filters(start=START, cameras=frozenset("BA")), "cameras A, B; from 2026-05-14 12:00:00 UTC"),
        (ONE, "review state confirmed; only 1 crops that were named"),
    ],
)
def test_filters_are_said(filters, words):
    assert say_filters(filters) == words
