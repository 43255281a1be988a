"""Values in a data set's columns that the schema does not know."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Schema

YES_OR_NO = frozenset({0, 1})


def wrong_values(schema: Schema, dataset: str, columns: Mapping[str, NDArray[np.integer]]) -> dict[int, str]:
    """Return, by row counted from 0, what is wrong with it: the first column whose value means nothing.

    Args:
        schema: its source names say which columns code several attributes, and how.
        dataset: the key of the attributes' `sources`.
        columns: (n,) each; those that the schema does not name are not looked at.
    """
    wrong: dict[int, str] = {}
    for name, known in _known_values(schema, dataset).items():
        values = columns.get(name)
        if values is None:
            continue
        for row in np.flatnonzero(~np.isin(values, sorted(known))).tolist():
            wrong.setdefault(row, f"{name} is {values[row]}, which is none of {', '.join(map(str, sorted(known)))}")
    return wrong


def _known_values(schema: Schema, dataset: str) -> Mapping[str, frozenset[int]]:
    coded: dict[str, set[int]] = defaultdict(set)
    for attribute in schema.attributes:
        name, _, value = attribute.sources.get(dataset, "").partition("=")
        if name:
            coded[name] |= {int(value)} if value else YES_OR_NO
    return {name: frozenset(values) for name, values in coded.items()}
