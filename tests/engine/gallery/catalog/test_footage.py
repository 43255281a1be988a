"""Sources, frames and crops: once each, and back as they went in."""

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from engine.detection.ignore_zone import IgnoreZone
from engine.detection.settings import DetectionSettings
from engine.errors import CaseError, ConfigError
from engine.gallery.catalog import layout as layouts
from engine.gallery.catalog.layout import CASE
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, NewFrame, SourceCounts, SourceId, SourceKind

MakeFrame = Callable[..., NewFrame]


def test_the_same_source_is_added_once(gallery: Gallery, source: SourceId) -> None:
    assert gallery.add_source(Path("/footage"), SourceKind.FRAMES, "door") == source
    assert gallery.add_source(Path("/footage"), SourceKind.FRAMES, "yard") != source
    assert gallery.add_source(Path("/footage"), SourceKind.CROPS, "door") != source
    assert [s.camera for s in gallery.sources()] == ["door", "yard", "door"]
    assert gallery.cameras() == ["door", "yard"]


def test_a_source_is_complete_only_when_finished(gallery: Gallery, source: SourceId) -> None:
    assert not gallery.sources()[0].is_complete
    gallery.finish_source(source)
    assert gallery.sources()[0].is_complete


def test_a_relative_path_is_kept_absolute(gallery: Gallery) -> None:
    gallery.add_source(Path("footage/clip.avi"), SourceKind.VIDEO, "door")
    assert gallery.sources()[0].path == Path.cwd() / "footage/clip.avi"


@pytest.mark.skipif(sys.platform == "win32", reason="names are UTF-16 there")
def test_a_name_that_is_no_utf8_comes_back(gallery: Gallery, make_frame: MakeFrame) -> None:
    path = Path(os.fsdecode(b"/footage/caf\xe9"))
    source = gallery.add_source(path, SourceKind.FRAMES, path.name)
    assert gallery.add_source(path, SourceKind.FRAMES, path.name) == source
    (crop_id,) = gallery.record_frames(source, [make_frame(1, 1, path=path / "1.jpg")])
    assert gallery.sources()[0].path == path
    assert gallery.crop(crop_id).frame_path == path / "1.jpg"
    gallery.record_failure(path, f"{path} is broken")
    assert gallery.failures()[0].path == path


def test_a_crop_comes_back_with_all_that_is_known(gallery: Gallery, source: SourceId, make_frame: MakeFrame) -> None:
    (first, second) = gallery.record_frames(source, [make_frame(7)])
    record = gallery.crop(second)
    frame = make_frame(7)
    assert (record.id, record.source_id, record.source_path) == (second, source, Path("/footage"))
    assert (record.source_kind, record.camera) == (SourceKind.FRAMES, "door")
    assert (record.frame_path, record.frame_number, record.sha256) == (frame.path, 7, frame.sha256)
    assert (record.frame_size_px, record.time) == ((640, 480), frame.time)
    assert (record.box, record.score, record.quality) == (frame.crops[1].box, 0.75, frame.crops[1].quality)
    assert record.track_id is None
    assert gallery.crop_jpeg(first) == b"frame 7, crop 0"


def test_frames_recorded_twice_are_there_once_and_give_the_same_ids(
    gallery: Gallery, source: SourceId, make_frame: MakeFrame
) -> None:
    frames = [make_frame(number) for number in (1, 2, 3)]
    ids = gallery.record_frames(source, frames[:2])
    assert gallery.record_frames(source, frames) == [*ids, *gallery.record_frames(source, frames[2:])]
    counts = gallery.counts()
    assert (counts.frames, counts.crops) == (3, 6)
    assert gallery.record_frames(source, [frames[0], frames[0]]) == ids[:2] * 2


def test_the_catalog_itself_refuses_a_frame_twice(gallery: Gallery, source: SourceId, make_frame: MakeFrame) -> None:
    gallery.record_frames(source, [make_frame(1)])
    columns = "source_id, path, number, sha256, width_px, height_px"
    with pytest.raises(sqlite3.IntegrityError), gallery._change():
        gallery._database.write(f"INSERT INTO frame ({columns}) SELECT {columns} FROM frame")


def test_the_same_content_under_another_name_is_kept_and_found(
    gallery: Gallery, source: SourceId, make_frame: MakeFrame
) -> None:
    gallery.record_frames(source, [make_frame(1)])
    assert gallery.frame_of_content(make_frame(1).sha256) == make_frame(1).path
    assert gallery.frame_of_content("f" * 64) is None
    gallery.record_frames(source, [make_frame(2, sha256=make_frame(1).sha256)])
    assert gallery.counts().frames == 2


