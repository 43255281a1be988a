"""From a data set's own columns to category vectors."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Schema
from engine.errors import DatasetError


def vectors_from_columns(schema: Schema, dataset: str, columns: Mapping[str, NDArray[np.integer]]) -> NDArray[np.uint8]:
    """Return (n, A) uint8 category vectors from a data set's columns, joined by name.

    A source name "age=2" holds where the column age has the value 2; a plain one where its column is 1. An attribute
    marked `none` holds where no other of its group does.

    Args:
        schema: says which column is which attribute.
        dataset: the key of the attributes' `sources`.
        columns: (n,) each, all of one length.

    Raises:
        DatasetError: if a column is missing, or the columns differ in length.
    """
    lengths = {len(column) for column in columns.values()}
    if len(lengths) != 1:
        raise DatasetError(f"The columns of {dataset} have different lengths {sorted(lengths)}; check the file.")
    vectors = np.zeros((lengths.pop(), schema.size), np.uint8)
    for position, attribute in enumerate(schema.attributes):
        if not attribute.none:
            vectors[:, position] = _column(columns, dataset, attribute.sources.get(dataset, ""))
    _fill_none(schema, vectors)
    return vectors


def _column(columns: Mapping[str, NDArray[np.integer]], dataset: str, source: str) -> NDArray[np.bool_]:
    name, _, value = source.partition("=")
    if name not in columns:
        raise DatasetError(f"{dataset} has no column “{name}”, which the schema names; check the file or the schema.")
    holds: NDArray[np.bool_] = np.asarray(columns[name]) == (int(value) if value else 1)
    return holds


def _fill_none(schema: Schema, vectors: NDArray[np.uint8]) -> None:
    for position, attribute in enumerate(schema.attributes):
        if attribute.none:
            group = vectors[:, schema.slice_of(schema.group_of(attribute.id))]
            vectors[:, position] = ~group.any(axis=1)
