"""The course of a training: a row per epoch, from a card or from history.csv."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import DatasetError, FileError, MissingPathError

_NO_CURVE = ("stage", "epoch", "crops_per_second")
_VALIDATION_ENDINGS = ("_rank1", "_map")

Curve = NDArray[np.float64]  # (E,) a value per epoch; NaN where the epoch has none


@dataclass(frozen=True, slots=True, kw_only=True)
class StageSpan:
    """A stage and its epochs, counted from 0 over the whole training; `end` is the first that is not its."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingHistory:
    """The curves, over the epochs of all stages one after the other.

    Attributes:
        stages: in order.
        losses: means over an epoch, by the loss.
        validation: figures after the epoch, in percent, by the figure.
    """

    stages: tuple[StageSpan, ...]
    losses: Mapping[str, Curve]
    validation: Mapping[str, Curve]

    @property
    def epochs(self) -> int:
        """How many there are."""
        return self.stages[-1].end


def training_history(rows: Sequence[Mapping[str, Any]]) -> TrainingHistory:
    """Sort a history's columns into losses and validation figures.

    Raises:
        DatasetError: if there is no row, or one has no stage or holds what is no number.
    """
    if not rows or any("stage" not in row for row in rows):
        raise DatasetError("The training's history has no epochs with their stage; it cannot be drawn.")
    names = dict.fromkeys(name for row in rows for name in row if name not in _NO_CURVE)
    curves = {name: _curve(rows, name) for name in names}
    return TrainingHistory(
        stages=_stages([str(row["stage"]) for row in rows]),
        losses={name: curve for name, curve in curves.items() if not _is_validation(name)},
        validation={name: curve for name, curve in curves.items() if _is_validation(name)},
    )


def read_history_csv(path: Path) -> list[dict[str, str]]:
    """Read history.csv, as a training writes it.

    Raises:
        MissingPathError: if it is not there.
        FileError: if it is no such table.
    """
    if not path.is_file():
        raise MissingPathError(path)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
    except (OSError, ValueError, csv.Error) as error:
        raise FileError(path, f"it is no table of a training's epochs ({error}); choose its history.csv.") from error
    if not rows or "stage" not in rows[0] or any(None in row or None in row.values() for row in rows):
        raise FileError(path, "it is no table of a training's epochs; choose its history.csv.")
    return rows


def _stages(names: Sequence[str]) -> tuple[StageSpan, ...]:
    spans, start = [], 0
    for name, epochs in groupby(names):
        end = start + len(list(epochs))
        spans.append(StageSpan(name=name, start=start, end=end))
        start = end
    return tuple(spans)


def _curve(rows: Sequence[Mapping[str, Any]], name: str) -> Curve:
    """Return the column; what an epoch does not have, or has empty, is NaN."""
    cells = [row.get(name) for row in rows]
    try:
        return np.array([np.nan if cell in (None, "") else float(cell) for cell in cells], np.float64)
    except (TypeError, ValueError) as error:
        raise DatasetError(f"The training's history holds something under {name} that is no number.") from error


def _is_validation(name: str) -> bool:
    return name == "ma" or name.endswith(_VALIDATION_ENDINGS)
