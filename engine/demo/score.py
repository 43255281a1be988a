"""How well a case's crops are ranked for the demo's stored descriptions, judged by the truth of the footage."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Combine
from engine.demo.appearance import Attributes
from engine.demo.queries import QUERIES
from engine.demo.truth import PersonInFrame, TrueFrame, Truth
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
    average_precision: float  # of the crops of which it can be told; 0 where none is relevant
    average_precision_of_all: float  # hidden things counted as if they could be seen
    relevant_crops: int
    untold_crops: int  # of which it cannot be told
    relevant_tracks: int  # with a crop


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoScore:
    """How all stored descriptions did."""

    mean_average_precision: float
    mean_average_precision_of_all: float
    crops: int
    matched_crops: int  # that show one of the people drawn; the rest are the detector's errors
    queries: tuple[QueryScore, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the score as plain values for JSON."""
        return asdict(self)


def score_demo_queries(gallery: Gallery, model: QueryModel, truth: Truth, *, scorer: Scorer | None = None) -> DemoScore:
    """Rank every crop of the demo case for each stored description, and measure the average precision.

    A crop shows a person if its box and the person's true box overlap by an IoU of 0.5 at least, one to one, best
    overlap first. It is relevant if the ticks hold of that person. Where what decides it cannot be seen in that frame
    (sunglasses from behind, a case outside the box), the crop is left out of that query, as Market-1501's protocol
    leaves out its junk images; the second figure counts it as if it could be seen.

    Args:
        gallery: the demo case.
        model: the query side of the model that embedded it.
        truth: of the footage.
        scorer: None takes the search's default.
    """
    records = list(gallery.crops(None))
    shown = match_people(records, truth)
    searcher = Searcher(gallery, model)
    scores = []
    for name, text in QUERIES:
        ranking = searcher.search(Query.parse(text, model.schema), limit=max(len(records), 1), scorer=scorer)
        answers = [shown.get(ranked.crop.id) for ranked in ranking.results]
        scores.append(_score(name, text, [_Answer.of(seen, ranking.query, truth) for seen in answers]))
    return DemoScore(
        mean_average_precision=float(np.mean([score.average_precision for score in scores])),
        mean_average_precision_of_all=float(np.mean([score.average_precision_of_all for score in scores])),
        crops=len(records),
        matched_crops=len(shown),
        queries=tuple(scores),
    )


@dataclass(frozen=True, slots=True)
class _Answer:
    """One ranked crop."""

    track: int  # 0 where it shows nobody drawn
    is_relevant: bool
    can_be_told: bool

    @classmethod
    def of(cls, seen: PersonInFrame | None, query: Query, truth: Truth) -> "_Answer":
        """Judge a crop by whom it shows."""
        if seen is None:
            return cls(0, False, True)
        attributes = truth.attributes_of[seen.track]
        return cls(seen.track, holds(query, attributes), can_be_told(query, attributes, seen.hidden))


def _score(name: str, text: str, answers: list[_Answer]) -> QueryScore:
    relevant = np.array([answer.is_relevant for answer in answers], dtype=bool)
    told = np.array([answer.can_be_told for answer in answers], dtype=bool)
    return QueryScore(
        name=name,
        text=text,
        average_precision=_average_precision(relevant[told]),
        average_precision_of_all=_average_precision(relevant),
        relevant_crops=int(relevant[told].sum()),
        untold_crops=int((~told).sum()),
        relevant_tracks=len({answer.track for answer in answers if answer.is_relevant and answer.can_be_told}),
    )


def _average_precision(relevant: NDArray[np.bool_]) -> float:
    return average_precision(relevant) if relevant.any() else 0.0


def holds(query: Query, attributes: Attributes) -> bool:
    """Return whether the ticks hold of a person; what is preferred decides nothing."""
    return all(_clause_holds(clause, attributes) for clause in query.clauses if not clause.preferred)


def can_be_told(query: Query, attributes: Attributes, hidden: Attributes) -> bool:
    """Return whether a crop that hides some attributes shows that the ticks hold, or that they do not."""
    least, most = attributes - hidden, attributes | hidden
    found = [
        {_clause_holds(clause, least), _clause_holds(clause, most)} for clause in query.clauses if not clause.preferred
    ]
    return {False} in found or all(len(answers) == 1 for answers in found)


def _clause_holds(clause: Clause, attributes: Attributes) -> bool:
    if clause.negated:
        return not clause.allowed & attributes
    if clause.combine is Combine.BOTH:
        return clause.allowed <= attributes
    return bool(clause.allowed & attributes)


def match_people(records: Iterable[CropRecord], truth: Truth) -> Mapping[CropId, PersonInFrame]:
    """Return for each crop that shows one of the people drawn who it is."""
    by_file: dict[str, list[CropRecord]] = defaultdict(list)
    for record in records:
        by_file[f"{record.frame_path.parent.name}/{record.frame_path.name}"].append(record)
    matched: dict[CropId, PersonInFrame] = {}
    for file, crops in by_file.items():
        if file in truth.by_file:
            matched |= _matched_in(truth.by_file[file], crops)
    return matched


def _matched_in(frame: TrueFrame, crops: list[CropRecord]) -> dict[CropId, PersonInFrame]:
    people = {seen.track: seen for seen in frame.people}
    overlaps = [(crop.box.iou(seen.box), crop.id, seen.track) for crop in crops for seen in frame.people]
    matched: dict[CropId, PersonInFrame] = {}
    taken: set[int] = set()
    for overlap, crop_id, track in sorted(overlaps, reverse=True):
        if overlap >= MIN_IOU and crop_id not in matched and track not in taken:
            matched[crop_id] = people[track]
            taken.add(track)
    return matched
