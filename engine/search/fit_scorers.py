"""Choosing the fused score's constants on labelled pictures kept out of the test."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.partial_protocol import measure_ranking
from engine.evaluation.partial_queries import SEED, draw_partial_queries, ticked_groups
from engine.progress import Progress
from engine.registry.query_model import QueryModel
from engine.search.heads import Heads
from engine.search.labelled_crops import LabelledCrops
from engine.search.partial_benchmark import said_query
from engine.search.posterior import Posterior
from engine.search.search_fit import FIGURE, SearchFit
from engine.search.surroundings import RememberedSurroundings

SHARPNESSES = (6.0, 8.0, 9.0, 10.0, 12.0)
HEADS_WEIGHTS = (0.25, 0.35, 0.5, 0.7, 1.0)
AS_GOOD = (
    0.001  # mAP that is as good as the best; of what is, the heads weigh most, for they carry over to other cameras
)
Maps = NDArray[np.float64]

QUERIES = 400  # for each k
FIT_SEED = SEED + 1  # other descriptions than the benchmark's, of the same pictures


def fit_scorers(model: QueryModel, crops: LabelledCrops, progress: Progress) -> SearchFit:
    """Return the constants with the best mean of mAP over all k of the benchmark `partial`, but the complete ones.

    Constants with which the fused score is at some k behind the posterior or the heads alone are taken only where there
    are no others.

    Args:
        model: a query side that has its known categories.
        crops: pictures of the validation part.
        progress: is told of every sharpness that was tried.

    Raises:
        ModelError: if the model was stored without its categories.
    """
    means: dict[SearchFit, float] = {}
    never_behind = set()
    for sharpness in progress.track(SHARPNESSES, "Choosing the fused score's weights"):
        tried = replace(SearchFit(), sharpness=sharpness)
        pooled, alone = _maps(model.with_figures({FIGURE: tried.to_dict()}), crops)
        for weight, by_k in zip(HEADS_WEIGHTS, pooled.T, strict=True):
            fit = replace(tried, heads_weight=weight)
            means[fit] = float(by_k.mean())
            if (by_k >= alone.max(axis=1)).all():
                never_behind.add(fit)
    eligible = never_behind or set(means)
    best = max(means[fit] for fit in eligible)
    return max(
        (fit for fit in eligible if means[fit] >= best - AS_GOOD), key=lambda fit: (fit.heads_weight, means[fit])
    )


def _maps(model: QueryModel, crops: LabelledCrops) -> tuple[Maps, Maps]:
    """Return the mean average precisions at each k: fused at each weight of the heads, (K, W), and alone, (K, 2)."""
    searchable, posterior, heads = crops.searchable(model.id), Posterior(RememberedSurroundings()), Heads()
    pooled, alone = [], []
    for ticked in (k for k in ticked_groups(model.schema) if k is not None):
        found = []
        for asked in draw_partial_queries(model.schema, crops.vectors, ticked, count=QUERIES, seed=FIT_SEED):
            query, relevant = said_query(asked, model.schema), asked.relevant(model.schema, crops.vectors)
            of_categories = posterior.score(query, searchable, model, None)
            of_heads = heads.score(query, searchable, model, None)
            together = [np.logaddexp(of_categories, np.float32(np.log(w)) + of_heads) for w in HEADS_WEIGHTS]
            found.append([measure_ranking(scores, relevant)[0] for scores in (*together, of_categories, of_heads)])
        means = np.mean(found, axis=0)
        pooled.append(means[:-2])
        alone.append(means[-2:])
    return np.array(pooled), np.array(alone)
