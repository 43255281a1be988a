"""MATLAB files, read with care."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.datasets.mat5 import Mat5Error, read_mat5
from engine.errors import DatasetError, MissingPathError

MAX_BYTES = 200_000_000  # PA100K's, the largest of them, has three million
SHAPE_ERRORS = (KeyError, IndexError, ValueError, TypeError)  # what a file that holds something else ends in


def read_mat(path: Path) -> dict[str, Any]:
    """Read a .mat file.

    Raises:
        MissingPathError: if there is no such file.
        DatasetError: if it is no MATLAB file, is cut short, or far too large.
    """
    if not path.is_file():
        raise MissingPathError(path)
    if path.stat().st_size > MAX_BYTES:
        raise DatasetError(
            f"{path} is larger than {MAX_BYTES // 10**6} MB, which no table of labels is; fetch it again."
        )
    try:
        return read_mat5(path.read_bytes())
    except Mat5Error as error:
        raise DatasetError(f"{path} cannot be read as a MATLAB file ({error}); fetch it again.") from error


def strings(cells: NDArray[np.object_]) -> list[str]:
    """Return the strings of a MATLAB cell array."""
    return [str(cell.ravel()[0]) for cell in np.asarray(cells).ravel()]


def integer_table(values: object, columns: int) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return a table as int64, and (n,) bool, which rows hold whole numbers only; the others are all zeros.

    Raises:
        ValueError: if it is no table of numbers, or has fewer columns.
    """
    table = np.asarray(values)
    if table.ndim != 2 or table.dtype.kind not in "biuf":
        raise ValueError("the labels are no table of numbers")
    if table.shape[1] < columns:
        raise ValueError(f"{columns} columns are named, but the labels have {table.shape[1]}")
    table = table.astype(np.float64)
    with np.errstate(invalid="ignore"):
        whole = (np.isfinite(table) & (table == np.round(table)) & (np.abs(table) < 2**53)).all(axis=1)
    return np.where(whole[:, None], table, 0).astype(np.int64), whole


def check_unique(names: Sequence[str]) -> None:
    """Raise ValueError if a column is named twice."""
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise ValueError(f"the column {repeated[0]} stands there twice")
