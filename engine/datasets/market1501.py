"""Market-1501 Attribute (Lin et al., Pattern Recognition 2019): labels per identity."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema_file import shipped_schema
from engine.attributes.source_columns import vectors_from_columns
from engine.datasets.mat_file import read_mat, strings
from engine.errors import DatasetError

CODED_COLUMNS = frozenset({"age", "gender", "hair", "up", "down", "clothes"})  # the others say 1 no, 2 yes


@dataclass(frozen=True, slots=True)
class IdentityLabels:
    """One vector per identity.

    Attributes:
        identities: four digits each, as in the pictures' names.
        vectors: (n, 39) uint8.
    """

    identities: tuple[str, ...]
    vectors: NDArray[np.uint8]


def read_market1501_labels(path: Path) -> dict[str, IdentityLabels]:
    """Read market_attribute.mat; return the labels of "train" and of "test".

    The columns stand in another order in each, and are joined by name.

    Raises:
        MissingPathError: if there is no such file.
        DatasetError: if it does not hold what market_attribute.mat holds.
    """
    content = read_mat(path)
    try:
        record = content["market_attribute"][0, 0]
        return {part: _read_part(record[part][0, 0]) for part in ("train", "test")}
    except (KeyError, IndexError, ValueError, TypeError) as error:
        raise DatasetError(f"{path} has no record “market_attribute” with train and test ({error}).") from error


def _read_part(part: Any) -> IdentityLabels:  # noqa: ANN401 - a MATLAB struct
    names = [name for name in part.dtype.names if name != "image_index"]
    columns = {name: _column(name, np.asarray(part[name]).ravel()) for name in names}
    vectors = vectors_from_columns(shipped_schema("market1501"), "market1501", columns)
    return IdentityLabels(tuple(strings(part["image_index"])), vectors)


def _column(name: str, values: NDArray[np.integer]) -> NDArray[np.integer]:
    return values if name in CODED_COLUMNS else values.astype(np.int64) - 1
