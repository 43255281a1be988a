"""Labels that contradict the schema or each other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import GroupId, Schema
from engine.datasets.labelled_images import LabelledImages

LISTED = 200  # of each kind; all are counted


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupConflict:
    """An exclusive group in which several values hold, or none does.

    Attributes:
        group: its id.
        several: pictures with several values.
        none: pictures of which the group is known and nothing in it holds; in a group of one that is a plain no.
        examples: some of those with several.
    """

    group: GroupId
    several: int
    none: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SamePicture:
    """Files with the same content."""

    files: tuple[str, ...]
    labels_differ: bool


def group_conflicts(images: LabelledImages) -> tuple[GroupConflict, ...]:
    """Return the exclusive groups in which something is amiss, in the order of the schema."""
    found = []
    for group in images.schema.groups:
        place = images.schema.slice_of(group)
        held = images.vectors[:, place].sum(axis=1)
        known = images.known_bits()[:, place].all(axis=1)
        several = np.flatnonzero(held > 1)
        none = int((known & (held == 0)).sum()) if len(group.attributes) > 1 else 0
        if group.exclusive and (len(several) or none):
            examples = tuple(images.paths[row].name for row in several[:5])
            found.append(GroupConflict(group=group.id, several=len(several), none=none, examples=examples))
    return tuple(found)


def take_out_contradictions(schema: Schema, bits: NDArray[np.uint8], known: NDArray[np.uint8]) -> Iterator[str]:
    """Let nothing be known of exclusive groups in which several values hold; yield a clause for each.

    Args:
        schema: says which groups are exclusive.
        bits: (A,) of one picture; changed.
        known: (A,) of it; changed.
    """
    for group in schema.groups:
        place = schema.slice_of(group)
        if group.exclusive and bits[place].sum() > 1:
            held = [attribute.label for attribute, bit in zip(group.attributes, bits[place], strict=True) if bit]
            bits[place] = known[place] = 0
            yield (
                f"says both “{held[0]}” and “{held[1]}”, which exclude each other; {group.title} is taken as unknown "
                "until one of them is taken out"
            )


def same_pictures(images: LabelledImages, digests: Mapping[int, str]) -> tuple[SamePicture, ...]:
    """Return the files with the same content, those whose labels differ first.

    Args:
        images: all pictures.
        digests: of the files, by row; rows that could not be read are left out.
    """
    rows_of: dict[str, list[int]] = defaultdict(list)
    for row, digest in digests.items():
        rows_of[digest].append(row)
    same = [
        SamePicture(files=tuple(str(images.paths[row]) for row in rows), labels_differ=labels_differ(images, rows))
        for rows in rows_of.values()
        if len(rows) > 1
    ]
    return tuple(sorted(same, key=lambda pictures: (not pictures.labels_differ, pictures.files)))


def labels_differ(images: LabelledImages, rows: Sequence[int]) -> bool:
    """Return whether two of the rows contradict each other where both say something."""
    known, bits = images.known_bits()[list(rows)].astype(bool), images.vectors[list(rows)].astype(bool)
    return bool(((known & bits).any(axis=0) & (known & ~bits).any(axis=0)).any())
