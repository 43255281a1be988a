"""What to label next, against a slow loop that does what the docstring says."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.attributes.schema_file import shipped_schema
from engine.casework.label_order import (
    LabelOrder,
    LabelQuestion,
    find_next,
    find_rarity,
    find_uncertainty,
    order_crops,
)
from engine.gallery.records import ReviewState, Said
from engine.search.reviewing import review_crops


def slow_order(worth, track_ids, is_done, chance):
    """Give every crop its round, one after the other, and sort."""
    rounds = {}
    for row in range(len(worth)):
        if is_done[row]:
            continue
        mates = [
            other
            for other in range(len(worth))
            if other == row or (track_ids[row] > 0 and track_ids[other] == track_ids[row])
        ]
        had = sum(bool(is_done[other]) for other in mates)
        better = [
            other for other in mates if not is_done[other] and key(worth, chance, other) < key(worth, chance, row)
        ]
        rounds[row] = had + len(better)
    return sorted(rounds, key=lambda row: (rounds[row], *key(worth, chance, row)))


def key(worth, chance, row):
    return -worth[row], chance[row]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4), st.booleans()), max_size=30), st.integers(0, 99))
def test_the_order_is_that_of_a_slow_loop(crops, seed):
    worth = np.array([crop[0] for crop in crops], np.float32)
    tracks = np.array([crop[1] for crop in crops], np.int64)
    is_done = np.array([crop[2] for crop in crops], bool)
    chance = np.random.default_rng(seed).permutation(len(crops))
    assert order_crops(worth, tracks, is_done, chance).tolist() == slow_order(worth, tracks, is_done, chance)


def test_one_crop_of_each_track_comes_before_a_second_of_any():
    worth = np.array([9, 8, 7, 1, 5], np.float32)
    tracks = np.array([1, 1, 1, 2, 0])
    order = order_crops(worth, tracks, np.zeros(5, bool), np.arange(5))
    assert order.tolist() == [0, 4, 3, 1, 2]


class Columns:
    """Stands for what a search reads: logits by column."""

    def __init__(self, logits):
        self.logits, self.count = logits.astype(np.float16), logits.shape[1]

    def column(self, place):
        return self.logits[place]


@pytest.fixture
def columns():
    return Columns(np.random.default_rng(3).normal(0, 4, (5, 40)))


def test_uncertainty_is_the_entropy_of_what_is_asked(columns):
    found = find_uncertainty(columns, [0, 3])
    for row in range(columns.count):
        expected = 0.0
        for place in (0, 3):
            holds = 1 / (1 + math.exp(-float(columns.logits[place, row])))
            expected -= holds * math.log2(holds) + (1 - holds) * math.log2(1 - holds)
        assert found[row] == pytest.approx(expected, abs=1e-5)


def test_rarity_is_the_probability_over_the_labels_there_are(columns):
    found = find_rarity(columns, [1, 2, 4], [0, 7, 2])
    for row in range(columns.count):
        holds = {place: 1 / (1 + math.exp(-float(columns.logits[place, row]))) for place in (1, 2, 4)}
        assert found[row] == pytest.approx(max(holds[1], holds[2] / 8, holds[4] / 3), rel=1e-5)


@pytest.fixture
def peta():
    return shipped_schema("peta")


@pytest.fixture
def seen(small_gallery, peta):
    """Return the case of eight crops in two tracks, seven of them seen by a model that doubts crop 6 most, then 3."""
    source = small_gallery.sources()[0].id
    small_gallery.save_tracks(source, [[1, 3, 5, 7], [2, 4, 6]], small_gallery.last_frame_id(source))
    logits = np.full((7, peta.size), 8.0, np.float32)
    logits[:, peta.index("accessoryHat")] = [7, 6, 2, 5, 4, 0, 3]
    logits[:, peta.index("accessorySunglasses")] = [-9, -9, -9, 1, -9, -9, -9]
    small_gallery.save_embeddings("m", list(range(1, 8)), np.eye(7, 8, dtype=np.float32), logits)
    return small_gallery


def ask(gallery, peta, order, **kwargs):
    asked = type(peta)(peta.name, peta.title, (peta.group("accessory"),))
    return find_next(gallery, LabelQuestion(asked=asked, order=order, model=("m", peta), **kwargs))


def test_the_most_uncertain_come_first_and_unseen_crops_last(seen, peta):
    found = ask(seen, peta, LabelOrder.UNCERTAIN)
    first, second, third = found.crop_ids[:3]
    assert {first, second} == {6, 3} or {first, second} == {4, 3}
    assert third == 8  # alone: its first round, though the model has not seen it
    assert (found.labelled, found.total) == (0, 8)
    assert sorted(found.crop_ids) == list(range(1, 9))


def test_who_was_answered_or_left_out_does_not_come_again(seen, peta):
    group = peta.group("accessory")
    seen.change_labels({3: {attribute.id: Said(False) for attribute in group.attributes}}, labeller="ann")
    found = ask(seen, peta, LabelOrder.UNCERTAIN, labeller="ann", left_out=frozenset({8}))
    assert found.labelled == 1 and not {3, 8} & set(found.crop_ids)
    assert found.crop_ids[0] in (4, 6)  # the track of crop 3 has had its round
    assert ask(seen, peta, LabelOrder.UNCERTAIN, labeller="bob").labelled == 0


def test_the_rarest_attribute_comes_first(seen, peta):
    seen.change_labels({1: {"accessoryHat": Said(True)}, 2: {"accessoryHat": Said(True)}})
    others = [
        name.id for name in peta.group("accessory").attributes if name.id not in ("accessoryHat", "accessorySunglasses")
    ]
    seen.change_labels({crop: dict.fromkeys(others, Said(True)) for crop in range(1, 9)})
    assert ask(seen, peta, LabelOrder.RAREST).crop_ids[0] == 4  # the only one who may wear sunglasses


def test_reviewed_results_come_first_those_confirmed_before_those_rejected(seen, peta):
    review_crops(seen, {7: ReviewState.REJECTED, 2: ReviewState.CONFIRMED})
    assert ask(seen, peta, LabelOrder.REVIEWED).crop_ids[:2] == (2, 7)


def test_chance_is_the_same_for_everybody(seen, peta):
    one, other = (ask(seen, peta, LabelOrder.CHANCE, labeller=name) for name in ("ann", "bob"))
    assert one == other and sorted(one.crop_ids) == list(range(1, 9))


def test_without_a_model_chance_decides(seen, peta):
    asked = type(peta)(peta.name, peta.title, (peta.group("accessory"),))
    one, other = (
        find_next(seen, LabelQuestion(asked=asked, order=order)) for order in (LabelOrder.UNCERTAIN, LabelOrder.CHANCE)
    )
    assert one.crop_ids == other.crop_ids
