from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from engine.casework.coverage import Span, read_coverage
from engine.detection.ignore_zone import IgnoreZone
from engine.detection.settings import DetectionSettings
from engine.gallery.catalog.coverage import CoverageBounds, CropTally
from engine.gallery.gallery import Gallery
from engine.gallery.records import NewCrop, NewFrame, Quality, SourceKind
from engine.imaging.box import Box

MODEL_ID = "0123456789abcdef"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def crop(height_px: int, sharpness: float) -> NewCrop:
    quality = Quality(height_px=height_px, sharpness=sharpness, truncated=0.0)
    return NewCrop(box=Box(0, 0, 9, 9), score=1.0, quality=quality, jpeg=b"x")


def frame(number: int, minute: float | None, *crops: NewCrop) -> NewFrame:
    return NewFrame(
        path=Path(f"/f/{number}.jpg"),
        number=number,
        sha256=f"{number:064x}",
        width_px=9,
        height_px=9,
        time_raw=None,
        time=None if minute is None else NOON + timedelta(minutes=minute),
        crops=crops,
    )


@pytest.fixture
def gallery(tmp_path: Path):
    with Gallery.create(tmp_path / "test.bolo") as gallery:
        gate = gallery.add_source(Path("/f"), SourceKind.FRAMES, "gate")
        good, small, blurred, both = crop(80, 300), crop(47, 300), crop(80, 49), crop(20, 10)
        gallery.record_frames(
            gate,
            [
                frame(1, 0, good, small),
                frame(2, 5),  # five minutes apart: no gap yet
                frame(3, 10.5, blurred),
                frame(4, 60, both),
                frame(5, None, good),
            ],
        )
        gallery.finish_source(gate)
        more = gallery.add_source(Path("/g"), SourceKind.FRAMES, "gate")  # another source bridges the gap's begin
        gallery.record_frames(more, [replace(frame(6, 15), path=Path("/g/6.jpg"))])
        gallery.record_failure(Path("/g/7.jpg"), "is empty", more)
        gallery.add_source(Path("/h"), SourceKind.VIDEO, "yard")
        yield gallery


def minutes(spans: tuple[Span, ...]) -> list[tuple[float, float]]:
    return [((span.start - NOON).seconds / 60, (span.end - NOON).seconds / 60) for span in spans]


def test_spans_and_gaps_are_those_of_the_camera_over_all_its_sources(gallery: Gallery) -> None:
    gate, yard = read_coverage(gallery, None).cameras
    assert minutes(gate.spans) == [(0, 5), (10.5, 15), (60, 60)]  # 5.5 minutes are a gap, 5 and 4.5 are none
    assert minutes(gate.gaps) == [(5, 10.5), (15, 60)]
    assert [gap.seconds for gap in gate.gaps] == [330, 2_700]
    assert (yard.spans, yard.gaps, yard.span) == ((), (), None)
    wide = read_coverage(gallery, None, CoverageBounds(gap_s=3_600))
    assert minutes(wide.cameras[0].spans) == [(0, 60)]
    assert wide.span == Span(NOON, NOON + timedelta(hours=1))


def test_what_was_not_searched_is_counted(gallery: Gallery) -> None:
    ids = gallery.crop_ids()
    vectors = np.eye(len(ids), 8, dtype=np.float32)
    gallery.save_embeddings(MODEL_ID, ids[:3], vectors[:3], np.zeros((3, 2), np.float32))
    gate, yard = read_coverage(gallery, MODEL_ID).cameras
    assert (gate.sources.sources, gate.sources.unfinished, gate.sources.failures) == (2, 1, 1)
    assert (gate.frames.frames, gate.frames.without_time, gate.frames.without_people) == (6, 1, 2)
    assert gate.crops == CropTally(crops=5, too_small=2, blurred=2, below_quality=3, not_embedded=2)
    assert (yard.sources.unfinished, yard.frames.frames, yard.crops.crops) == (1, 0, 0)
    assert read_coverage(gallery, None).cameras[0].crops.not_embedded == 5
    assert read_coverage(gallery, "another").cameras[0].crops.not_embedded == 5


def test_who_was_left_out_by_choice_is_said_once_for_each_choice(gallery: Gallery) -> None:
    settings = DetectionSettings(min_height_px=40, zones=(IgnoreZone.from_text("0,0 1,0 1,1"),))
    sources = [source for source in gallery.sources() if source.camera == "gate"]
    for source in sources:
        gallery.note_detection_settings(source.id, settings)
    gate, yard = read_coverage(gallery, MODEL_ID).cameras
    assert len(sources) == 2 and gate.settings == (settings,) and yard.settings == ()
    assert gate.to_dict()["people_taken"] == ["height from 40 px, ignored zones: 1"]


def test_the_record_is_plain_for_json(gallery: Gallery) -> None:
    facts = read_coverage(gallery, MODEL_ID).to_dict()
    assert facts["span"] == {"start": "2026-03-01T12:00:00+00:00", "end": "2026-03-01T13:00:00+00:00"}
    assert facts["cameras"][0]["gaps"][0]["seconds"] == 330
    assert facts["failures"] == [{"path": "/g/7.jpg", "reason": "is empty"}]
    assert facts["bounds"] == {"gap_s": 300.0, "min_height_px": 48, "min_sharpness": 50.0}


def test_an_empty_case_covers_nothing(tmp_path: Path) -> None:
    with Gallery.create(tmp_path / "empty.bolo") as gallery:
        found = read_coverage(gallery, None)
    assert (found.cameras, found.span, found.failures) == ((), None, ())
