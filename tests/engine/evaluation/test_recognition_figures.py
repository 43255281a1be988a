import numpy as np
import pytest

from engine.attributes.schema_file import shipped_schema
from engine.evaluation.recognition_figures import measure_recognition


def test_balanced_accuracy_is_the_mean_over_yes_and_no():
    schema = shipped_schema("pa100k")
    vectors = np.zeros((4, schema.size), np.uint8)
    vectors[0, 0] = 1
    logits = -np.ones((4, schema.size), np.float32)
    logits[0, 0] = logits[1, 0] = 1.0  # the one yes found, one of three noes wrong
    figures = measure_recognition(schema, logits, vectors)
    assert figures.rows[0].balanced_accuracy == pytest.approx(100 * (1 + 2 / 3) / 2)
    assert figures.rows[1].balanced_accuracy is None
    assert figures.ma == figures.rows[0].balanced_accuracy


def test_f1_is_none_where_no_crop_has_it_and_none_is_said_to():
    schema = shipped_schema("pa100k")
    vectors = np.zeros((4, schema.size), np.uint8)
    vectors[0, 0] = 1
    logits = -np.ones((4, schema.size), np.float32)
    logits[:2, 0] = logits[3, 1] = 1.0
    first, second, third = measure_recognition(schema, logits, vectors).rows[:3]
    assert (first.f1, first.found, first.false_alarms) == (pytest.approx(100 * 2 / 3), 1, 1)
    assert (second.f1, second.false_alarms) == (0, 1)
    assert third.f1 is None
