"""Names of people that two people seem to share."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from engine.attributes.schema import GroupKind
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.row_problem import RowProblem

LASTING = frozenset({GroupKind.GENDER, GroupKind.AGE})  # what clothes do not change


def shared_ids(images: LabelledImages, rows: Sequence[int]) -> Iterator[RowProblem]:
    """Yield a problem for each person of whom two pictures contradict each other in what clothes do not change.

    Their pictures stay in one part all the same, so that nothing leaks.

    Args:
        images: n pictures.
        rows: the pictures' rows, for the user.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(images.identities or ()):
        if name:
            places[name].append(place)
    for name, same in places.items():
        for place in same[1:]:
            title = _differs_in(images, same[0], place)
            if title:
                yield RowProblem(
                    rows[place],
                    f"names the person “{name}”, as row {rows[same[0]]} does, and contradicts it under {title}; give "
                    "two people two names, or correct the label",
                )
                break


def _differs_in(images: LabelledImages, one: int, other: int) -> str:
    """Return the title of the first lasting group in which two pictures contradict each other, else nothing."""
    known = images.known_bits()[one] & images.known_bits()[other]
    differs = known & (images.vectors[one] ^ images.vectors[other])
    lasting = (group for group in images.schema.groups if group.kind in LASTING)
    return next((group.title for group in lasting if differs[images.schema.slice_of(group)].any()), "")
