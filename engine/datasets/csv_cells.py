"""What one cell of a CSV says of a person, by a schema."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Group, Schema
from engine.datasets.csv_schema import NO, NOTHING, YES, key_of, values_of


@dataclass(frozen=True, slots=True)
class FlagColumn:
    """A column of yes and no for the attribute at `place` of the category vector."""

    name: str
    place: int

    def fill(self, cell: str, bits: NDArray[np.uint8], known: NDArray[np.uint8]) -> None:
        """Write the cell into (A,) bits and (A,) known; raises ValueError, with a clause for the user."""
        if cell.lower() not in YES | NO:
            raise ValueError(f"says “{cell}” under {self.name}, which is neither 1 nor 0")
        bits[self.place] = cell.lower() in YES
        known[self.place] = 1


@dataclass(frozen=True, slots=True)
class GroupColumn:
    """A column whose values are the attributes of one group.

    Attributes:
        name: of the column.
        place: of the group in the category vector.
        places: of the attributes, by the key of each of their names.
        none: of the attribute that says that no other holds, if the group has one.
    """

    name: str
    place: slice
    places: Mapping[str, int]
    none: int | None

    def fill(self, cell: str, bits: NDArray[np.uint8], known: NDArray[np.uint8]) -> None:
        """Write the cell into (A,) bits and (A,) known; raises ValueError, with a clause for the user."""
        values = [key_of(value) for value in values_of(cell)]
        unknown = [value for value in values_of(cell) if key_of(value) not in self.places and key_of(value) != NOTHING]
        if unknown:
            raise ValueError(f"says “{unknown[0]}” under {self.name}, which is no value of it")
        if NOTHING in values and len(values) > 1:
            raise ValueError(f"says “{cell}” under {self.name}, which is nothing and something")
        for value in values:
            place = self.places.get(value, self.none)  # "none" may be the name of an attribute
            if place is not None:
                bits[place] = 1
        known[self.place] = 1


Column = FlagColumn | GroupColumn


def column_of(schema: Schema, name: str) -> Column | None:
    """Return what a column of this name says: by an attribute's id, a group's, a label or a title; None if nothing."""
    key = key_of(name)
    for place, attribute in enumerate(schema.attributes):
        if key_of(attribute.id) == key:
            return FlagColumn(name, place)
    for group in schema.groups:
        if key_of(group.id) == key:
            return _of_group(schema, group, name)
    for place, attribute in enumerate(schema.attributes):
        if key_of(attribute.label) == key:
            return FlagColumn(name, place)
    return next((_of_group(schema, group, name) for group in schema.groups if key_of(group.title) == key), None)


def _of_group(schema: Schema, group: Group, name: str) -> Column:
    place = schema.slice_of(group)
    if len(group.attributes) == 1:
        return FlagColumn(name, place.start)
    places: dict[str, int] = {}
    none = None
    for offset, attribute in enumerate(group.attributes):
        for spelling in (attribute.id, attribute.label, attribute.short):
            places[key_of(spelling)] = place.start + offset
        none = place.start + offset if attribute.none else none
    return GroupColumn(name, place, places, none)
