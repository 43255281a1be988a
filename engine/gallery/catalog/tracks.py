"""Tracks in the catalog: which crops show one person passing one camera."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from engine.gallery.catalog.catalog import Catalog
from engine.gallery.records import CropId, FrameId, Quality, SourceId, TrackId
from engine.tracking.link import FrameBoxes

NO_HASH = bytes(16)


@dataclass(frozen=True, slots=True)
class LinkableFrame:
    """A frame with the boxes of its crops.

    Attributes:
        crop_ids: n crops.
        found: their boxes, and when, in seconds since 1970, UTC.
        hashes: (n, 2) uint64, of their pictures; zeros where an older import computed none.
    """

    crop_ids: tuple[CropId, ...]
    found: FrameBoxes
    hashes: NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class TrackedQuality:
    """How well a crop of a track shows the person."""

    track_id: TrackId
    crop_id: CropId
    quality: Quality


class Tracks(Catalog):
    """Which crops belong together."""

    def sources_to_link(self) -> list[SourceId]:
        """Return the sources with frames that came after their people were last linked."""
        sql = """SELECT id FROM source WHERE EXISTS
                 (SELECT 1 FROM frame WHERE frame.source_id = source.id AND frame.id > source.linked_frame_id)
                 ORDER BY id"""
        return [SourceId(source_id) for (source_id,) in self._database.rows(sql)]

    def last_frame_id(self, source_id: SourceId) -> FrameId:
        """Return the highest id among the source's frames, 0 where it has none."""
        return FrameId(self._database.value("SELECT IFNULL(MAX(id), 0) FROM frame WHERE source_id = ?", [source_id]))

    def linkable_frames(self, source_id: SourceId, until: FrameId) -> Iterator[LinkableFrame]:
        """Yield the source's frames up to this id in the order in which they were filmed."""
        sql = """SELECT frame.id, frame.time, crop.id, crop.x, crop.y, crop.w, crop.h, crop.score,
                        crop.picture_hash
                 FROM frame LEFT JOIN crop ON crop.frame_id = frame.id
                 WHERE frame.source_id = ? AND frame.id <= ?
                 ORDER BY frame.time IS NULL, frame.time, frame.number, frame.id, crop.id"""
        rows = (row for part in self._database.stream(sql, [source_id, until]) for row in part)
        for _, of_frame in groupby(rows, key=lambda row: row[0]):
            joined = list(of_frame)
            crops = [row[2:] for row in joined if row[2] is not None]
            numbers = np.array([row[1:6] for row in crops], np.float64).reshape(-1, 5)
            found = FrameBoxes(boxes=numbers[:, :4], scores=numbers[:, 4], seconds=joined[0][1])
            hashes = np.frombuffer(b"".join(map(_hash_of, (row[6] for row in crops))), np.uint64).reshape(-1, 2)
            yield LinkableFrame(tuple(CropId(row[0]) for row in crops), found, hashes)

    def save_tracks(
        self,
        source_id: SourceId,
        tracks: Sequence[Sequence[CropId]],
        linked_until: FrameId,
        alike: Sequence[Sequence[CropId]] = (),
    ) -> None:
        """Replace the source's tracks, in one transaction; one that goes on keeps its id.

        Args:
            source_id: the source.
            tracks: the crops of each, in order.
            linked_until: the last frame that was looked at.
            alike: more of them, which no tracker linked: they show the same picture at the same place.
        """
        together = [*tracks, *alike]
        with self._search_change():
            before = self._tracks_of_crops(source_id)
            track_ids = self._ids_for(source_id, together, before)
            after = {crop_id: id_ for id_, crops in zip(track_ids, together, strict=True) for crop_id in crops}
            changed = (crop for crop in sorted(before.keys() | after.keys()) if before.get(crop) != after.get(crop))
            rows = ((after.get(crop), crop) for crop in changed)
            self._database.write_many("UPDATE crop SET track_id = ? WHERE id = ?", rows)
            gone = set(before.values()) - set(track_ids)
            self._database.write_many("DELETE FROM track WHERE id = ?", ((track_id,) for track_id in sorted(gone)))
            kinds = ((place >= len(tracks), track_id) for place, track_id in enumerate(track_ids))
            self._database.write_many("UPDATE track SET is_alike = ? WHERE id = ?", kinds)
            self._database.write("UPDATE source SET linked_frame_id = ? WHERE id = ?", [linked_until, source_id])

    def tracks_of_crops(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the crops (n,) that have a track, ascending, and their tracks (n,)."""
        stream = self._database.stream("SELECT id, track_id FROM crop WHERE track_id IS NOT NULL ORDER BY id")
        pairs = np.concatenate([np.empty((0, 2), np.int64), *(np.array(part, np.int64) for part in stream)])
        self._database.forget_pages()
        return pairs[:, 0], pairs[:, 1]

    def alike_tracks(self) -> frozenset[TrackId]:
        """Return the tracks that no tracker linked."""
        return frozenset(TrackId(id_) for (id_,) in self._database.rows("SELECT id FROM track WHERE is_alike"))

    def crops_of_track(self, track_id: TrackId) -> list[CropId]:
        """Return the crops of a track by id, which is the order in which they were found."""
        rows = self._database.rows("SELECT id FROM crop WHERE track_id = ? ORDER BY id", [track_id])
        return [CropId(crop_id) for (crop_id,) in rows]

    def qualities_of_tracks(self, track_ids: Sequence[TrackId] | None = None) -> Iterator[TrackedQuality]:
        """Yield the crops of these tracks, or of all, by track and then by id, with how well they show the person."""
        chosen = "IS NOT NULL" if track_ids is None else "IN (SELECT value FROM json_each(?))"
        sql = f"""SELECT track_id, id, height_px, sharpness, truncated FROM crop
                  WHERE track_id {chosen} ORDER BY track_id, id"""
        given = [] if track_ids is None else [json.dumps([int(track_id) for track_id in track_ids])]
        for part in self._database.stream(sql, given):
            for track_id, crop_id, height, sharpness, truncated in part:
                quality = Quality(height_px=height, sharpness=sharpness, truncated=truncated)
                yield TrackedQuality(TrackId(track_id), CropId(crop_id), quality)

    def _tracks_of_crops(self, source_id: SourceId) -> dict[CropId, TrackId]:
        sql = """SELECT crop.id, crop.track_id FROM frame JOIN crop ON crop.frame_id = frame.id
                 WHERE frame.source_id = ? AND crop.track_id IS NOT NULL"""
        return {CropId(crop_id): TrackId(track_id) for crop_id, track_id in self._database.rows(sql, [source_id])}

    def _ids_for(
        self, source_id: SourceId, tracks: Sequence[Sequence[CropId]], before: dict[CropId, TrackId]
    ) -> list[TrackId]:
        """Return an id for each track: that of its earliest crop that had one nobody took, else a new one."""
        ids: list[TrackId] = []
        taken: set[TrackId] = set()
        for crops in tracks:
            had = (before[crop_id] for crop_id in crops if crop_id in before and before[crop_id] not in taken)
            id_ = next(had, None) or self._new_track(source_id)
            taken.add(id_)
            ids.append(id_)
        return ids

    def _new_track(self, source_id: SourceId) -> TrackId:
        return TrackId(self._database.write("INSERT INTO track (source_id) VALUES (?)", [source_id]))


def _hash_of(stored: object) -> bytes:
    """Return 16 bytes, zeros for what is no hash."""
    return stored if isinstance(stored, bytes) and len(stored) == len(NO_HASH) else NO_HASH
