"""Single frames in the catalog, and which come before and after."""

from collections.abc import Sequence
from datetime import datetime

from engine.errors import CaseError
from engine.gallery.catalog.catalog import Catalog
from engine.gallery.catalog.values import path_from_value, time_from_values
from engine.gallery.records import CropId, FrameId, FrameRecord, SourceId, SourceKind
from engine.imaging.box import Box

FRAME_COLUMNS = """
    SELECT frame.id, frame.source_id, source.kind, frame.path, frame.number, frame.width_px, frame.height_px,
           frame.sha256, frame.time, frame.time_zone, frame.time_raw, frame.raw_seconds
    FROM frame JOIN source ON source.id = frame.source_id"""
AFTER = "frame.source_id = ? AND (frame.number, frame.id) > (?, ?) ORDER BY frame.number, frame.id"
BEFORE = "frame.source_id = ? AND (frame.number, frame.id) < (?, ?) ORDER BY frame.number DESC, frame.id DESC"


class Frames(Catalog):
    """The frames of the case, one at a time."""

    def frame_of_crop(self, crop_id: CropId) -> FrameRecord:
        """Return the frame that a crop was cut out of.

        Raises:
            CaseError: if the case has no such crop.
        """
        found = self._frame("frame.id = (SELECT frame_id FROM crop WHERE crop.id = ?)", [int(crop_id)])
        if found is None:
            raise CaseError(self._database.path.parent, f"there is no crop {crop_id}.")
        return found

    def frame_after(self, frame: FrameRecord) -> FrameRecord | None:
        """Return the next frame of the same source that the case has; None after the last."""
        return self._frame(AFTER, [frame.source_id, frame.frame_number, frame.id])

    def frame_before(self, frame: FrameRecord) -> FrameRecord | None:
        """Return the frame before it of the same source; None before the first."""
        return self._frame(BEFORE, [frame.source_id, frame.frame_number, frame.id])

    def _frame(self, condition: str, parameters: Sequence[object]) -> FrameRecord | None:
        rows = self._database.rows(f"{FRAME_COLUMNS} WHERE {condition} LIMIT 1", parameters)
        if not rows:
            return None
        id_, source_id, kind, path, number, width, height, sha256, time, zone, raw, raw_seconds = rows[0]
        people = self._database.rows("SELECT id, x, y, w, h FROM crop WHERE frame_id = ? ORDER BY id", [id_])
        return FrameRecord(
            id=FrameId(id_),
            source_id=SourceId(source_id),
            source_kind=SourceKind(kind),
            frame_path=path_from_value(path),
            frame_number=number,
            frame_size_px=(width, height),
            sha256=sha256,
            time=time_from_values(time, zone),
            time_raw=None if raw is None else datetime.fromisoformat(raw),
            raw_seconds=float(raw_seconds or 0.0),
            people=tuple((CropId(crop_id), Box(*sides)) for crop_id, *sides in people),
        )
