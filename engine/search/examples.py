"""Searching by example: more like this, not like that, beside what is ticked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import QueryError
from engine.gallery.records import CropId, ReviewState
from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.category_cosine import Embedding, stored_cosines, unit
from engine.search.nearest import nearest_rows
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
        model_id: of the model that embedded the picture; "" where that is not known.
        vector: (D,) the picture's unit embedding; a crop's is read from the case.
    """

    crop_id: CropId | None = None
    name: str = ""
    sha256: str = ""
    model_id: str = ""
    vector: NDArray[np.float32] | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        if (self.crop_id is None) == (self.vector is None):
            raise QueryError("An example is either a crop of the case or an embedded picture; choose one of them.")

    @property
    def named(self) -> CropId | str:
        """The crop's id, or the name of the picture's file."""
        return self.name if self.crop_id is None else self.crop_id

    @property
    def said(self) -> int | str:
        """What names the example in lists and in the log."""
        return self.crop_id if self.crop_id is not None else f"{self.name} ({self.sha256[:12]})"

    def to_log(self) -> dict[str, Any]:
        """Return plain values for the log; of a picture its embedding too, for the file may be gone later."""
        if self.vector is None:
            return {"crop_id": self.crop_id}
        picture = {"name": self.name, "sha256": self.sha256, "vector": self.vector.tolist()}
        return picture | {"model_id": self.model_id} if self.model_id else picture

    @classmethod
    def from_log(cls, fields: Mapping[str, Any]) -> "Example":
        """Read what `to_log` wrote."""
        if "crop_id" in fields:
            return cls(crop_id=CropId(int(fields["crop_id"])))
        vector = np.asarray(fields["vector"], np.float32)
        model_id = str(fields.get("model_id", ""))
        return cls(name=str(fields["name"]), sha256=str(fields["sha256"]), model_id=model_id, vector=vector)


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
        return self.marked_example(Example(crop_id=crop_id), like=like)

    def marked_example(self, left: Example, *, like: bool | None) -> "Examples":
        """Return the same with this crop or picture among the liked ones, among the others, or (None) in neither."""
        liked = tuple(example for example in self.like if example != left)
        others = tuple(example for example in self.unlike if example != left)
        return Examples(like=(*liked, left) if like else liked, unlike=(*others, left) if like is False else others)

    def mark_of(self, crop_id: CropId) -> bool | None:
        """Return whether the crop is liked, or not; None where it is no example."""
        crop = Example(crop_id=crop_id)
        return True if crop in self.like else False if crop in self.unlike else None

    def with_reviews(self, states: Mapping[CropId, ReviewState], searchable: Searchable) -> "Examples":
        """Return the same with the confirmed crops among the liked ones, and the rejected among the others.

        What was marked by hand stays as it was marked; a crop that is not searchable is left out.
        """
        here = set(np.intersect1d(searchable.crop_ids, list(states)).tolist())
        marked = {example.crop_id for example in (*self.like, *self.unlike)}
        open_ = sorted(crop_id for crop_id in states if crop_id in here and crop_id not in marked)
        return Examples(
            like=(*self.like, *_crops(crop for crop in open_ if states[crop] is ReviewState.CONFIRMED)),
            unlike=(*self.unlike, *_crops(crop for crop in open_ if states[crop] is ReviewState.REJECTED)),
        )

    def direction(self, searchable: Searchable) -> Embedding:
        """Return (D,) mean of the liked embeddings less γ times the mean of the others (Rocchio 1971, without q₀).

        Raises:
            QueryError: if a crop is not among the searchable ones, or another model embedded a picture.
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

    def shortlist(
        self,
        query: Query,
        searchable: Searchable,
        model: QueryModel,  # noqa: ARG002 - the protocol's
        rows: Rows | None,
        count: int,
    ) -> Rows | None:
        """Return the crops nearest to the examples where nothing is ticked; where something is, all need be scored."""
        if not query.is_empty:
            return None
        return nearest_rows(unit(self._examples.direction(searchable)), searchable, rows, count)


def with_examples(base: Scorer, examples: Examples) -> Scorer:
    """Return the scorer of the ticks with these examples beside them; itself where there is none."""
    return base if examples.is_empty else ByExample(base, examples)


def _crops(crop_ids: Iterable[CropId]) -> tuple[Example, ...]:
    return tuple(Example(crop_id=crop_id) for crop_id in crop_ids)


def _mean(examples: Sequence[Example], searchable: Searchable) -> Embedding | None:
    if not examples:
        return None
    crops = [example.crop_id for example in examples if example.crop_id is not None]
    pictures = [_picture_vector(example, searchable.model_id) for example in examples if example.crop_id is None]
    return np.asarray(np.mean([*_crop_vectors(crops, searchable), *pictures], axis=0), np.float32)


def _picture_vector(example: Example, model_id: str) -> NDArray[np.float32]:
    assert example.vector is not None  # what is no crop is a picture
    if example.model_id not in ("", model_id):
        raise QueryError(f"The picture {example.name} was embedded with another model; choose it anew.")
    return example.vector


def _crop_vectors(crop_ids: Sequence[CropId], searchable: Searchable) -> NDArray[np.float32]:
    """Return the embeddings (n, D) of crops, all at once: reviews may make examples of thousands."""
    wanted = np.array(crop_ids, np.int64)
    if not len(wanted):
        return np.empty((0, 0), np.float32)
    missing = wanted[~np.isin(wanted, searchable.crop_ids)]
    if len(missing):
        raise QueryError(f"Crop {missing[0]} is not searchable in this case; choose one that a search lists.")
    return np.asarray(searchable.vectors(searchable.rows_of(wanted)), np.float32)
