"""Frames of a source, one beside the other."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from engine.errors import CaseError
from engine.gallery.gallery import Gallery
from engine.gallery.records import CaseInfo, CropId, NewCrop, NewFrame, Quality, SourceKind
from engine.imaging.box import Box

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
RAW = datetime(2026, 5, 14, 11, 58)


def frame(number, people):
    quality = Quality(height_px=80, sharpness=100.0, truncated=0.0)
    crops = tuple(NewCrop(box=Box(10.0 * n, 20, 30, 80), score=0.9, quality=quality, jpeg=b"") for n in range(people))
    return NewFrame(
        path=Path(f"/footage/{number:03}.jpg"),
        number=number,
        sha256=f"{number:064x}",
        width_px=640,
        height_px=480,
        time_raw=RAW,
        time=NOON,
        crops=crops,
    )


@pytest.fixture
def gallery(tmp_path):
    with Gallery.create(tmp_path / "a.bolo", CaseInfo(name="a", created=NOON)) as made:
        for camera in ("A", "B"):
            source = made.add_source(tmp_path / camera, SourceKind.FRAMES, camera)
            made.record_frames(source, [frame(7, 1), frame(3, 0), frame(5, 2)])  # not in their order
        yield made


def test_a_frame_has_its_people_and_both_times(gallery):
    found = gallery.frame_of_crop(CropId(2))
    assert (found.frame_number, found.frame_size_px, found.time, found.time_raw) == (5, (640, 480), NOON, RAW)
    assert found.people == ((CropId(2), Box(0, 20, 30, 80)), (CropId(3), Box(10, 20, 30, 80)))


def test_frames_of_the_same_source_come_before_and_after_by_number(gallery):
    middle = gallery.frame_of_crop(CropId(2))
    before, after = gallery.frame_before(middle), gallery.frame_after(middle)
    assert (before.frame_number, after.frame_number) == (3, 7) and before.people == ()
    assert gallery.frame_before(before) is None and gallery.frame_after(after) is None
    assert {before.source_id, after.source_id} == {middle.source_id}


def test_a_crop_that_is_not_there_has_no_frame(gallery):
    with pytest.raises(CaseError, match="no crop 99"):
        gallery.frame_of_crop(CropId(99))
