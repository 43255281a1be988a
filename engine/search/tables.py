"""A ranking, and the crops of a case, as JSON values and as CSV."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from engine.gallery.records import CropRecord
from engine.search.ranking import RankedCrop, Ranking
from engine.search.selectivity import Selectivity

_PLACE = ("crop_id", "source", "file", "frame", "time", "camera", "box", "track_id")


def ranking_to_json(ranking: Ranking, selectivity: Selectivity | None = None) -> dict[str, Any]:
    """Return the ranking as plain values: what was asked, of how many, and a row for each result."""
    guide = {} if selectivity is None else {"selectivity": selectivity.to_dict()}
    return guide | {
        "query": ranking.query.to_text(),
        "words": ranking.query.in_words(ranking.schema),
        "filters": ranking.filters.to_dict(),
        "examples": ranking.examples.to_dict(),
        "from_reviews": ranking.counted.to_dict() if ranking.learns else None,
        "scorer": ranking.scorer,
        "model": ranking.model_id,
        "considered": ranking.considered,
        "tracks": ranking.tracks,
        "searchable": ranking.searchable,
        "total": ranking.total,
        "results": [_result_row(ranked) for ranked in ranking.results],
    }


def ranking_to_csv(ranking: Ranking) -> str:
    """Return the ranking as CSV: a row for each result, a column for each ticked value's probability."""
    ticks = list(dict.fromkeys(found.attribute_id for ranked in ranking.results for found in ranked.evidence))
    rows = []
    for ranked in ranking.results:
        row = _result_row(ranked)
        row.update(row.pop("evidence"))
        rows.append(row)
    return _csv(["rank", "score", "band", "review", "of_track", *_PLACE, *ticks], rows)


def crops_to_json(crops: Iterable[CropRecord]) -> list[dict[str, Any]]:
    """Return crops as plain values, a row each; `score` is the detector's."""
    return [_crop_row(crop) for crop in crops]


def crops_to_csv(crops: Iterable[CropRecord]) -> str:
    """Return crops as CSV, a row each; the quality stands in columns of its own."""
    rows = []
    for crop in crops:
        row = _crop_row(crop)
        row.update(row.pop("quality"))
        rows.append(row)
    return _csv([*_PLACE, "score", "height_px", "sharpness", "truncated"], rows)


def _result_row(ranked: RankedCrop) -> dict[str, Any]:
    return {
        **_place(ranked.crop),
        "score": ranked.score,
        "rank": ranked.rank,
        "band": None if ranked.band is None else ranked.band.value,
        "review": ranked.review.value,
        "of_track": ranked.of_track,
        "evidence": {found.attribute_id: found.probability for found in ranked.evidence},
    }


def _crop_row(crop: CropRecord) -> dict[str, Any]:
    return {
        **_place(crop),
        "score": crop.score,
        "quality": {
            "height_px": crop.quality.height_px,
            "sharpness": crop.quality.sharpness,
            "truncated": crop.quality.truncated,
        },
    }


def _place(crop: CropRecord) -> dict[str, Any]:
    """Return where the crop comes from; the frame counts from 1, the box is [x, y, w, h] in its pixels."""
    return {
        "crop_id": crop.id,
        "source": str(crop.source_path),
        "file": str(crop.frame_path),
        "frame": crop.frame_number,
        "time": None if crop.time is None else crop.time.isoformat(),
        "camera": crop.camera,
        "box": [crop.box.x, crop.box.y, crop.box.w, crop.box.h],
        "track_id": crop.track_id,
    }


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return CSV; a box becomes "x y w h" in one cell."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=columns, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({**row, "box": " ".join(f"{side:g}" for side in row["box"])})
    return out.getvalue()
