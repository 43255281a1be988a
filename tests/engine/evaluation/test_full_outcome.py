import json
from dataclasses import replace

import numpy as np
import pytest

from engine.datasets.labelled_images import LabelledImages
from engine.evaluation.full_outcome import measure_full_outcome
from engine.evaluation.full_protocol import measure_full
from engine.evaluation.full_tables import full_tables

CONTRACT = {"rank1", "rank5", "rank10", "map", "map_trapezoidal", "queries", "gallery", "intervals", "scorer"}


@pytest.fixture(scope="module")
def outcome(split):
    return measure_full_outcome(split)


def test_the_figures_are_the_best_scorers_under_the_names_of_the_contract(split, outcome):
    slow = measure_full(split.scores["fused"], split.images.categories.of_image, scorer="fused")
    assert {name: outcome.figures[name] for name in CONTRACT} == slow.to_dict()
    assert outcome.figures["by_scorer"]["fused"] == slow.to_dict()
    assert outcome.headline["map"] == slow.map


def test_seen_and_unseen_together_are_all_queries(outcome):
    seen, unseen, every = outcome.figures["seen"], outcome.figures["unseen"], outcome.figures
    assert (seen["queries"], unseen["queries"]) == (4, 8)
    for name in ("rank1", "map"):
        assert (4 * seen[name] + 8 * unseen[name]) / 12 == pytest.approx(every[name])
    assert seen["gallery"] == every["gallery"]


def test_where_no_category_is_seen_there_are_no_figures_of_seen_ones(split):
    nothing = LabelledImages("none", split.images.schema, (), split.images.vectors[:0])
    figures = measure_full_outcome(replace(split, training=nothing)).figures
    assert figures["seen"] is None
    assert figures["unseen"]["map"] == figures["map"]


def test_agreement_by_group_equals_a_slow_count(split, outcome):
    images, scores = split.images, split.scores["fused"]
    for group in images.schema.groups:
        bits = images.schema.slice_of(group)
        agreeing = []
        for query, row in zip(images.categories.vectors, scores, strict=True):
            first_ten = sorted(range(len(row)), key=lambda i, row=row: -row[i])[:10]
            agreeing += [[tuple(images.vectors[i, bits]) == tuple(query[bits]) for i in first_ten]]
        row = outcome.figures["by_group"][group.id]
        assert row["agreement1"] == pytest.approx(100 * np.mean([found[0] for found in agreeing]))
        assert row["agreement10"] == pytest.approx(100 * np.mean(agreeing))
        assert row["queries"] == sum(any(query[bits]) for query in images.categories.vectors)


def test_the_figures_are_plain_json(outcome):
    assert json.loads(json.dumps(outcome.figures, allow_nan=False))["queries"] == 12


def test_the_paired_interval_is_the_one_of_the_queries_differences(outcome, another_models_split, split):
    other = measure_full_outcome(another_models_split)
    found = outcome.less(other)["map"]
    assert found.difference == pytest.approx(outcome.figures["map"] - other.figures["map"])
    apart = np.subtract(*outcome.figures["intervals"]["map"]), np.subtract(*other.figures["intervals"]["map"])
    assert found.low < found.difference < found.high
    assert found.high - found.low < -sum(apart)


def test_the_tables_have_a_row_for_each_scorer_part_and_group(split, outcome):
    by_scorer, by_part, by_group = full_tables({"A": outcome, "B": outcome}).values()
    assert by_scorer.count("\n") == 1 + 2 * 3
    assert by_part.count("\n") == 1 + 2 * 3
    assert by_group.count("\n") == 1 + 2 * len(split.images.schema.groups)
    first = split.images.schema.groups[0].id
    assert [row.split(" |")[0] for row in by_group.splitlines()[2:4]] == [f"| {first}, A", f"| {first}, B"]
    low, high = outcome.figures["intervals"]["rank1"]
    assert f"| A, fused | {outcome.figures['rank1']:.1f} [{low:.1f}, {high:.1f}] |" in by_scorer
