"""Cameras in the catalog: their clocks and names, and the times of their frames when those change."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from engine.errors import CaseError
from engine.gallery.camera_clock import CameraClock, RecordedTime, is_repeated
from engine.gallery.catalog.audit import Audit
from engine.gallery.catalog.database import Row
from engine.gallery.catalog.values import at, path_to_value, text_to_value, time_to_values, zone_from_text
from engine.gallery.records import CameraChange, CameraRecord, SourceKind

FRAMES_A_PAGE = 5_000
RAW_TIMES = """SELECT frame.id, frame.time, frame.time_zone, frame.time_raw, frame.raw_seconds
               FROM frame JOIN source ON source.id = frame.source_id
               WHERE source.camera = ? AND frame.id > ? ORDER BY frame.id LIMIT ?"""


class Cameras(Audit):
    """What is known of the cameras. One that nobody has said anything of has a clock that is right."""

    def camera_clock(self, camera: str) -> CameraClock:
        """Return how a camera's clock stands, as far as anybody has said."""
        rows = self._database.rows("SELECT zone, ahead_s FROM camera WHERE name = ?", [text_to_value(camera)])
        return CameraClock(zone=rows[0][0], ahead_s=rows[0][1]) if rows else CameraClock()

    def camera_records(self) -> list[CameraRecord]:
        """Return the cameras by name."""
        sql = """SELECT source.camera, COUNT(DISTINCT source.id), COUNT(frame.id), COUNT(frame.time),
                        MIN(frame.time), MAX(frame.time)
                 FROM source LEFT JOIN frame ON frame.source_id = source.id
                 GROUP BY source.camera ORDER BY source.camera"""
        return [
            CameraRecord(
                name=name,
                clock=self.camera_clock(name),
                sources=sources,
                frames=frames,
                timed=timed,
                first=None if first is None else at(first),
                last=None if last is None else at(last),
            )
            for name, sources, frames, timed, first, last in self._database.rows(sql)
        ]

    def camera_of_source(self, path: Path, kind: SourceKind, camera: str) -> str:
        """Return what the camera of a source is called now: another name where it was renamed since its import."""
        sql = """SELECT source.camera FROM camera_renamed JOIN source ON source.camera = camera_renamed.name
                 WHERE camera_renamed.was = ? AND source.path = ? AND source.kind = ?
                   AND NOT EXISTS (SELECT 1 FROM source AS same WHERE same.camera = camera_renamed.was
                                   AND same.path = source.path AND same.kind = source.kind)"""
        name = self._database.value(sql, [text_to_value(camera), path_to_value(path.absolute()), kind.value])
        return camera if name is None else str(name)

    def has_frames_of(self, camera: str) -> bool:
        """Return whether the case has frames of a camera."""
        sql = """SELECT EXISTS (SELECT 1 FROM source JOIN frame ON frame.source_id = source.id
                                WHERE source.camera = ?)"""
        return bool(self._database.value(sql, [text_to_value(camera)]))

    def note_camera_clock(self, camera: str, clock: CameraClock) -> None:
        """Note how the clock of a camera stands that the case has no frames of yet."""
        with self._change():
            self._write_clock(text_to_value(camera), clock)

    def _change_camera(
        self, camera: str, name: str | None, clock: CameraClock | None, before_commit: Callable[[], None]
    ) -> CameraChange:
        """Change name and clock of a camera in one transaction, with its line in the log."""
        old = text_to_value(camera)
        new = old if name is None else text_to_value(name.strip())
        with self._search_change():
            known = self._known_clock(old)
            now = known if clock is None else clock
            self._check_name(old, new, now)
            count = self._correct_times(old, now) if now != known else _Count()
            if new != old:
                self._rename(old, new)
            self._write_clock(new, now)
            facts = {"camera": old, "name": new, **_facts("was", known), **_facts("now", now), "frames": count.changed}
            self._append_to_log("camera changed", facts)
            if count.changed:
                self._database.write("UPDATE revision SET times_number = times_number + 1")
            before_commit()
        return CameraChange(name=new, clock=now, frames=count.changed, kept=count.kept, repeated=count.repeated)

    def _known_clock(self, camera: str) -> CameraClock:
        if self._has_camera(camera):
            return self.camera_clock(camera)
        names = ", ".join(f"“{record.name}”" for record in self.camera_records())
        raise CaseError(
            self._database.path.parent, f"there is no camera “{camera}”; the case has {names or 'none yet'}."
        )

    def _has_camera(self, camera: str) -> bool:
        return bool(self._database.value("SELECT EXISTS (SELECT 1 FROM source WHERE camera = ?)", [camera]))

    def _check_name(self, old: str, new: str, clock: CameraClock) -> None:
        folder = self._database.path.parent
        if not new:
            raise CaseError(folder, "a camera needs a name; write one.")
        if new == old or not self._has_camera(new):
            return
        if self.camera_clock(new) != clock:
            raise CaseError(
                folder,
                f"the clock of camera “{new}” stands otherwise than that of “{old}”; set both to the same, then join.",
            )
        shared = self._database.value(
            """SELECT COUNT(*) FROM source AS one JOIN source AS other
               ON other.path = one.path AND other.kind = one.kind AND other.camera = ? WHERE one.camera = ?""",
            [new, old],
        )
        if shared:
            raise CaseError(
                folder, f"cameras “{old}” and “{new}” have frames of one folder, and cannot be joined; keep both."
            )

    def _correct_times(self, camera: str, clock: CameraClock) -> "_Count":
        count = _Count()
        last = 0
        while rows := self._database.rows(RAW_TIMES, [camera, last, FRAMES_A_PAGE]):
            self._database.write_many(
                "UPDATE frame SET time = ?, time_zone = ? WHERE id = ?", list(_corrected(rows, clock, count))
            )
            last = rows[-1][0]
        return count

    def _rename(self, old: str, new: str) -> None:
        """Rename the camera wherever the case speaks of it; the log keeps the old name."""
        self._database.write("UPDATE source SET camera = ? WHERE camera = ?", [new, old])
        self._database.write("DELETE FROM camera WHERE name = ?", [old])
        self._database.write("UPDATE camera_renamed SET name = ? WHERE name = ?", [new, old])
        self._database.write("INSERT OR REPLACE INTO camera_renamed (was, name) VALUES (?, ?)", [old, new])
        self._database.write("DELETE FROM camera_renamed WHERE was = name")
        for id_, text in self._database.rows("SELECT id, filters FROM saved_query"):
            filters = json.loads(text)
            if old in (filters.get("cameras") or ()):
                filters["cameras"] = sorted({new if camera == old else camera for camera in filters["cameras"]})
                self._database.write("UPDATE saved_query SET filters = ? WHERE id = ?", [json.dumps(filters), id_])

    def _write_clock(self, camera: str, clock: CameraClock) -> None:
        sql = "INSERT OR REPLACE INTO camera (name, zone, ahead_s) VALUES (?, ?, ?)"
        self._database.write(sql, [camera, clock.zone, clock.ahead_s])


@dataclass(slots=True)
class _Count:
    """What correcting times has met so far."""

    changed: int = 0
    kept: int = 0
    repeated: int = 0


def _corrected(rows: list[Row], clock: CameraClock, count: _Count) -> Iterator[Row]:
    """Yield what to write of the frames whose time is another by this clock."""
    for frame_id, seconds, zone, raw, raw_seconds in rows:
        if raw is None:
            count.kept += seconds is not None
            continue
        written = datetime.fromisoformat(raw)
        time = clock.corrected(RecordedTime(written, raw_seconds), None if zone is None else zone_from_text(zone))
        if time is not None and time.tzinfo is not None and written.tzinfo is None:
            count.repeated += is_repeated(written, time.tzinfo)
        values = time_to_values(time)
        if values != (seconds, zone):
            count.changed += 1
            yield (*values, frame_id)


def _facts(when: str, clock: CameraClock) -> dict[str, object]:
    return {f"zone {when}": clock.zone, f"ahead_s {when}": clock.ahead_s}
