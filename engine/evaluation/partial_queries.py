"""Descriptions that say only some things, drawn from labelled pictures (method.md §7, benchmark `partial`)."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import GroupId, Schema
from engine.errors import ConfigError, ShapeError

TICKED_GROUPS = (1, 2, 3, 5, 8, None)  # k; None means all
QUERIES = 400
SEED = 20_211


def ticked_groups(schema: Schema, wanted: Iterable[int | None] = TICKED_GROUPS) -> tuple[int | None, ...]:
    """Return those of the wanted k that are below the number of the schema's groups, or are None for all of them."""
    return tuple(k for k in wanted if k is None or k < len(schema.groups))


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class PartialQuery:
    """Some groups of one picture's labels: all that is said of the person.

    Attributes:
        vector: (A,) uint8, the picture's category vector; only the ticked groups' bits are said.
        groups: the ticked groups, in the schema's order.
    """

    vector: NDArray[np.uint8]
    groups: tuple[GroupId, ...]

    def said(self, schema: Schema) -> NDArray[np.bool_]:
        """Return (A,) bool, the bits that belong to a ticked group."""
        said = np.zeros(schema.size, np.bool_)
        for group in self.groups:
            said[schema.slice_of(schema.group(group))] = True
        return said

    def relevant(self, schema: Schema, vectors: NDArray[np.uint8]) -> NDArray[np.bool_]:
        """Return which of (n, A) labels agree in every ticked group, (n,) bool."""
        said = self.said(schema)
        relevant: NDArray[np.bool_] = (vectors[:, said] == self.vector[said]).all(axis=1)
        return relevant


def draw_partial_queries(
    schema: Schema, vectors: NDArray[np.uint8], ticked: int | None, *, count: int = QUERIES, seed: int = SEED
) -> list[PartialQuery]:
    """Draw descriptions of `ticked` groups; the same ones from the same labels.

    Pictures are drawn with replacement, so that common people are asked for more often; a picture's groups without.
    A group in which the picture shows nothing can be drawn too: "nothing carried" is said then.

    Args:
        schema: what the bits mean.
        vectors: (n, A) labels to draw from.
        ticked: k, how many groups to say; None says all.
        count: how many descriptions.
        seed: of the draw.

    Raises:
        ConfigError: if the schema has fewer groups.
        ShapeError: if there is no picture to draw from.
    """
    total = len(schema.groups)
    k = total if ticked is None else ticked
    if not 1 <= k <= total:
        raise ConfigError("ticked groups", k, f"must be from 1 to {total}, the groups of {schema.name}")
    if not len(vectors):
        raise ShapeError("Partial descriptions are drawn from labelled pictures, and there is none.")
    random = np.random.default_rng((seed, k))
    drawn = []
    for image in random.integers(len(vectors), size=count):
        places = np.sort(random.permutation(total)[:k])
        drawn.append(PartialQuery(vector=vectors[image], groups=tuple(schema.groups[place].id for place in places)))
    return drawn
