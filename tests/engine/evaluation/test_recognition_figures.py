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


def test_an_attribute_is_measured_on_the_crops_of_which_it_is_known():
    schema = shipped_schema("pa100k")
    generator = np.random.default_rng(2)
    vectors = (generator.random((40, schema.size)) < 0.4).astype(np.uint8)
    known = (generator.random((40, schema.size)) < 0.7).astype(np.uint8)
    logits = generator.normal(size=vectors.shape).astype(np.float32)
    figures = measure_recognition(schema, logits, vectors, known=known)
    for place, row in enumerate(figures.rows):
        rows = known[:, place] == 1
        alone = measure_recognition(schema, logits[rows], vectors[rows]).rows[place]
        assert row == alone


def test_where_nothing_is_known_there_is_no_mean():
    schema = shipped_schema("pa100k")
    nothing = np.zeros((3, schema.size), np.uint8)
    assert np.isnan(measure_recognition(schema, nothing.astype(np.float32), nothing, known=nothing).ma)
