"""Clause probabilities against plain products in double precision, and where those break down."""

import math

import numpy as np
import pytest

from engine.attributes.schema import Combine
from engine.attributes.schema_file import shipped_schema
from engine.search.clause import Clause
from engine.search.log_probability import log_absent, log_any_present, log_clause, log_present, present

PETA = shipped_schema("peta")
NAMES = ("upperBodyRed", "upperBodyPink", "upperBodyBlue")


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


@pytest.fixture
def drawn():
    return np.random.default_rng(3).normal(0, 4, (PETA.size, 50)).astype(np.float32)


def probabilities(logits, crop):
    return [sigmoid(float(logits[PETA.index(name), crop])) for name in NAMES]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ({"combine": Combine.EITHER}, lambda p: 1 - math.prod(1 - x for x in p)),
        ({"combine": Combine.BOTH}, math.prod),
        ({"negated": True}, lambda p: math.prod(1 - x for x in p)),
    ],
)
def test_a_clause_is_as_likely_as_the_plain_product_says(drawn, clause, expected):
    made = Clause(group_id="upperColour", allowed=frozenset(NAMES), **clause)

    found = log_clause(made, PETA, lambda place: drawn[place])

    slow = [math.log(expected(probabilities(drawn, crop))) for crop in range(50)]
    assert found.dtype == np.float32
    assert found == pytest.approx(slow, rel=1e-4, abs=1e-6)


def test_logs_stay_finite_where_the_sigmoid_is_zero_or_one():
    extremes = np.array([-30000, -200, -100, 0, 100, 200, 30000], dtype=np.float32)

    assert log_present(extremes)[[0, 1, 2]] == pytest.approx([-30000, -200, -100])
    assert log_absent(extremes)[[-1, -2, -3]] == pytest.approx([-30000, -200, -100])
    assert log_present(extremes)[-1] == 0
    assert np.isfinite(log_any_present([extremes, extremes])).all()


def test_either_of_two_hopeless_values_is_twice_as_likely_as_one():
    hopeless = np.array([-300.0, -40.0, -20.0], dtype=np.float32)

    assert log_any_present([hopeless, hopeless]) == pytest.approx(hopeless + math.log(2), rel=1e-6)


def test_either_of_two_certain_values_is_certain():
    certain = np.array([40.0], dtype=np.float32)

    assert log_any_present([certain, certain])[0] == pytest.approx(0, abs=1e-12)


def test_the_probability_of_a_value_is_its_sigmoid(drawn):
    found = present("upperBodyRed", PETA, lambda place: drawn[place])

    assert found == pytest.approx([sigmoid(float(x)) for x in drawn[PETA.index("upperBodyRed")]], rel=1e-5)


def test_stored_logits_are_looked_up_as_they_would_be_computed():
    halves = np.concatenate([np.linspace(-70, 70, 5001), [-65504, 65504, 0]]).astype(np.float16)
    for of in (log_present, log_absent):
        np.testing.assert_array_equal(of(halves), of(halves.astype(np.float32)))
        np.testing.assert_array_equal(of(halves[::3]), of(halves.astype(np.float32))[::3])
