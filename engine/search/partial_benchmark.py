"""The benchmark `partial`: every scorer, as the window runs it, on descriptions that say only some things."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Schema
from engine.evaluation.partial_protocol import PartialRow, measure_ranking, summed_up
from engine.evaluation.partial_queries import (
    QUERIES,
    SEED,
    TICKED_GROUPS,
    PartialQuery,
    draw_partial_queries,
    ticked_groups,
)
from engine.gallery.searchable import Searchable
from engine.progress import Progress
from engine.registry.query_model import QueryModel
from engine.search.cosine import Cosine
from engine.search.fused import Fused
from engine.search.labelled_crops import LabelledCrops
from engine.search.posterior import Posterior
from engine.search.query import Query
from engine.search.scorer import Scorer
from engine.search.scorers import scorers_for
from engine.search.surroundings import RememberedSurroundings


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkPlan:
    """How many descriptions are drawn, and of how many ticked groups; None means all groups."""

    ticked: tuple[int | None, ...] = TICKED_GROUPS
    queries: int = QUERIES
    seed: int = SEED


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Measured:
    """One scorer at one number of ticked groups.

    Attributes:
        row: the means.
        by_query: (Q, 2), average precision and precision@10 of each description, from 0 to 1.
    """

    row: PartialRow
    by_query: NDArray[np.float64]


WHOLE_PLAN = BenchmarkPlan()


def measure_scorers(
    model: QueryModel, crops: LabelledCrops, progress: Progress, plan: BenchmarkPlan = WHOLE_PLAN
) -> list[Measured]:
    """Measure each scorer that the model can use at each k; complete descriptions by the paper's cosine too.

    Args:
        model: the query side.
        crops: the pictures that are searched, and whose labels the descriptions are drawn from.
        progress: is told of every k.
        plan: what to draw.
    """
    searchable = crops.searchable(model.id)
    measured = []
    for ticked in progress.track(ticked_groups(model.schema, plan.ticked), "Asking partial descriptions"):
        drawn = draw_partial_queries(model.schema, crops.vectors, ticked, count=plan.queries, seed=plan.seed)
        measured += _measure(drawn, _scorers(model, is_complete=ticked is None), searchable, model, crops)
    return measured


def said_query(drawn: PartialQuery, schema: Schema) -> Query:
    """Return the description that the ticked groups give: what is in them holds, and nothing else of them."""
    return Query.of_groups(schema, drawn.vector, drawn.groups)


def _scorers(model: QueryModel, *, is_complete: bool) -> Mapping[str, Scorer]:
    """Return the scorers by name; those that look at what lies around the crops share one look."""
    seen = RememberedSurroundings()
    sharing: dict[str, Scorer] = {Fused.name: Fused(seen), Posterior.name: Posterior(seen)}
    scorers = {name: sharing.get(name, scorer) for name, scorer in scorers_for(model).items()}
    return {name: scorer for name, scorer in scorers.items() if is_complete or name != Cosine.name}


def _measure(
    drawn: Sequence[PartialQuery],
    scorers: Mapping[str, Scorer],
    searchable: Searchable,
    model: QueryModel,
    crops: LabelledCrops,
) -> list[Measured]:
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in scorers}
    for asked in drawn:
        query, relevant = said_query(asked, model.schema), asked.relevant(model.schema, crops.vectors)
        for name, scorer in scorers.items():
            found[name].append(measure_ranking(scorer.score(query, searchable, model, None), relevant))
    ticked = len(drawn[0].groups)
    return [
        Measured(row=summed_up(name, ticked, pairs, len(crops)), by_query=np.array(pairs))
        for name, pairs in found.items()
    ]
