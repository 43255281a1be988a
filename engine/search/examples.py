"""Searching by example: more like this, not like that, beside what is ticked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import QueryError
from engine.gallery.records import CropId
from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.category_cosine import Embedding, stored_cosines, unit
from engine.search.query import Query
from engine.search.scorer import Rows, Scorer, Scores

# Chosen on PETA's validation part, on other descriptions than it is measured on (docs/benchmarks.md).
EXAMPLES_WEIGHT = 1.0  # of the examples beside the log-probability of one described group; that of more adds up
BY_EXAMPLE = " and examples"  # behind the name of the scorer of the ticks
UNLIKE_WEIGHT = 0.5  # γ of Rocchio beside β = 1: what a crop is not says less than what it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A crop of the case, or a picture from disk that the case's model has embedded.

    Attributes:
        crop_id: of the crop; None for a picture.
        name: of the picture's file.
        sha256: of the picture's file.
        vector: (D,) the picture's unit embedding; a crop's is read from the case.
    """

    crop_id: CropId | None = None
    name: str = ""
    sha256: str = ""
    vector: NDArray[np.float32] | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        if (self.crop_id is None) == (self.vector is None):
            raise QueryError("An example is either a crop of the case or an embedded picture; choose one of them.")

    @property
    def said(self) -> int | str:
        """What names the example in lists and in the log."""
        return self.crop_id if self.crop_id is not None else f"{self.name} ({self.sha256[:12]})"

    def to_log(self) -> dict[str, Any]:
        """Return plain values for the log; of a picture its embedding too, for the file may be gone later."""
        if self.vector is None:
            return {"crop_id": self.crop_id}
        return {"name": self.name, "sha256": self.sha256, "vector": self.vector.tolist()}

    @classmethod
    def from_log(cls, fields: Mapping[str, Any]) -> "Example":
        """Read what `to_log` wrote."""
        if "crop_id" in fields:
            return cls(crop_id=CropId(int(fields["crop_id"])))
        vector = np.asarray(fields["vector"], np.float32)
        return cls(name=str(fields["name"]), sha256=str(fields["sha256"]), vector=vector)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """What the person looks like, and what not."""

    like: tuple[Example, ...] = ()
    unlike: tuple[Example, ...] = ()

    def __post_init__(self) -> None:
        both = {example.said for example in self.like} & {example.said for example in self.unlike}
        if both:
            raise QueryError(f"{sorted(map(str, both))[0]} is marked both as like and as unlike; take one mark away.")

    @property
    def is_empty(self) -> bool:
        """Whether there is no example."""
        return not (self.like or self.unlike)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, for people and scripts."""
        return {"like": [example.said for example in self.like], "unlike": [example.said for example in self.unlike]}

    def to_log(self) -> dict[str, Any]:
        """Return plain values from which `from_log` makes the same examples."""
        return {
            name: [example.to_log() for example in examples]
            for name, examples in (("like", self.like), ("unlike", self.unlike))
        }

    @classmethod
    def from_log(cls, fields: Mapping[str, Any]) -> "Examples":
        """Read what `to_log` wrote; raises KeyError, TypeError or ValueError where it is something else."""
        return cls(
            like=tuple(map(Example.from_log, fields.get("like", ()))),
            unlike=tuple(map(Example.from_log, fields.get("unlike", ()))),
        )

    def marked(self, crop_id: CropId, *, like: bool | None) -> "Examples":
        """Return the same with this crop among the liked ones, among the others, or (None) in neither."""
        left = Example(crop_id=crop_id)
        liked = tuple(example for example in self.like if example != left)
        others = tuple(example for example in self.unlike if example != left)
        return Examples(like=(*liked, left) if like else liked, unlike=(*others, left) if like is False else others)

    def mark_of(self, crop_id: CropId) -> bool | None:
        """Return whether the crop is liked, or not; None where it is no example."""
        crop = Example(crop_id=crop_id)
        return True if crop in self.like else False if crop in self.unlike else None

    def direction(self, searchable: Searchable) -> Embedding:
        """Return (D,) mean of the liked embeddings less γ times the mean of the others (Rocchio 1971, without q₀).

        Raises:
            QueryError: if a crop is not among the searchable ones.
        """
        liked, others = _mean(self.like, searchable), _mean(self.unlike, searchable)
        if others is None:
            assert liked is not None  # or there were no example
            return liked
        pushed = -np.float32(UNLIKE_WEIGHT) * others
        return pushed if liked is None else liked + pushed


NO_EXAMPLES = Examples()


class ByExample:
    """The score of the ticks plus ε k · ⟨f, direction of the examples⟩, k being the number of groups described.

    Where nothing is ticked the examples say all.

    Args:
        base: scores the ticks.
        examples: at least one.
    """

    def __init__(self, base: Scorer, examples: Examples) -> None:
        self._base = base
        self._examples = examples

    @property
    def name(self) -> str:
        """The scorer's name in the log."""
        return self._base.name + BY_EXAMPLE

    def score(self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None) -> Scores:
        """Return the score of each row, (n,) float32."""
        direction = self._examples.direction(searchable)
        length = np.float32(np.linalg.norm(direction))
        groups = max(len({clause.group_id for clause in query.clauses}), 1)
        likeness = np.float32(EXAMPLES_WEIGHT * groups) * length * stored_cosines(unit(direction), searchable, rows)
        if query.is_empty:
            return likeness
        return self._base.score(query, searchable, model, rows) + likeness


def _mean(examples: Sequence[Example], searchable: Searchable) -> Embedding | None:
    if not examples:
        return None
    return np.asarray(np.mean([_vector(example, searchable) for example in examples], axis=0), np.float32)


def _vector(example: Example, searchable: Searchable) -> Embedding:
    if example.vector is not None:
        return example.vector
    wanted = np.array([example.crop_id], np.int64)
    if not np.isin(wanted, searchable.crop_ids).all():
        raise QueryError(f"Crop {example.crop_id} is not searchable in this case; choose one that a search lists.")
    return np.asarray(searchable.vectors(searchable.rows_of(wanted))[0], np.float32)
