"""The protocol `full`: whole descriptions, by every scorer, seen and unseen, group by group."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.embedded_split import EmbeddedSplit
from engine.evaluation.full_protocol import QueryFigures, measure_queries
from engine.evaluation.group_agreement import measure_groups
from engine.evaluation.outcome import Outcome

BEST_SCORER = "fused"  # for complete descriptions, on validation data (docs/benchmarks.md)


def measure_full_outcome(split: EmbeddedSplit) -> Outcome:
    """Measure whole descriptions; the figures are those of the best scorer, with a row per scorer beside them."""
    of_image = split.images.categories.of_image
    measured = {name: measure_queries(scores, of_image, scorer=name) for name, scores in split.scores.items()}
    best = measured[BEST_SCORER]
    rows = {name: figures.summed_up().to_dict() for name, figures in measured.items()}
    groups = measure_groups(split.scores[BEST_SCORER], best, split.images)
    figures = rows[BEST_SCORER] | {
        "by_scorer": rows,
        "seen": _part(best, split.is_seen),
        "unseen": _part(best, ~split.is_seen),
        "by_group": {row.group: row.to_dict() for row in groups},
    }
    return Outcome(figures=figures, headline=best.means(), resampled=best.resampled())


def _part(measured: QueryFigures, chosen: NDArray[np.bool_]) -> dict[str, Any] | None:
    """Return the figures of some of the queries; None where there are none."""
    return measured.of(chosen).summed_up().to_dict() if chosen.any() else None