def test_what_is_imported_is_known_for_going_on(gallery: Gallery, source: SourceId, make_frame: MakeFrame) -> None:
    assert gallery.last_frame_number(source) == 0
    gallery.record_frames(source, [make_frame(4, 0), make_frame(2)])
    expected = {(frame.path, frame.sha256, frame.number) for frame in (make_frame(2), make_frame(4))}
    assert gallery.imported_frames(source) == expected
    assert gallery.last_frame_number(source) == 4
    other = gallery.add_source(Path("/other"), SourceKind.VIDEO, "yard")
    assert gallery.imported_frames(other) == set()
    assert gallery.counts_by_source() == {source: SourceCounts(2, 2), other: SourceCounts(0, 0)}
    assert gallery.counts().frames_without_people == 1


def test_crops_come_in_the_order_asked_for(gallery: Gallery, crop_ids: list[CropId]) -> None:
    wanted = [crop_ids[3], crop_ids[0], crop_ids[9], crop_ids[3]]
    assert [crop.id for crop in gallery.crops(wanted)] == wanted
    assert [crop.id for crop in gallery.crops(np.array(wanted))] == wanted
    assert [crop.id for crop in gallery.crops()] == crop_ids == gallery.crop_ids()
    assert gallery.crops([]) == []


def test_paging_through_the_crops_leaves_none_out(
    gallery: Gallery, crop_ids: list[CropId], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.gallery.catalog.footage.CROPS_A_PAGE", 3)
    assert [crop.id for crop in gallery.iter_crops()] == crop_ids


def test_a_crop_that_is_not_there_is_named(gallery: Gallery, crop_ids: list[CropId]) -> None:
    with pytest.raises(CaseError, match="no crop 999"):
        gallery.crops([crop_ids[0], CropId(999)])
    with pytest.raises(CaseError, match="picture of crop 999 is missing"):
        gallery.crop_jpegs([crop_ids[0], CropId(999)])


def test_the_time_span_reaches_from_the_first_frame_to_the_last(
    gallery: Gallery, source: SourceId, make_frame: MakeFrame
) -> None:
    assert gallery.time_span() is None
    gallery.record_frames(source, [make_frame(number, 0) for number in (30, 10, 20)])
    assert gallery.time_span() == (make_frame(10).time, make_frame(30).time)


def test_a_frame_checks_itself() -> None:
    facts = {"path": Path("x"), "sha256": "", "width_px": 1, "height_px": 1, "time_raw": None, "crops": ()}
    NewFrame(number=1, time=datetime(2026, 1, 1, tzinfo=ZoneInfo("Europe/Berlin")), **facts)
    with pytest.raises(ConfigError, match="no time zone"):
        NewFrame(number=1, time=datetime(2026, 1, 1), **facts)
    with pytest.raises(ConfigError, match="counted from 1"):
        NewFrame(number=0, time=datetime(2026, 1, 1, tzinfo=UTC), **facts)


def test_ids_of_crops_are_never_used_again(gallery: Gallery, crop_ids: list[CropId], make_frame: MakeFrame) -> None:
    with closing(sqlite3.connect(gallery.folder / "case.db")) as connection:
        connection.execute("DELETE FROM crop")
        connection.commit()
    source = gallery.sources()[0].id
    assert min(gallery.record_frames(source, [make_frame(6)])) > max(crop_ids)


def test_a_case_of_the_fourth_layout_is_brought_up_to_date_and_takes_everybody(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(layouts, "CASE", replace(CASE, steps=CASE.steps[:4]))
        Gallery.create(folder).close()
    with closing(sqlite3.connect(folder / "case.db")) as database:
        database.execute("INSERT INTO source (path, kind, camera, added_at) VALUES ('/1', 'frames', 'door', 0)")
        database.commit()
        assert database.execute("PRAGMA user_version").fetchone() == (4,)
    with Gallery.open(folder) as gallery:
        assert gallery.detection_settings(gallery.sources()[0].id) == DetectionSettings()
        assert gallery.damage() == []


def test_a_source_keeps_who_of_its_people_is_taken(gallery: Gallery, tmp_path: Path) -> None:
    source_id = gallery.add_source(tmp_path, SourceKind.FRAMES, "Gate")
    assert gallery.detection_settings(source_id) == DetectionSettings()
    settings = DetectionSettings(min_score=0.4, min_height_px=50, zones=(IgnoreZone.from_text("0,0 1,0 1,1"),))
    gallery.note_detection_settings(source_id, settings)
    assert gallery.detection_settings(source_id) == settings
