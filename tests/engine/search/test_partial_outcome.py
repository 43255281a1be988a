"""The protocol `partial` as the evaluation reports it."""

import json
from pathlib import Path

import numpy as np
import pytest

from engine.datasets.labelled_images import LabelledImages
from engine.evaluation.embedded_split import EmbeddedSplit
from engine.progress import Progress
from engine.search.partial_benchmark import BenchmarkPlan
from engine.search.partial_outcome import measure_partial_outcome, partial_tables

PLAN = BenchmarkPlan(ticked=(1, None), queries=4)


@pytest.fixture(scope="module")
def outcome(model, peta):
    bits = (np.random.default_rng(1).random((20, peta.size)) < 0.2).astype(np.uint8)
    images = LabelledImages("made", peta, tuple(map(Path, map(str, range(20)))), bits)
    logits = 2.0 * bits.astype(np.float32) - 1
    split = EmbeddedSplit(
        model="test",
        images=images,
        training=images,
        embeddings=model.encode_categories(bits),
        logits=logits,
        calibrated=logits,
        encode_categories=model.encode_categories,
        fusion_alpha=None,
    )
    return measure_partial_outcome(model, split, Progress(), PLAN)


def test_the_figures_are_rows_of_scorer_and_k_and_say_what_is_left_out(outcome):
    figures = json.loads(json.dumps(outcome.figures, allow_nan=False))

    assert {tuple(sorted(row)) for row in figures["rows"]} == {("gallery", "k", "map", "p10", "queries", "scorer")}
    assert figures["left_out"] == ["posterior", "completion"]
    assert (figures["scorer"], figures["queries"], figures["gallery"]) == ("fused", 4, 20)


def test_models_are_compared_by_the_default_scorers_map_at_each_k(outcome):
    fused = {row["k"]: row["map"] for row in outcome.figures["rows"] if row["scorer"] == "fused"}

    assert outcome.headline == {"map_k1": fused[1], "map_k17": fused[17]}
    assert all(len(rounds) == 1000 for rounds in outcome.resampled.values())
    assert outcome.less(outcome)["map_k1"].difference == 0


def test_tables_have_a_row_for_each_scorer_and_a_dash_where_none_was_measured(outcome):
    table = partial_tables({"a": outcome})["a: mAP by ticked groups, percent"]

    lines = table.splitlines()
    assert lines[0] == "| Scorer | 1 | 17 |"
    assert len(lines) == 2 + 4
    assert next(line for line in lines if "cosine" in line).startswith("| cosine | – |")
