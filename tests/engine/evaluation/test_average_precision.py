import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ShapeError
from engine.evaluation.average_precision import average_precision, trapezoidal_average_precision


def by_loop(hits):
    found, total = 0, 0.0
    for rank, hit in enumerate(hits, start=1):
        if hit:
            found += 1
            total += found / rank
    return total / found


def trapezoid_by_loop(hits):
    area, recall_step, found = 0.0, 1 / sum(hits), 0
    precision_before = 1.0
    for rank, hit in enumerate(hits, start=1):
        if hit:
            found += 1
            area += recall_step * (precision_before + found / rank) / 2
        precision_before = found / rank
    return area


def test_average_precision_counts_only_ranks_where_a_match_stands():
    hits = np.array([True, False, True])  # precision 1/1 and 2/3
    assert average_precision(hits) == pytest.approx((1 / 1 + 2 / 3) / 2)


def test_trapezoids_average_with_the_precision_just_before():
    hits = np.array([False, True])  # precision 0 before, 1/2 there
    assert trapezoidal_average_precision(hits) == pytest.approx(0.25)


@given(st.lists(st.booleans(), min_size=1, max_size=40).filter(any))
def test_both_equal_their_loops(hits):
    array = np.array(hits)
    assert average_precision(array) == pytest.approx(by_loop(hits))
    assert trapezoidal_average_precision(array) == pytest.approx(trapezoid_by_loop(hits))


@given(st.lists(st.booleans(), min_size=1, max_size=40).filter(any))
def test_trapezoidal_is_never_higher_than_standard(hits):
    assert trapezoidal_average_precision(np.array(hits)) <= average_precision(np.array(hits)) + 1e-9


def test_nothing_relevant_is_refused():
    with pytest.raises(ShapeError):
        average_precision(np.zeros(4, np.bool_))
