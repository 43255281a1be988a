"""A crop as the catalog joins it from its tables."""

from engine.gallery.catalog.database import Row
from engine.gallery.catalog.values import path_from_value, time_from_values
from engine.gallery.records import CropId, CropRecord, Quality, SourceId, SourceKind, TrackId
from engine.imaging.box import Box

CROP_COLUMNS = """
    SELECT crop.id, source.id, source.path, source.kind, source.camera,
           frame.path, frame.number, frame.width_px, frame.height_px, frame.sha256, frame.time, frame.time_zone,
           crop.x, crop.y, crop.w, crop.h, crop.score, crop.track_id,
           crop.height_px, crop.sharpness, crop.truncated
    FROM crop JOIN frame ON frame.id = crop.frame_id JOIN source ON source.id = frame.source_id"""


def crop_from_row(row: Row) -> CropRecord:
    """Return the record of one row of CROP_COLUMNS."""
    crop_id, source_id, source_path, kind, camera, *rest = row
    frame_path, number, width_px, height_px, sha256, time, zone, *rest = rest
    x, y, w, h, score, track_id, crop_height_px, sharpness, truncated = rest
    return CropRecord(
        id=CropId(crop_id),
        source_id=SourceId(source_id),
        source_path=path_from_value(source_path),
        source_kind=SourceKind(kind),
        frame_path=path_from_value(frame_path),
        frame_number=number,
        frame_size_px=(width_px, height_px),
        sha256=sha256,
        time=time_from_values(time, zone),
        camera=camera,
        box=Box(x, y, w, h),
        score=score,
        track_id=None if track_id is None else TrackId(track_id),
        quality=Quality(height_px=crop_height_px, sharpness=sharpness, truncated=truncated),
    )
