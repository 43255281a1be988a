"""What is wrong with one row of an annotation; such a row is left out and told, never guessed at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from engine.datasets.labelled_images import LabelledImages
from engine.errors import DatasetError


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One row that cannot be used as it stands.

    Attributes:
        row: as the user counts: from 1, and in a CSV the header is row 1. 0 speaks of the whole file.
        what: a clause for the user, without the row.
    """

    row: int
    what: str

    def to_dict(self) -> dict[str, object]:
        """Return plain values for JSON."""
        return {"row": self.row, "what": self.what}


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read of an annotation, and what could not.

    Attributes:
        images: the rows that are sound.
        problems: a line for each of the others, in the order of the rows.
    """

    images: LabelledImages
    problems: tuple[RowProblem, ...]


def read_something(images: LabelledImages, problems: Iterable[RowProblem]) -> Reading:
    """Return the reading.

    Raises:
        DatasetError: if there are rows and not one of them can be used.
    """
    ordered = tuple(sorted(problems, key=lambda problem: problem.row))
    if not len(images) and ordered:
        refuse_all(images.name, ordered)
    return Reading(images, ordered)


def refuse_all(name: str, problems: Sequence[RowProblem]) -> NoReturn:
    """Raise the DatasetError that says that no row can be used."""
    first = problems[0]
    raise DatasetError(
        f"{name}: none of its rows can be used, and the first of {len(problems)} problems is that row {first.row} "
        f"{first.what}; correct the labels."
    )
