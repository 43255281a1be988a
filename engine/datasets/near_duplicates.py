"""Pictures that show nearly the same, where that does harm: in two parts, or with other labels."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.datasets.label_conflicts import LISTED
from engine.datasets.labelled_images import LabelledImages
from engine.imaging.perceptual_hash import near_pairs

PAIRS_AT_ONCE = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class NearDuplicate:
    """Two pictures that show nearly the same."""

    first: str
    second: str
    parts: tuple[str, str]
    labels_differ: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NearDuplicates:
    """All such pairs.

    Attributes:
        pairs: how many there are.
        between_parts: how many have their pictures in two parts.
        labels_differ: how many contradict each other.
        listed: some that lie in two parts or contradict each other.
    """

    pairs: int
    between_parts: int
    labels_differ: int
    listed: tuple[NearDuplicate, ...]


def find_near_duplicates(
    images: LabelledImages, part_of: tuple[str, ...], rows: NDArray[np.int64], hashes: NDArray[np.uint64]
) -> NearDuplicates:
    """Return the pairs among the pictures that could be read.

    Args:
        images: all pictures.
        part_of: n names of parts.
        rows: (m,) the rows that were read.
        hashes: (m, 2) of these.
    """
    parts = np.array(part_of)
    counts: Counter[str] = Counter()
    listed: list[NearDuplicate] = []
    for pairs in near_pairs(hashes):
        for start in range(0, len(pairs), PAIRS_AT_ONCE):
            first, second = rows[pairs[start : start + PAIRS_AT_ONCE]].T
            between, differ = parts[first] != parts[second], _differ(images, first, second)
            counts.update(pairs=len(first), between=int(between.sum()), differ=int(differ.sum()))
            harmful = np.flatnonzero(between | differ)[: LISTED - len(listed)]
            listed += [
                _named(images, part_of, *pair)
                for pair in zip(first[harmful], second[harmful], differ[harmful], strict=True)
            ]
    return NearDuplicates(
        pairs=counts["pairs"],
        between_parts=counts["between"],
        labels_differ=counts["differ"],
        listed=tuple(listed),
    )


def _differ(images: LabelledImages, first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return (k,) bool, whether the two of a pair contradict each other where both say something."""
    known = images.known_bits()
    both = known[first] & known[second]
    return np.asarray((both & (images.vectors[first] ^ images.vectors[second])).any(axis=1))


def _named(images: LabelledImages, part_of: tuple[str, ...], first: int, second: int, differ: bool) -> NearDuplicate:
    return NearDuplicate(
        first=str(images.paths[first]),
        second=str(images.paths[second]),
        parts=(part_of[first], part_of[second]),
        labels_differ=bool(differ),
    )
