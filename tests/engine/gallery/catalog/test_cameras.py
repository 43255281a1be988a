import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from engine.errors import CaseError, CaseInUseError, ReadOnlyCaseError
from engine.gallery.camera_clock import CameraClock, RecordedTime
from engine.gallery.catalog import layout as layouts
from engine.gallery.catalog.layout import CASE
from engine.gallery.gallery import Gallery
from engine.gallery.records import NewFrame, SourceKind, StoredSearch

MODEL_ID = "0123456789abcdef"
BERLIN = CameraClock(zone="Europe/Berlin")
AHEAD = CameraClock(zone="Europe/Berlin", ahead_s=250)


@pytest.fixture
def record(gallery: Gallery, make_frame: Callable[..., NewFrame]) -> Callable[..., list[int]]:
    """Return what records frames of a camera at these recorded times, corrected by a clock."""

    def record_(camera: str, *raw: datetime, clock: CameraClock = BERLIN, folder: str | None = None) -> list[int]:
        source = gallery.add_source(Path(folder or f"/footage/{camera}"), SourceKind.FRAMES, camera)
        frames = [
            replace(make_frame(n, 1), time_raw=time, time=clock.corrected(RecordedTime(time)))
            for n, time in enumerate(raw, start=1)
        ]
        return gallery.record_frames(source, frames)

    return record_


def times(gallery: Gallery, camera: str = "door") -> list[datetime]:
    return [crop.time.astimezone(UTC) for crop in gallery.crops() if crop.camera == camera]


def test_a_clock_that_runs_ahead_is_corrected_from_what_was_recorded_however_often(
    gallery: Gallery, record: Callable[..., list[int]]
) -> None:
    record("door", datetime(2026, 3, 1, 12, 4, 10))
    record("gate", datetime(2026, 3, 1, 12, 4, 10))
    change = gallery.change_camera("door", clock=AHEAD)
    assert (change.frames, change.kept, change.repeated) == (1, 0, 0)
    assert times(gallery) == [datetime(2026, 3, 1, 11, tzinfo=UTC)]
    assert times(gallery, "gate") == [datetime(2026, 3, 1, 11, 4, 10, tzinfo=UTC)]  # another camera's
    assert gallery.change_camera("door", clock=CameraClock(zone="Asia/Tokyo")).frames == 1
    assert times(gallery) == [datetime(2026, 3, 1, 3, 4, 10, tzinfo=UTC)]
    assert gallery.camera_clock("door") == CameraClock(zone="Asia/Tokyo")
    assert gallery.change_camera("door", clock=CameraClock(zone="Asia/Tokyo")).frames == 0


def test_hours_that_clocks_skip_or_repeat_are_corrected_and_counted(
    gallery: Gallery, record: Callable[..., list[int]]
) -> None:
    raw = [datetime(2026, 3, 29, 2, 30), datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 25, 3, 30)]
    record("door", *raw, clock=CameraClock(zone="UTC"))
    change = gallery.change_camera("door", clock=BERLIN)
    assert (change.frames, change.repeated) == (3, 1)
    assert times(gallery) == [
        datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 2, 30, tzinfo=UTC),
    ]


def test_a_videos_frames_keep_their_distance(gallery: Gallery, make_frame: Callable[..., NewFrame]) -> None:
    source = gallery.add_source(Path("/footage/a.avi"), SourceKind.VIDEO, "door")
    start = datetime(2026, 10, 25, 2, 59, 59)
    frames = [replace(make_frame(n, 1), time_raw=start, raw_seconds=2.0 * n, time=None) for n in (1, 2)]
    gallery.record_frames(source, frames)
    gallery.change_camera("door", clock=BERLIN)
    assert times(gallery) == [datetime(2026, 10, 25, 1, 0, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, 0, 3, tzinfo=UTC)]


def test_a_frame_of_which_nothing_is_kept_as_recorded_keeps_its_time(gallery: Gallery, crop_ids: list[int]) -> None:
    before = times(gallery)
    change = gallery.change_camera("door", clock=AHEAD)
    assert (change.frames, change.kept) == (0, 5)
    assert times(gallery) == before


def test_a_change_stands_in_the_log_with_what_was_and_bumps_the_search_revision(
    gallery: Gallery, record: Callable[..., list[int]]
) -> None:
    record("door", datetime(2026, 3, 1, 12))
    before = gallery.search_revision()
    gallery.change_camera("door", name="front door", clock=AHEAD)
    assert gallery.search_revision() == before + 1
    *_, entry = gallery.audit_entries()
    assert entry.action == "camera changed"
    assert json.loads(entry.facts) == {
        "camera": "door",
        "name": "front door",
        "zone was": None,
        "ahead_s was": 0.0,
        "zone now": "Europe/Berlin",
        "ahead_s now": 250,
        "frames": 1,
    }
    assert gallery.verify_audit().is_whole


