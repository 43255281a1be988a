"""What is said of a drawn person is complete and does not contradict itself."""

import numpy as np
import pytest

from engine.demo.appearance import sample_attributes, sample_look, vector_of
from engine.errors import UnknownAttributeError


def bits_of(person, group, peta):
    return person.vector(peta)[peta.slice_of(group)]


def test_exclusive_groups_hold_exactly_one_value(people, peta):
    for group in peta.groups:
        if group.exclusive:
            assert all(bits_of(person, group, peta).sum() == 1 for person in people), group.id


def test_every_person_has_a_top_a_bottom_and_shoes_of_one_type_and_one_colour(people, peta):
    for group_id in ("upperType", "upperColour", "lowerType", "lowerColour", "footwearType", "footwearColour"):
        group = peta.group(group_id)
        assert all(bits_of(person, group, peta).sum() == 1 for person in people), group_id


def test_hair_has_one_colour_unless_there_is_none(people, peta):
    group = peta.group("hairColour")
    for person in people:
        assert bits_of(person, group, peta).sum() == (0 if person.has("hairBald") else 1)


@pytest.mark.parametrize(("group_id", "nothing"), [("carrying", "carryingNothing"), ("accessory", "accessoryNothing")])
def test_nothing_holds_where_nothing_else_of_its_group_does(people, peta, group_id, nothing):
    group = peta.group(group_id)
    for person in people:
        bits = bits_of(person, group, peta)
        assert bits.sum() >= 1
        assert person.has(nothing) == (bits.sum() == 1 and bits[-1] == 1)


def test_a_suit_is_formal_above_and_below(people):
    for person in people:
        formal = {"upperBodyFormal", "lowerBodyFormal", "lowerBodySuits", "upperBodySuit"} & person.attributes
        assert len(formal) in (0, 4)


def test_the_same_seed_draws_the_same_person():
    first, second = (np.random.default_rng(3) for _ in range(2))
    attributes = sample_attributes(first)
    assert attributes == sample_attributes(second)
    assert sample_look(first, attributes) == sample_look(second, attributes)


def test_an_attribute_that_the_schema_lacks_is_refused(peta):
    with pytest.raises(UnknownAttributeError, match="upperBodyRed"):
        vector_of(frozenset({"upperBodyRedd"}), peta)
