"""What is known of a person, group by group, and its form as bits."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import AttributeId, Group, GroupId, Schema
from engine.errors import SchemaError, ShapeError


class Unknown(Enum):
    """Nothing has been said of a group; that is not "no" (method.md §7)."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN
GroupValue = frozenset[AttributeId] | Unknown
Labels = Mapping[GroupId, GroupValue]  # a group that is absent is unknown; an empty set says that none holds


@dataclass(frozen=True, slots=True)
class CodedLabels:
    """Labels as bits.

    Attributes:
        bits: (A,) uint8, the category vector; 0 where unknown.
        known: (A,) bool, whether the attribute's group is known.
    """

    bits: NDArray[np.uint8]
    known: NDArray[np.bool_]


def encode_labels(schema: Schema, labels: Labels) -> CodedLabels:
    """Return the labels as bits.

    Raises:
        SchemaError: if a group is not in the schema, or a value is not in its group.
    """
    bits = np.zeros(schema.size, np.uint8)
    known = np.zeros(schema.size, np.bool_)
    for group_id, value in labels.items():
        if value is UNKNOWN:
            continue
        group = schema.group(group_id)
        known[schema.slice_of(group)] = True
        for attribute_id in sorted(value):
            _check_member(schema, group, attribute_id)
            bits[schema.index(attribute_id)] = 1
    return CodedLabels(bits, known)


def decode_labels(schema: Schema, coded: CodedLabels) -> dict[GroupId, GroupValue]:
    """Return the labels that the bits stand for, every group present.

    Raises:
        ShapeError: if the arrays are not (A,).
    """
    if coded.bits.shape != (schema.size,) or coded.known.shape != (schema.size,):
        raise ShapeError(f"Labels of {schema.name} have {schema.size} bits, not {coded.bits.shape}.")
    labels: dict[GroupId, GroupValue] = {}
    for group in schema.groups:
        place = schema.slice_of(group)
        if not coded.known[place].all():
            labels[group.id] = UNKNOWN
        else:
            held = zip(group.attributes, coded.bits[place], strict=True)
            labels[group.id] = frozenset(attribute.id for attribute, bit in held if bit)
    return labels


def _check_member(schema: Schema, group: Group, attribute_id: AttributeId) -> None:
    if schema.group_of(attribute_id) is not group:
        raise SchemaError(f"{attribute_id} does not belong to the group {group.id} of the schema {schema.name}.")
