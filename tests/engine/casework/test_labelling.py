"""What labellers say together; kappa against scikit-learn's."""

from datetime import UTC, datetime

import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score

from engine.casework.labelling import Disagreement, find_agreement, find_disagreements, read_opinions, settle_labels
from engine.gallery.records import CropId, Label

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def label(crop, who, attribute, value, *, is_guess=False):
    return Label(crop_id=CropId(crop), attribute=attribute, value=value, who=who, at=NOON, is_guess=is_guess)


def test_who_contradict_each_other_cannot_tell_together():
    labels = [
        label(1, "ann", "hat", True),
        label(1, "bob", "hat", False),
        label(2, "ann", "hat", True),
        label(2, "bob", "hat", None),
        label(3, "ann", "hat", None),
    ]
    assert settle_labels(labels) == {1: {"hat": None}, 2: {"hat": True}, 3: {"hat": None}}


def test_guesses_count_only_where_they_are_wanted():
    labels = [label(1, "ann", "hat", True, is_guess=True), label(1, "ann", "bag", False)]
    assert settle_labels(labels) == {1: {"bag": False}}
    assert settle_labels(labels, takes_guesses=True) == {1: {"bag": False, "hat": True}}


def test_agreement_is_that_of_a_kept_library():
    random = np.random.default_rng(4)
    ann = random.random(200) < 0.3
    bob = np.where(random.random(200) < 0.85, ann, ~ann)
    labels = [label(n, "ann", "hat", bool(ann[n])) for n in range(200)]
    labels += [label(n, "bob", "hat", bool(bob[n])) for n in range(200)]
    labels += [label(500, "ann", "hat", True), label(0, "cat", "bag", True), label(1, "bob", "bag", None)]
    (pair,) = find_agreement(read_opinions(labels))
    found = pair.attributes["hat"]
    assert (pair.one, pair.other, found.both, found.agreed) == ("ann", "bob", 200, int((ann == bob).sum()))
    assert found.kappa == pytest.approx(cohen_kappa_score(ann, bob))


def test_who_always_say_the_same_one_thing_have_no_kappa():
    labels = [label(n, who, "hat", True) for who in ("ann", "bob") for n in range(5)]
    (pair,) = find_agreement(read_opinions(labels))
    assert pair.attributes["hat"].kappa is None and pair.attributes["hat"].agreed == 5


def test_disagreements_are_the_crops_that_agreement_misses():
    random = np.random.default_rng(8)
    labels = [
        label(crop, who, attribute, [True, False, None][random.integers(3)], is_guess=random.random() < 0.1)
        for crop in range(60)
        for who in ("ann", "bob", "cat")
        for attribute in ("hat", "bag")
    ]
    expected = [
        Disagreement(crop_id=one.crop_id, attribute=one.attribute, one_holds=one.value)
        for one in labels
        for other in labels
        if (one.crop_id, one.attribute) == (other.crop_id, other.attribute)
        and (one.who, other.who) == ("ann", "bob")
        and None not in (one.value, other.value)
        and one.value != other.value
        and not (one.is_guess or other.is_guess)
    ]
    found = find_disagreements(read_opinions(labels), "ann", "bob")
    assert sorted(found, key=repr) == sorted(expected, key=repr)
    (pair,) = [pair for pair in find_agreement(read_opinions(labels)) if (pair.one, pair.other) == ("ann", "bob")]
    assert len(found) == sum(one.both - one.agreed for one in pair.attributes.values())
