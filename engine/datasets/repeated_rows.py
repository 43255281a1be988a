"""Rows of an annotation that speak of the same picture or person."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.datasets.row_problem import RowProblem


def settle_repeated(
    names: Sequence[str], labels: Sequence[bytes], rows: Sequence[int]
) -> tuple[NDArray[np.bool_], list[RowProblem]]:
    """Return which rows, (n,) bool, are kept, and what is wrong with the others.

    Where all rows of a name say the same, the first is kept; where they differ, none is, for who knows which is right.

    Args:
        names: of the pictures or people.
        labels: what each row says, as bytes that can be compared.
        rows: the rows' numbers, for the user.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        places[name].append(place)
    keep = np.ones(len(names), np.bool_)
    problems = []
    for name, same in places.items():
        agree = len({labels[place] for place in same}) == 1
        for place in same[1:] if agree else same:
            keep[place] = False
            others = ", ".join(str(rows[other]) for other in same if other != place)
            what = f"repeats {name}, which row {others} has" if agree else f"labels {name} otherwise than row {others}"
            problems.append(RowProblem(rows[place], what))
    return keep, problems
