"""How often each attribute and category stands in the parts of a data set."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.attributes.schema import AttributeId
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.search_split import SearchSplit


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeCount:
    """One attribute in one part.

    Attributes:
        attribute: its id.
        holds: pictures of which it holds.
        known: pictures of which something is known of it.
    """

    attribute: AttributeId
    holds: int
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCounts:
    """One part of a data set.

    Attributes:
        pictures: how many are labelled.
        complete: of how many every attribute is known.
        categories: of those that are complete.
        once: how many categories have one picture only.
        largest: pictures of the most frequent category.
        people: how many are named; None where nobody is.
        attributes: in the order of the schema.
    """

    pictures: int
    complete: int
    categories: int
    once: int
    largest: int
    people: int | None
    attributes: tuple[AttributeCount, ...]

    def never(self) -> tuple[AttributeId, ...]:
        """Return the attributes that hold of nobody: nothing can be learned of them."""
        return tuple(count.attribute for count in self.attributes if not count.holds)


def count_parts(split: SearchSplit) -> Mapping[str, PartCounts]:
    """Return the counts of each part by its name."""
    return {name: _count(images) for name, images in split.parts.items()}


def count_attributes(images: LabelledImages) -> tuple[AttributeCount, ...]:
    """Return how many pictures have each attribute and of how many it is known, in the order of the schema."""
    known = images.known_bits()
    holds, said = (images.vectors & known).sum(axis=0, dtype=int), known.sum(axis=0, dtype=int)
    return tuple(
        AttributeCount(attribute=attribute, holds=int(holds[at]), known=int(said[at]))
        for at, attribute in enumerate(images.schema.attribute_ids)
    )


def _count(images: LabelledImages) -> PartCounts:
    complete = images.complete()
    counts = complete.categories.counts
    return PartCounts(
        pictures=len(images),
        complete=len(complete),
        categories=len(counts),
        once=int((counts == 1).sum()),
        largest=int(counts.max(initial=0)),
        people=None if images.identities is None else len(set(images.identities) - {""}),
        attributes=count_attributes(images),
    )
