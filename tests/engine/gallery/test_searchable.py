"""What a search reads stands row by row, and follows the catalog."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, NewFrame, SourceKind

UnitVectors = Callable[..., np.ndarray]
MakeFrame = Callable[..., NewFrame]


def logits_of(crop_ids: list[CropId]) -> np.ndarray:
    """Return three logits a crop, which say whose they are."""
    return np.array([[crop_id, -crop_id, crop_id / 4] for crop_id in crop_ids], np.float32)


def embed(gallery: Gallery, crop_ids: list[CropId], make: UnitVectors) -> None:
    gallery.save_embeddings("a1", crop_ids, make(len(crop_ids), seed=int(crop_ids[0])), logits_of(crop_ids))


def test_every_row_is_one_crop_in_whatever_order_it_was_embedded(
    gallery: Gallery, crop_ids: list[CropId], make_frame: MakeFrame, unit_vectors: UnitVectors
) -> None:
    yard = gallery.add_source(Path("/yard.avi"), SourceKind.VIDEO, "alley")
    timeless = NewFrame(
        path=Path("/yard.avi"),
        number=1,
        sha256="a" * 64,
        width_px=1,
        height_px=1,
        time_raw=None,
        time=None,
        crops=make_frame(1).crops,
    )
    more = gallery.record_frames(yard, [timeless])
    for part in (more, crop_ids[5:], crop_ids[:5]):
        embed(gallery, part, unit_vectors)
    found = gallery.searchable("a1")
    records = gallery.crops(found.crop_ids.tolist())
    assert found.crop_ids.tolist() == [*crop_ids, *more]
    assert found.count == 12
    for row, record in enumerate(records):
        assert found.column(1)[row] == -record.id
        assert found.source_ids[row] == record.source_id
        assert found.cameras[found.camera_codes[row]] == record.camera
        if record.time is None:
            assert np.isnan(found.times[row])
        else:
            assert datetime.fromtimestamp(found.times[row], UTC) == record.time
    assert found.cameras == ("alley", "door")
    assert found.columns.shape == (3, 12)
    assert found.rows_of(np.array([more[1], crop_ids[0]])).tolist() == [11, 0]
    expected = unit_vectors(2, seed=int(more[0]))
    np.testing.assert_allclose(found.vectors(np.array([11, 10])), expected[::-1], atol=1e-3)


def test_the_same_object_serves_until_the_catalog_moves_on(
    gallery: Gallery, crop_ids: list[CropId], unit_vectors: UnitVectors, folder: Path
) -> None:
    embed(gallery, crop_ids[:4], unit_vectors)
    first = gallery.searchable("a1")
    assert gallery.searchable("a1") is first
    gallery.log("search", {})
    gallery.record_failure(Path("x"), "is empty")
    assert gallery.searchable("a1") is first
    with Gallery.open(folder) as job:
        embed(job, crop_ids[4:6], unit_vectors)
    second = gallery.searchable("a1")
    assert second.crop_ids.tolist() == crop_ids[:6]
    assert second.column(0).tolist() == crop_ids[:6]
    assert second.revision > first.revision
    assert first.crop_ids.tolist() == crop_ids[:4]
    assert first.column(0).tolist() == crop_ids[:4]


def test_a_model_that_has_embedded_nothing_has_no_rows(gallery: Gallery, crop_ids: list[CropId]) -> None:
    found = gallery.searchable("a1")
    assert found.count == 0
    assert found.column(3).shape == (0,)
    assert not (gallery.folder / "index").exists()
