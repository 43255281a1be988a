"""MATLAB files, read with care."""

from pathlib import Path
from typing import Any

import numpy as np
import scipy.io
from numpy.typing import NDArray

from engine.errors import DatasetError, MissingPathError


def read_mat(path: Path) -> dict[str, Any]:
    """Read a .mat file.

    Raises:
        MissingPathError: if there is no such file.
        DatasetError: if it is no MATLAB file.
    """
    if not path.is_file():
        raise MissingPathError(path)
    try:
        content: dict[str, Any] = scipy.io.loadmat(str(path))
    except (ValueError, TypeError, OSError, NotImplementedError, IndexError) as error:
        raise DatasetError(f"{path} cannot be read as a MATLAB file ({error}); fetch it again.") from error
    return content


def strings(cells: NDArray[np.object_]) -> list[str]:
    """Return the strings of a MATLAB cell array."""
    return [str(cell.ravel()[0]) for cell in np.asarray(cells).ravel()]
