"""What the case's footage covers, counted by camera."""

from dataclasses import dataclass

from engine.gallery.catalog.catalog import Catalog

FRAMES = """SELECT source.camera, COUNT(*), SUM(frame.time IS NULL), MIN(frame.time), MAX(frame.time),
                   SUM(NOT EXISTS (SELECT 1 FROM crop WHERE crop.frame_id = frame.id))
            FROM source JOIN frame ON frame.source_id = source.id GROUP BY source.camera"""
CROPS = """SELECT source.camera, COUNT(*), SUM(crop.height_px < ?1), SUM(crop.sharpness < ?2),
                  SUM(crop.height_px < ?1 OR crop.sharpness < ?2),
                  SUM(NOT EXISTS (SELECT 1 FROM embedding WHERE model_id = ?3 AND crop_id = crop.id))
           FROM source JOIN frame ON frame.source_id = source.id JOIN crop ON crop.frame_id = frame.id
           GROUP BY source.camera"""
GAPS = """SELECT camera, before, time FROM (
              SELECT source.camera, frame.time,
                     LAG(frame.time) OVER (PARTITION BY source.camera ORDER BY frame.time) AS before
              FROM source JOIN frame ON frame.source_id = source.id WHERE frame.time IS NOT NULL)
          WHERE time - before > ? ORDER BY camera, time"""
SOURCES = """SELECT camera, COUNT(*), SUM(NOT is_complete),
                    SUM((SELECT COUNT(*) FROM failure WHERE failure.source_id = source.id)), SUM(passed_over)
             FROM source GROUP BY camera ORDER BY camera"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageBounds:
    """From where on something counts as a gap, or as hard to judge.

    Attributes:
        gap_s: frames of a camera that are further apart leave a gap.
        min_height_px: a crop less high is too small.
        min_sharpness: variance of the Laplacian; a crop below is blurred.
    """

    gap_s: float = 300.0
    min_height_px: int = 48
    min_sharpness: float = 50.0


@dataclass(frozen=True, slots=True)
class SourceTally:
    """What a camera's sources are."""

    sources: int
    unfinished: int  # whose import was broken off
    failures: int  # files that could not be used
    passed_over: int = 0  # frames that were not looked at, because not every frame was to be


@dataclass(frozen=True, slots=True)
class FrameTally:
    """What a camera's frames are."""

    frames: int = 0
    without_time: int = 0
    first: float | None = None  # seconds since 1970, UTC
    last: float | None = None
    without_people: int = 0


@dataclass(frozen=True, slots=True)
class CropTally:
    """What a camera's crops are."""

    crops: int = 0
    too_small: int = 0
    blurred: int = 0
    below_quality: int = 0  # too small, blurred or both
    not_embedded: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageTally:
    """What a case's footage covers, by camera; a camera without frames is among the sources alone."""

    sources: dict[str, SourceTally]
    frames: dict[str, FrameTally]
    crops: dict[str, CropTally]
    gaps: dict[str, list[tuple[float, float]]]  # begin and end, in order


class CoverageTables(Catalog):
    """Counts of what was and what was not searched."""

    def coverage_tally(self, bounds: CoverageBounds, model_id: str | None) -> CoverageTally:
        """Return what the footage covers, all of one state of the case; reads every frame and crop.

        Args:
            bounds: what counts as a gap, and as hard to judge.
            model_id: the model that has to have embedded a crop; where it is None, none has.
        """
        gaps: dict[str, list[tuple[float, float]]] = {}
        with self._database.snapshot():
            sources = {camera: SourceTally(*counts) for camera, *counts in self._database.rows(SOURCES)}
            frames = {camera: FrameTally(*counts) for camera, *counts in self._database.rows(FRAMES)}
            limits = [bounds.min_height_px, bounds.min_sharpness, model_id]
            crops = {camera: CropTally(*counts) for camera, *counts in self._database.rows(CROPS, limits)}
            for camera, begin, end in self._database.rows(GAPS, [bounds.gap_s]):
                gaps.setdefault(camera, []).append((begin, end))
        return CoverageTally(sources=sources, frames=frames, crops=crops, gaps=gaps)
