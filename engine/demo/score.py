"""How well a case's crops are ranked for the demo's stored descriptions, judged by the truth of the footage."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from engine.attributes.schema import Combine
from engine.demo.appearance import Attributes
from engine.demo.queries import QUERIES
from engine.demo.truth import TrueFrame, Truth
from engine.evaluation.average_precision import average_precision
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, CropRecord
from engine.registry.query_model import QueryModel
from engine.search.clause import Clause
from engine.search.query import Query
from engine.search.scorer import Scorer
from engine.search.searcher import Searcher

MIN_IOU = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryScore:
    """How one stored description did."""

    name: str
    text: str
    average_precision: float  # 0 where no crop is relevant
    relevant_crops: int
    relevant_tracks: int  # with a crop


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoScore:
    """How all stored descriptions did."""

    mean_average_precision: float
    crops: int
    matched_crops: int  # that show one of the people drawn; the rest are the detector's errors
    queries: tuple[QueryScore, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the score as plain values for JSON."""
        return asdict(self)


def score_demo_queries(gallery: Gallery, model: QueryModel, truth: Truth, *, scorer: Scorer | None = None) -> DemoScore:
    """Rank every crop of the demo case for each stored description, and measure the average precision.

    A crop shows a person if its box and the person's true box overlap by an IoU of 0.5 at least, one to one, best
    overlap first. It is relevant if the ticks hold of that person.

    Args:
        gallery: the demo case.
        model: the query side of the model that embedded it.
        truth: of the footage.
        scorer: None takes the search's default.
    """
    records = list(gallery.crops(None))
    tracks = match_tracks(records, truth)
    searcher = Searcher(gallery, model)
    scores = []
    for name, text in QUERIES:
        query = Query.parse(text, model.schema)
        wanted = relevant_tracks(query, truth)
        ranking = searcher.search(query, limit=max(len(records), 1), scorer=scorer)
        hits = [tracks.get(ranked.crop.id) in wanted for ranked in ranking.results]
        scores.append(QueryScore(
            name=name, text=text, average_precision=average_precision(np.array(hits)) if any(hits) else 0.0,
            relevant_crops=sum(hits), relevant_tracks=len(wanted & set(tracks.values())),
        ))  # fmt: skip
    mean = float(np.mean([score.average_precision for score in scores]))
    return DemoScore(
        mean_average_precision=mean, crops=len(records), matched_crops=len(tracks), queries=tuple(scores)
    )  # fmt: skip


def relevant_tracks(query: Query, truth: Truth) -> set[int]:
    """Return the tracks of the people of whom the description holds."""
    return {track.track for track in truth.tracks if holds(query, track.attributes)}


def holds(query: Query, attributes: Attributes) -> bool:
    """Return whether the ticks hold of a person; what is preferred decides nothing."""
    return all(_clause_holds(clause, attributes) for clause in query.clauses if not clause.preferred)


def _clause_holds(clause: Clause, attributes: Attributes) -> bool:
    if clause.negated:
        return not clause.allowed & attributes
    if clause.combine is Combine.BOTH:
        return clause.allowed <= attributes
    return bool(clause.allowed & attributes)


def match_tracks(records: Iterable[CropRecord], truth: Truth) -> Mapping[CropId, int]:
    """Return the true track of each crop that shows one of the people drawn."""
    by_file: dict[str, list[CropRecord]] = defaultdict(list)
    for record in records:
        by_file[f"{record.frame_path.parent.name}/{record.frame_path.name}"].append(record)
    matched: dict[CropId, int] = {}
    for file, crops in by_file.items():
        if file in truth.by_file:
            matched |= _matched_in(truth.by_file[file], crops)
    return matched


def _matched_in(frame: TrueFrame, crops: list[CropRecord]) -> dict[CropId, int]:
    overlaps = [(crop.box.iou(seen.box), crop.id, seen.track) for crop in crops for seen in frame.people]
    matched: dict[CropId, int] = {}
    taken: set[int] = set()
    for overlap, crop_id, track in sorted(overlaps, reverse=True):
        if overlap >= MIN_IOU and crop_id not in matched and track not in taken:
            matched[crop_id] = track
            taken.add(track)
    return matched
