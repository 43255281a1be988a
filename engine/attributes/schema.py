"""The attribute schema: groups in display order, and the attributes in them."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import NewType

from engine.errors import SchemaError, UnknownAttributeError

AttributeId = NewType("AttributeId", str)
GroupId = NewType("GroupId", str)


class GroupKind(Enum):
    """What a group speaks of; the window arranges and draws by it."""

    GENDER = "gender"
    AGE = "age"
    HAIR = "hair"
    UPPER_BODY = "upper body"
    LOWER_BODY = "lower body"
    FOOTWEAR = "footwear"
    CARRYING = "carrying"
    ACCESSORIES = "accessories"
    COLOURS = "colours"
    VIEW = "view"


class Combine(Enum):
    """How two ticks in one group combine unless the user flips it."""

    EITHER = "either"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """One thing that holds of a person or does not.

    `none` marks the attribute that holds where nothing else in its group does. `sources` maps a data set's name to
    the attribute's name there; "column=value" where one column codes several attributes.
    """

    id: AttributeId
    label: str  # whole: "Red top"
    short: str  # beside the group's title: "Red"
    swatch: str | None
    none: bool
    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Attributes that answer one question. Exclusive: at most one of them holds."""

    id: GroupId
    title: str
    kind: GroupKind
    exclusive: bool
    combine: Combine
    attributes: tuple[Attribute, ...]

    def __post_init__(self) -> None:
        if not self.attributes:
            raise SchemaError(f"The group {self.id} has no attribute; give it one, or leave the group out.")


@dataclass(frozen=True)
class Schema:
    """The groups, in display order; the category vector has their attributes in this order."""

    name: str
    title: str
    groups: tuple[Group, ...]

    def __post_init__(self) -> None:
        for what, ids in (("attribute", self.attribute_ids), ("group", [group.id for group in self.groups])):
            repeated = sorted({item for item in ids if list(ids).count(item) > 1})
            if repeated:
                raise SchemaError(f"The schema {self.name} names the {what} {repeated[0]} twice; rename one of them.")
        if not self.groups:
            raise SchemaError(f"The schema {self.name} has no group; give it at least one.")

    @cached_property
    def attributes(self) -> tuple[Attribute, ...]:
        """All attributes, in the order of the category vector."""
        return tuple(attribute for group in self.groups for attribute in group.attributes)

    @cached_property
    def attribute_ids(self) -> tuple[AttributeId, ...]:
        """All attribute ids, in the order of the category vector."""
        return tuple(attribute.id for attribute in self.attributes)

    @property
    def size(self) -> int:
        """A, the number of bits of a category vector."""
        return len(self.attributes)

    @cached_property
    def _index(self) -> dict[str, int]:
        return {attribute_id: i for i, attribute_id in enumerate(self.attribute_ids)}

    @cached_property
    def _group_of(self) -> dict[str, Group]:
        return {attribute.id: group for group in self.groups for attribute in group.attributes}

    def __contains__(self, attribute_id: str) -> bool:
        return attribute_id in self._index

    def index(self, attribute_id: str) -> int:
        """Return the attribute's place in the category vector.

        Raises:
            UnknownAttributeError: with the nearest names.
        """
        try:
            return self._index[attribute_id]
        except KeyError:
            nearest = difflib.get_close_matches(attribute_id, self.attribute_ids, n=2)
            raise UnknownAttributeError(attribute_id, self.name, tuple(nearest)) from None

    def shared_with(self, other: "Schema") -> tuple[list[int], list[int]]:
        """Return the places in the category vector of the attributes that both know: here, and there."""
        shared = [name for name in self.attribute_ids if name in other]
        return [self.index(name) for name in shared], [other.index(name) for name in shared]

    def attribute(self, attribute_id: str) -> Attribute:
        """Return the attribute of this id, or raise UnknownAttributeError."""
        return self.attributes[self.index(attribute_id)]

    def group_of(self, attribute_id: str) -> Group:
        """Return the group that holds the attribute, or raise UnknownAttributeError."""
        self.index(attribute_id)
        return self._group_of[attribute_id]

    def group(self, group_id: str) -> Group:
        """Return the group of this id."""
        for group in self.groups:
            if group.id == group_id:
                return group
        raise SchemaError(f"The schema {self.name} has no group “{group_id}”; see its groups.")

    def slice_of(self, group: Group) -> slice:
        """Return where the group's bits stand in the category vector."""
        start = self.index(group.attributes[0].id)
        return slice(start, start + len(group.attributes))
