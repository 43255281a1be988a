"""Sources, frames and crops in the catalog."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from engine.detection.settings import DetectionSettings
from engine.errors import CaseError
from engine.gallery.catalog.catalog import Catalog
from engine.gallery.catalog.crop_rows import CROP_COLUMNS, crop_from_row
from engine.gallery.catalog.database import Row
from engine.gallery.catalog.values import at, now, path_from_value, path_to_value, text_to_value, time_to_values
from engine.gallery.records import (
    CropId,
    CropRecord,
    FrameId,
    NewCrop,
    NewFrame,
    Source,
    SourceCounts,
    SourceId,
    SourceKind,
)
from engine.giving_way import give_way

CROPS_A_PAGE = 2_000

FrameKey = tuple[Path, str, int]  # path, sha256, number


class Footage(Catalog):
    """What has been imported."""

    def sources(self) -> list[Source]:
        """Return the sources in the order they were added."""
        rows = self._database.rows("SELECT id, path, kind, camera, is_complete FROM source ORDER BY id")
        return [
            Source(
                id=SourceId(id_),
                path=path_from_value(path),
                kind=SourceKind(kind),
                camera=camera,
                is_complete=bool(is_complete),
            )
            for id_, path, kind, camera, is_complete in rows
        ]

    def add_source(self, path: Path, kind: SourceKind, camera: str) -> SourceId:
        """Add a source, or return the one of the same path, kind and camera."""
        key = (path_to_value(path.absolute()), kind.value, text_to_value(camera))
        with self._change():
            known = self._database.value("SELECT id FROM source WHERE path = ? AND kind = ? AND camera = ?", key)
            if known is not None:
                return SourceId(known)
            sql = "INSERT INTO source (path, kind, camera, added_at) VALUES (?, ?, ?, ?)"
            return SourceId(self._database.write(sql, (*key, now())))

    def detection_settings(self, source_id: SourceId) -> DetectionSettings:
        """Return who is taken of the people in a source's frames."""
        text = self._database.value("SELECT detection FROM source WHERE id = ?", [source_id])
        return DetectionSettings() if text is None else DetectionSettings.from_json(text)

    def note_detection_settings(self, source_id: SourceId, settings: DetectionSettings) -> None:
        """Keep who is to be taken of the people in a source's frames."""
        with self._change():
            self._database.write("UPDATE source SET detection = ? WHERE id = ?", [settings.to_json(), source_id])

    def finish_source(self, source_id: SourceId, passed_over: int | None = None) -> None:
        """Note that all frames of a source have been taken in that were to be.

        Args:
            source_id: the source.
            passed_over: frames that it has and the case has not, by choice; None leaves what the case knows of them.
        """
        sql = "UPDATE source SET is_complete = 1, passed_over = IFNULL(?, passed_over) WHERE id = ?"
        with self._change():
            self._database.write(sql, [passed_over, source_id])

    def cameras(self) -> list[str]:
        """Return the names of the cameras, sorted."""
        return [camera for (camera,) in self._database.rows("SELECT DISTINCT camera FROM source ORDER BY camera")]

    def time_span(self) -> tuple[datetime, datetime] | None:
        """Return the first and the last time of any frame, in UTC; None where no frame has a time."""
        ((first, last),) = self._database.rows("SELECT MIN(time), MAX(time) FROM frame")
        return None if first is None else (at(first), at(last))

    def imported_frames(self, source_id: SourceId) -> set[FrameKey]:
        """Return what tells apart the frames of a source that are in the case: path, sha256 and number."""
        rows = self._database.rows("SELECT path, sha256, number FROM frame WHERE source_id = ?", [source_id])
        paths = {value: path_from_value(value) for value in {row[0] for row in rows}}  # a video has one for all
        return {(paths[path], sha256, number) for path, sha256, number in rows}

    def last_frame_number(self, source_id: SourceId) -> int:
        """Return the highest number among the source's frames, 0 where it has none."""
        return int(self._database.value("SELECT IFNULL(MAX(number), 0) FROM frame WHERE source_id = ?", [source_id]))

    def frame_of_content(self, sha256: str) -> Path | None:
        """Return the path of the first file in the case with this content, or None."""
        value = self._database.value("SELECT path FROM frame WHERE sha256 = ? ORDER BY id LIMIT 1", [sha256])
        return None if value is None else path_from_value(value)

    def originals(self) -> dict[Path, set[str]]:
        """Return the imported files with the SHA-256 they had; several where one was changed between imports."""
        digests: dict[Path, set[str]] = {}
        for value, sha256 in self._database.rows("SELECT DISTINCT path, sha256 FROM frame ORDER BY path, sha256"):
            digests.setdefault(path_from_value(value), set()).add(sha256)
        return digests

    def counts_by_source(self) -> dict[SourceId, SourceCounts]:
        """Return the frames and crops of every source."""
        sql = """SELECT source.id,
                        (SELECT COUNT(*) FROM frame WHERE frame.source_id = source.id),
                        (SELECT COUNT(*) FROM frame JOIN crop ON crop.frame_id = frame.id
                         WHERE frame.source_id = source.id)
                 FROM source ORDER BY source.id"""
        return {SourceId(id_): SourceCounts(frames, crops) for id_, frames, crops in self._database.rows(sql)}

    def crop(self, crop_id: CropId) -> CropRecord:
        """Return one crop.

        Raises:
            CaseError: if the case has no such crop.
        """
        return self.crops([crop_id])[0]

    def crops(self, crop_ids: Sequence[CropId] | None = None) -> list[CropRecord]:
        """Return these crops in the order given, or all of them by id.

        Raises:
            CaseError: if the case lacks one of them.
        """
        if crop_ids is None:
            return list(self.iter_crops())
        ids = [int(crop_id) for crop_id in crop_ids]  # NumPy's integers are no JSON
        found: dict[int, CropRecord] = {}
        sql = f"{CROP_COLUMNS} WHERE crop.id IN (SELECT value FROM json_each(?))"
        for row in self._database.rows(sql, [json.dumps(ids)]):
            give_way()
            record = crop_from_row(row)
            found[record.id] = record
        for crop_id in ids:
            if crop_id not in found:
                folder = self._database.path.parent
                raise CaseError(folder, f"there is no crop {crop_id}; “bolo crops” lists those that there are.")
        return [found[crop_id] for crop_id in ids]

    def iter_crops(self) -> Iterator[CropRecord]:
        """Yield all crops by id; the case may be written meanwhile."""
        last = 0
        while rows := self._database.rows(
            f"{CROP_COLUMNS} WHERE crop.id > ? ORDER BY crop.id LIMIT ?", [last, CROPS_A_PAGE]
        ):
            yield from map(crop_from_row, rows)
            last = rows[-1][0]

    def crop_ids(self) -> list[CropId]:
        """Return the ids of all crops, ascending."""
        return [CropId(crop_id) for (crop_id,) in self._database.rows("SELECT id FROM crop ORDER BY id")]

    def _record_frames(
        self,
        source_id: SourceId,
        frames: Sequence[NewFrame],
        keep_jpegs: Callable[[list[tuple[CropId, bytes]]], None],
    ) -> list[CropId]:
        """Record frames and their crops in one transaction.

        The crops' pictures are kept before it ends: a kill in between leaves pictures that nothing speaks of, and the
        next crops take their ids and their places. A frame that is there already gives the ids it has.
        """
        with self._change():
            next_id = self._next_crop_id()
            pictures: list[tuple[CropId, bytes]] = []
            ids: list[CropId] = []
            for frame in frames:
                known = self._known_crops(source_id, frame)
                if known is not None:
                    ids += known
                    continue
                first_id = next_id + len(pictures)
                new_ids = [CropId(first_id + place) for place in range(len(frame.crops))]
                self._insert_crops(self._insert_frame(source_id, frame), new_ids, frame.crops)
                pictures += [(crop_id, crop.jpeg) for crop_id, crop in zip(new_ids, frame.crops, strict=True)]
                ids += new_ids
            keep_jpegs(pictures)
        return ids

    def _next_crop_id(self) -> int:
        last = self._database.value("SELECT seq FROM sqlite_sequence WHERE name = 'crop'")
        return 1 if last is None else int(last) + 1

    def _known_crops(self, source_id: SourceId, frame: NewFrame) -> list[CropId] | None:
        """Return the crops of a frame that the case has, or None where it lacks the frame."""
        frame_id = self._database.value(
            "SELECT id FROM frame WHERE source_id = ? AND path = ? AND sha256 = ? AND number = ?",
            [source_id, path_to_value(frame.path), frame.sha256, frame.number],
        )
        if frame_id is None:
            return None
        rows = self._database.rows("SELECT id FROM crop WHERE frame_id = ? ORDER BY id", [frame_id])
        return [CropId(crop_id) for (crop_id,) in rows]

    def _insert_frame(self, source_id: SourceId, frame: NewFrame) -> FrameId:
        row: Row = (
            source_id,
            path_to_value(frame.path),
            frame.number,
            frame.sha256,
            frame.width_px,
            frame.height_px,
            *time_to_values(frame.time),
            None if frame.time_raw is None else frame.time_raw.isoformat(),
            float(frame.raw_seconds),
        )
        sql = """INSERT INTO frame (source_id, path, number, sha256, width_px, height_px, time, time_zone, time_raw,
                                    raw_seconds)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
        return FrameId(self._database.write(sql, row))

    def _insert_crops(self, frame_id: FrameId, ids: Sequence[CropId], crops: Sequence[NewCrop]) -> None:
        self._database.write_many(
            """INSERT INTO crop (id, frame_id, x, y, w, h, score, height_px, sharpness, truncated,
                                 picture_hash)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            [
                (
                    crop_id,
                    frame_id,
                    *(float(side) for side in (crop.box.x, crop.box.y, crop.box.w, crop.box.h)),
                    float(crop.score),
                    int(crop.quality.height_px),
                    float(crop.quality.sharpness),
                    float(crop.quality.truncated),
                    crop.picture_hash or None,
                )
                for crop_id, crop in zip(ids, crops, strict=True)
            ],
        )
