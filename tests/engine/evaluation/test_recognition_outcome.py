import json

import numpy as np
import pytest

from engine.evaluation.bootstrap import draw_rounds
from engine.evaluation.recognition_outcome import measure_recognition_outcome, resampled_ma
from engine.evaluation.recognition_tables import recognition_tables


@pytest.fixture(scope="module")
def outcome(split):
    return measure_recognition_outcome(split)


def test_every_attribute_has_its_counts_and_f1(split, outcome):
    said, true = split.logits > 0, split.images.vectors == 1
    for k, name in enumerate(split.images.schema.attribute_ids):
        hits = sum(s and t for s, t in zip(said[:, k], true[:, k], strict=True))
        row = outcome.figures["rows"][name]
        assert (row["positives"], row["found"]) == (true[:, k].sum(), hits)
        assert row["false_alarms"] == said[:, k].sum() - hits
        precision, recall = hits / max(said[:, k].sum(), 1), hits / max(true[:, k].sum(), 1)
        if hits:
            assert row["f1"] == pytest.approx(100 * 2 * precision * recall / (precision + recall))


def test_the_list_of_the_contract_says_the_same(outcome):
    for name, (positives, accuracy) in outcome.figures["attributes"].items():
        row = outcome.figures["rows"][name]
        assert (row["positives"], row["balanced_accuracy"]) == (positives, accuracy)


def test_a_group_is_the_mean_of_its_attributes(split, outcome):
    for group in split.images.schema.groups:
        known = [outcome.figures["rows"][attribute.id]["balanced_accuracy"] for attribute in group.attributes]
        known = [value for value in known if value is not None]
        assert outcome.figures["by_group"][group.id] == (pytest.approx(np.mean(known)) if known else None)


def test_resampled_ma_equals_a_slow_bootstrap():
    random = np.random.default_rng(4)
    said, true = random.random((2, 15, 3)) < 0.4
    for drawn, fast in zip(draw_rounds(15, 25), resampled_ma(said, true, 25), strict=True):
        accuracies = []
        for k in range(3):
            yes = [said[i, k] for i in drawn if true[i, k]]
            no = [not said[i, k] for i in drawn if not true[i, k]]
            if yes and no:
                accuracies.append((np.mean(yes) + np.mean(no)) / 2)
        assert fast == pytest.approx(100 * np.mean(accuracies))


def test_the_figures_are_plain_json_and_two_models_can_be_compared(outcome, another_models_split):
    assert json.loads(json.dumps(outcome.figures, allow_nan=False))["images"] == 60
    other = measure_recognition_outcome(another_models_split)
    found = outcome.less(other)["ma"]
    assert found.low < outcome.figures["ma"] - other.figures["ma"] < found.high


def test_the_table_sets_the_models_side_by_side(outcome, split):
    means, groups, attributes = recognition_tables({"A": outcome, "B": outcome}).values()
    assert means.count("\n") == 3
    assert groups.count("\n") == 1 + len(split.images.schema.groups)
    assert "A: F1" in attributes and "B: false alarms" in attributes
