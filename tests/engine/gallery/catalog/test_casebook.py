"""Failures, jobs and counts."""

import json
from datetime import UTC, datetime
from pathlib import Path

from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, JobState, SourceId


def test_a_failure_is_noted_once_with_its_last_reason_until_it_is_cleared(gallery: Gallery, source: SourceId) -> None:
    broken = Path("/footage/broken.jpg")
    for reason in ("is empty", "is cut short"):
        gallery.record_failure(broken, reason, source)
    gallery.record_failure(broken, "is no image")
    assert [(f.path, f.reason, f.source_id) for f in gallery.failures()] == [
        (broken, "is cut short", source),
        (broken, "is no image", None),
    ]
    assert abs((datetime.now(UTC) - gallery.failures()[0].at).total_seconds()) < 60
    gallery.clear_failure(broken, source)
    assert [f.source_id for f in gallery.failures()] == [None]
    gallery.clear_failure(broken)
    assert gallery.failures() == []


def test_a_job_is_running_until_it_says_how_it_ended(gallery: Gallery) -> None:
    first = gallery.start_job("import", '{"source":"/footage"}')
    second = gallery.start_job("embed")
    gallery.finish_job(first, JobState.CANCELLED, '{"frames":3}')
    embed, import_ = gallery.jobs()
    assert (embed.id, embed.kind, embed.state, embed.finished_at) == (second, "embed", JobState.RUNNING, None)
    assert (import_.state, import_.inputs, import_.summary) == (
        JobState.CANCELLED,
        '{"source":"/footage"}',
        '{"frames":3}',
    )
    assert import_.finished_at is not None
    assert import_.finished_at >= import_.started_at


def test_counts_follow_what_another_connection_writes(gallery: Gallery, crop_ids: list[CropId], folder: Path) -> None:
    assert (gallery.counts().crops, gallery.counts().failures) == (10, 0)
    revision = gallery.revision()
    with Gallery.open(folder) as other:
        other.record_failure(Path("/x"), "is empty")
        assert other.revision() == revision + 1
    assert gallery.revision() == revision + 1
    assert gallery.counts().failures == 1


def test_what_a_case_is_about_can_be_changed(gallery: Gallery, folder: Path) -> None:
    created = gallery.info().created
    gallery.describe(name="Station", reference="26/114", purpose="theft")
    with Gallery.open(folder) as opened:
        info = opened.info()
    assert (info.name, info.reference, info.purpose, info.created) == ("Station", "26/114", "theft", created)


def test_what_a_case_is_about_changes_together_with_the_log(gallery: Gallery) -> None:
    was = gallery.info()
    assert gallery.describe(name=was.name, reference=was.reference, purpose=was.purpose) == was
    assert list(gallery.audit_entries()) == []
    gallery.describe(name="Night", reference="KLA 1", purpose="to find a witness")
    (entry,) = gallery.audit_entries()
    assert (entry.action, json.loads(entry.facts)["now"]["reference"]) == ("case described", "KLA 1")
    assert json.loads(entry.facts)["was"]["name"] == was.name