def test_a_change_that_fails_leaves_everything(
    gallery: Gallery, record: Callable[..., list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    record("door", datetime(2026, 3, 1, 12))
    before, revision = times(gallery), gallery.revision()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(gallery, "_append_to_log", fail)
    with pytest.raises(OSError, match="No space"):
        gallery.change_camera("door", name="gate", clock=AHEAD)
    assert (times(gallery), gallery.revision(), gallery.cameras()) == (before, revision, ["door"])


def test_a_search_filters_by_the_corrected_times_also_in_a_window_that_was_open(
    gallery: Gallery, folder: Path, record: Callable[..., list[int]], unit_vectors: Callable[..., np.ndarray]
) -> None:
    ids = record("door", *(datetime(2026, 3, 1, 12, minute) for minute in range(40)))
    gallery.save_embeddings(MODEL_ID, ids, unit_vectors(40), np.zeros((40, 3), np.float32))
    with Gallery.open(folder, read_only=True) as window:
        before = window.searchable(MODEL_ID).times.copy()
        gallery.searchable(MODEL_ID)  # writes the derived files
        gallery.change_camera("door", clock=AHEAD)
        np.testing.assert_array_equal(window.searchable(MODEL_ID).times, before - 250)
        np.testing.assert_array_equal(gallery.searchable(MODEL_ID).times, before - 250)
    assert gallery.drifted_index_files() == []
    with Gallery.open(folder) as later:
        np.testing.assert_array_equal(later.searchable(MODEL_ID).times, before - 250)


def test_a_renamed_camera_is_found_under_its_new_name_and_saved_searches_follow(
    gallery: Gallery, record: Callable[..., list[int]]
) -> None:
    record("door", datetime(2026, 3, 1, 12))
    record("gate", datetime(2026, 3, 1, 12))
    filters = json.dumps({"cameras": ["door", "gate"], "start": None})
    gallery.save_query("red", StoredSearch(text="has:a", filters=filters))
    gallery.change_camera("door", name="front door")
    assert gallery.cameras() == ["front door", "gate"]
    (saved,) = gallery.saved_queries()
    assert json.loads(saved.asks.filters) == {"cameras": ["front door", "gate"], "start": None}


def test_cameras_of_one_clock_are_joined_by_name_and_others_are_not(
    gallery: Gallery, record: Callable[..., list[int]]
) -> None:
    for camera in ("door 1", "door 2"):
        record(camera, datetime(2026, 3, 1, 12))
        gallery.change_camera(camera, clock=BERLIN)
    gallery.change_camera("door 2", name="door 1")
    (joined,) = gallery.camera_records()
    assert (joined.name, joined.sources, joined.frames, joined.timed) == ("door 1", 2, 2, 2)
    record("gate", datetime(2026, 3, 1, 12))
    with pytest.raises(CaseError, match="clock of camera “door 1” stands otherwise"):
        gallery.change_camera("gate", name="door 1")
    gallery.change_camera("gate", clock=BERLIN)
    record("yard", datetime(2026, 3, 2, 12), folder="/footage/gate")
    gallery.change_camera("yard", clock=BERLIN)
    with pytest.raises(CaseError, match="frames of one folder"):
        gallery.change_camera("yard", name="gate")
    with pytest.raises(CaseError, match="needs a name"):
        gallery.change_camera("gate", name=" ")
    with pytest.raises(CaseError, match="no camera “moon”; the case has “door 1”, “gate”, “yard”"):
        gallery.change_camera("moon", clock=BERLIN)


def test_nothing_is_changed_while_a_job_writes_or_where_the_case_is_read_only(
    gallery: Gallery, folder: Path, record: Callable[..., list[int]]
) -> None:
    record("door", datetime(2026, 3, 1, 12))
    with Gallery.open(folder) as other, other.writer(), pytest.raises(CaseInUseError):
        gallery.change_camera("door", clock=AHEAD)
    with Gallery.open(folder, read_only=True) as reader, pytest.raises(ReadOnlyCaseError):
        reader.change_camera("door", clock=AHEAD)


def test_a_case_of_the_third_layout_is_brought_up_to_date_so_that_its_clocks_can_be_corrected(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(layouts, "CASE", replace(CASE, steps=CASE.steps[:3]))
        Gallery.create(folder).close()
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC).timestamp()
    with closing(sqlite3.connect(folder / "case.db")) as database:
        for id_, camera in enumerate(("door", "gate", "yard", "mast"), start=1):
            database.execute(
                "INSERT INTO source (path, kind, camera, added_at) VALUES (?, 'frames', ?, 0)", [f"/{id_}", camera]
            )
        frames = (
            (1, "Europe/Berlin", "2026-03-01T13:00:00+01:00"),  # assumed by --zone
            (2, "+01:00", "2026-03-01T13:00:00+01:00"),  # this computer's
            (3, "+00:00", "2026-03-01T12:00:00+00:00"),  # a Z in the name
            (4, None, None),
        )
        for source, zone, raw in frames:
            database.execute(
                "INSERT INTO frame (source_id, path, number, sha256, width_px, height_px, time, time_zone, time_raw)"
                " VALUES (?, '/f', 1, 'a', 9, 9, ?, ?, ?)",
                [source, None if zone is None else noon, zone, raw],
            )
        database.commit()
        assert database.execute("PRAGMA user_version").fetchone() == (3,)
    with Gallery.open(folder) as gallery:
        assert gallery.camera_clock("door") == CameraClock(zone="Europe/Berlin")
        assert gallery.camera_clock("gate") == CameraClock()
        assert {record.name: record.timed for record in gallery.camera_records()} == {
            "door": 1,
            "gate": 1,
            "mast": 0,
            "yard": 1,
        }
        tokyo = CameraClock(zone="Asia/Tokyo")
        moved = {camera: gallery.change_camera(camera, clock=tokyo).frames for camera in gallery.cameras()}
        assert moved == {"door": 1, "gate": 1, "yard": 0, "mast": 0}
        assert gallery.damage() == []
    with closing(sqlite3.connect(folder / "case.db")) as database:
        seconds = dict(database.execute("SELECT source_id, time FROM frame"))
    assert seconds == {1: noon - 8 * 3_600, 2: noon - 8 * 3_600, 3: noon, 4: None}
