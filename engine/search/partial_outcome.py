"""The protocol `partial`: how every scorer answers descriptions that say only some things."""

from collections.abc import Mapping, Sequence

from engine.evaluation.bootstrap import Resampled, resampled_means
from engine.evaluation.embedded_split import EmbeddedSplit
from engine.evaluation.markdown_table import Tables, markdown_table, percent
from engine.evaluation.outcome import Outcome
from engine.evaluation.partial_queries import SEED
from engine.progress import Progress
from engine.registry.query_model import QueryModel
from engine.search.labelled_crops import LabelledCrops
from engine.search.partial_benchmark import WHOLE_PLAN, BenchmarkPlan, Measured, measure_scorers
from engine.search.scorers import DEFAULT, SCORERS, scorers_for


def measure_partial_outcome(
    model: QueryModel, split: EmbeddedSplit, progress: Progress, plan: BenchmarkPlan = WHOLE_PLAN
) -> Outcome:
    """Measure a model by the benchmark `partial`; the headline is the default scorer's mAP at each k.

    Args:
        model: the query side.
        split: the pictures as the same model embeds them.
        progress: is told of every k.
        plan: what to draw.
    """
    crops = LabelledCrops(embeddings=split.embeddings, logits=split.calibrated, vectors=split.images.vectors)
    measured = measure_scorers(model, crops, progress, plan)
    figures = {
        "scorer": DEFAULT,
        "rows": [found.row.to_dict() for found in measured],
        "queries": plan.queries,
        "gallery": len(crops),
        "seed": SEED,
        "left_out": [name for name in SCORERS if name not in scorers_for(model)],  # the model lacks what they need
    }
    best = [found for found in measured if found.row.scorer == DEFAULT]
    return Outcome(
        figures=figures,
        headline={_figure(found): found.row.map for found in best},
        resampled={_figure(found): _resampled(found) for found in best},
    )


def partial_tables(outcomes: Mapping[str, Outcome]) -> Tables:
    """Return two tables for each model, mAP and precision@10: a row for each scorer, a column for each k."""
    tables = {}
    for name, outcome in outcomes.items():
        rows = outcome.figures["rows"]
        tables[f"{name}: mAP by ticked groups, percent"] = _table(rows, "map")
        tables[f"{name}: precision@10 by ticked groups, percent"] = _table(rows, "p10")
    return tables


def _table(rows: Sequence[Mapping[str, object]], figure: str) -> str:
    ks = list(dict.fromkeys(str(row["k"]) for row in rows))
    found = {(str(row["scorer"]), str(row["k"])): row[figure] for row in rows}
    scorers = list(dict.fromkeys(scorer for scorer, _ in found))
    cells = [[scorer, *(_cell(found.get((scorer, k))) for k in ks)] for scorer in scorers]
    return markdown_table(["Scorer", *ks], cells)


def _cell(value: object) -> str:
    return percent(value if isinstance(value, float) else None)


def _figure(found: Measured) -> str:
    return f"map_k{found.row.k}"


def _resampled(found: Measured) -> Resampled:
    return resampled_means(100 * found.by_query[:, 0])
