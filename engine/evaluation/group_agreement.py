"""A ranking looked at group by group: which part of a description it keeps, and which it loses."""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Group
from engine.datasets.labelled_images import LabelledImages
from engine.evaluation.full_protocol import QueryFigures, ranking

DEPTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFigures:
    """One group, in percent.

    Attributes:
        group: its id.
        queries: descriptions that say that something in the group holds.
        rank1: of those descriptions; None where there are none.
        map: the same.
        agreement1: first images that agree with their description in all of the group, over all descriptions.
        agreement10: the same of the first ten.
    """

    group: str
    queries: int
    rank1: float | None
    map: float | None
    agreement1: float
    agreement10: float

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as plain values, without the group's id."""
        return {name: value for name, value in asdict(self).items() if name != "group"}


def measure_groups(
    scores: NDArray[np.float32], measured: QueryFigures, images: LabelledImages
) -> tuple[GroupFigures, ...]:
    """Measure a ranking of all categories of the images, group by group.

    Args:
        scores: (C, N).
        measured: the C queries' own figures, of the same scores.
        images: N of them.
    """
    queries = images.categories.vectors
    agrees = images.vectors[ranking(scores)[:, :DEPTH]] == queries[:, None, :]  # (C, 10, A)
    return tuple(
        _row(group, images.schema.slice_of(group), agrees, queries, measured) for group in images.schema.groups
    )


def _row(
    group: Group, bits: slice, agrees: NDArray[np.bool_], queries: NDArray[np.uint8], measured: QueryFigures
) -> GroupFigures:
    whole = np.asarray(agrees[:, :, bits].all(axis=2))
    says_something = np.asarray(queries[:, bits].any(axis=1))
    means = measured.of(says_something).means() if says_something.any() else {"rank1": None, "map": None}
    return GroupFigures(
        group=group.id,
        queries=int(says_something.sum()),
        rank1=means["rank1"],
        map=means["map"],
        agreement1=100 * float(whole[:, 0].mean()),
        agreement10=100 * float(whole.mean()),
    )
