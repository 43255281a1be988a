"""Choosing the fused score's constants on labelled pictures kept out of the test."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.partial_protocol import measure_ranking
from engine.evaluation.partial_queries import SEED, draw_partial_queries, ticked_groups
from engine.progress import Progress
from engine.registry.query_model import QueryModel
from engine.search.category_mass import RememberedMass
from engine.search.heads import Heads
from engine.search.labelled_crops import LabelledCrops
from engine.search.partial_benchmark import said_query
from engine.search.posterior import Posterior
from engine.search.search_fit import FIGURE, SearchFit

SHARPNESSES = (4.0, 6.0, 8.0, 12.0, 16.0)
HEADS_WEIGHTS = (0.25, 0.5, 1.0, 2.0)
QUERIES = 80  # for each k
FIT_SEED = SEED + 1  # other descriptions than the benchmark's, of the same pictures


def fit_scorers(model: QueryModel, crops: LabelledCrops, progress: Progress) -> SearchFit:
    """Return the constants with the best mean of mAP over all k of the benchmark `partial`.

    Args:
        model: a query side that has its known categories.
        crops: pictures of the validation part.
        progress: is told of every sharpness that was tried.

    Raises:
        ModelError: if the model was stored without its categories.
    """
    best, best_map = SearchFit(), -1.0
    for sharpness in progress.track(SHARPNESSES, "Choosing the fused score's weights"):
        tried = replace(SearchFit(), sharpness=sharpness)
        maps = _mean_maps(model.with_figures({FIGURE: tried.to_dict()}), crops)
        place = int(np.argmax(maps))
        if maps[place] > best_map:
            best, best_map = replace(tried, heads_weight=HEADS_WEIGHTS[place]), float(maps[place])
    return best


def _mean_maps(model: QueryModel, crops: LabelledCrops) -> NDArray[np.float64]:
    """Return the mean average precision over all k at each weight of the heads, (W,)."""
    searchable, posterior, heads = crops.searchable(model.id), Posterior(RememberedMass()), Heads()
    found = []
    for ticked in ticked_groups(model.schema):
        for asked in draw_partial_queries(model.schema, crops.vectors, ticked, count=QUERIES, seed=FIT_SEED):
            query, relevant = said_query(asked, model.schema), asked.relevant(model.schema, crops.vectors)
            of_categories = posterior.score(query, searchable, model, None)
            of_heads = heads.score(query, searchable, model, None)
            found.append(
                [measure_ranking(of_categories + np.float32(w) * of_heads, relevant)[0] for w in HEADS_WEIGHTS]
            )
    return np.asarray(np.mean(found, axis=0))
