"""Partial descriptions: how they are drawn, who is relevant, and what is measured."""

import numpy as np
import pytest

from engine.attributes.schema_file import shipped_schema
from engine.errors import ConfigError, ShapeError
from engine.evaluation.partial_protocol import measure_ranking, summed_up
from engine.evaluation.partial_queries import draw_partial_queries

PETA = shipped_schema("peta")


@pytest.fixture(scope="module")
def vectors():
    rows = (np.random.default_rng(3).random((30, PETA.size)) < 0.2).astype(np.uint8)
    return np.concatenate([rows, rows[:10]])


@pytest.mark.parametrize("ticked", [1, 3, 8])
def test_as_many_groups_are_ticked_as_asked_in_the_schemas_order(vectors, ticked):
    order = [group.id for group in PETA.groups]

    for drawn in draw_partial_queries(PETA, vectors, ticked, count=50):
        assert len(set(drawn.groups)) == ticked
        assert list(drawn.groups) == sorted(drawn.groups, key=order.index)


def test_none_ticks_every_group(vectors):
    assert len(draw_partial_queries(PETA, vectors, None, count=1)[0].groups) == 17


def test_the_same_labels_give_the_same_descriptions_and_another_seed_others(vectors):
    first, again, other = (
        [(d.vector.tobytes(), d.groups) for d in draw_partial_queries(PETA, vectors, 3, count=40, seed=seed)]
        for seed in (1, 1, 2)
    )

    assert first == again != other


def test_every_group_is_drawn_about_equally_often(vectors):
    drawn = draw_partial_queries(PETA, vectors, 1, count=1700)

    counts = [sum(query.groups == (group.id,) for query in drawn) for group in PETA.groups]
    assert min(counts) > 60 and max(counts) < 145


def test_relevant_is_who_agrees_in_every_ticked_group(vectors):
    for drawn in draw_partial_queries(PETA, vectors, 2, count=20):
        slow = []
        for row in vectors:
            agrees = True
            for name in drawn.groups:
                for attribute in PETA.group(name).attributes:
                    agrees &= bool(row[PETA.index(attribute.id)] == drawn.vector[PETA.index(attribute.id)])
            slow.append(agrees)
        assert drawn.relevant(PETA, vectors).tolist() == slow
        assert any(slow)


@pytest.mark.parametrize("ticked", [0, 18, -1])
def test_more_groups_than_there_are_are_refused(vectors, ticked):
    with pytest.raises(ConfigError, match="from 1 to 17"):
        draw_partial_queries(PETA, vectors, ticked)


def test_nothing_to_draw_from_is_refused(vectors):
    with pytest.raises(ShapeError, match="there is none"):
        draw_partial_queries(PETA, vectors[:0], 1)


def test_average_precision_and_precision_at_ten_of_a_hand_worked_ranking():
    scores = np.linspace(1, 0, 20).astype(np.float32)
    relevant = np.zeros(20, np.bool_)
    relevant[[0, 3, 14]] = True

    found = measure_ranking(scores, relevant)

    assert found == pytest.approx(((1 / 1 + 2 / 4 + 3 / 15) / 3, 2 / 10))


def test_equal_scores_stand_by_place():
    relevant = np.array([False, True])

    assert measure_ranking(np.zeros(2, np.float32), relevant)[0] == 0.5


def test_scores_of_other_pictures_are_refused():
    with pytest.raises(ShapeError):
        measure_ranking(np.zeros(3, np.float32), np.array([True]))


def test_a_row_holds_means_in_percent():
    row = summed_up("heads", 3, [(0.2, 0.1), (0.4, 0.5)], 40)

    assert row.to_dict() == {
        "scorer": "heads",
        "k": 3,
        "map": pytest.approx(30),
        "p10": pytest.approx(30),
        "queries": 2,
        "gallery": 40,
    }
