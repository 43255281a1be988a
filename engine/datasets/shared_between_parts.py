"""People and categories that stand in two parts of a data set."""

from dataclasses import dataclass
from itertools import combinations

from engine.datasets.labelled_images import LabelledImages
from engine.datasets.search_split import SearchSplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What two parts have in common.

    Attributes:
        parts: their names.
        people: how many named people; None where nobody is named.
        categories: how many categories of complete pictures.
        examples: some of the people.
    """

    parts: tuple[str, str]
    people: int | None
    categories: int
    examples: tuple[str, ...]


def find_shared(split: SearchSplit) -> tuple[Shared, ...]:
    """Return what each two parts share."""
    people = {name: _people(images) for name, images in split.parts.items()}
    categories = {name: _categories(images) for name, images in split.parts.items()}
    found = []
    for parts in combinations(split.parts, 2):
        first, second = (people[part] for part in parts)
        both = None if first is None or second is None else sorted(first & second)
        found.append(
            Shared(
                parts=parts,
                people=None if both is None else len(both),
                categories=len(categories[parts[0]] & categories[parts[1]]),
                examples=tuple((both or [])[:5]),
            )
        )
    return tuple(found)


def _people(images: LabelledImages) -> set[str] | None:
    return None if images.identities is None else set(images.identities) - {""}


def _categories(images: LabelledImages) -> set[bytes]:
    return {row.tobytes() for row in images.complete().categories.vectors}
