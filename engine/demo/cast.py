"""Who walks through the demo footage."""

from functools import cache

import numpy as np

from engine.demo.appearance import Appearance, Attributes, sample_attributes, sample_look

CAST_SEED = 20260514
PEOPLE = 48


@cache
def demo_cast() -> tuple[Appearance, ...]:
    """Return the people of the demo footage, no two of one category."""
    rng = np.random.default_rng(CAST_SEED)
    people: list[Appearance] = []
    taken: set[Attributes] = set()
    while len(people) < PEOPLE:
        attributes = sample_attributes(rng)
        look = sample_look(rng, attributes)
        if attributes not in taken:
            taken.add(attributes)
            people.append(Appearance(attributes=attributes, look=look))
    return tuple(people)


def demo_categories() -> frozenset[Attributes]:
    """Return the categories, as sets of attributes, that the demo footage shows; training leaves them out."""
    return frozenset(person.attributes for person in demo_cast())
