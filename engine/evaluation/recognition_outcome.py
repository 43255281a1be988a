"""The protocol `recognition`: how well the heads tell every attribute."""

from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Group, Schema
from engine.evaluation.bootstrap import BOOTSTRAP_ROUNDS, Resampled, draw_rounds
from engine.evaluation.embedded_split import EmbeddedSplit
from engine.evaluation.outcome import Outcome
from engine.evaluation.recognition_figures import AttributeFigures, measure_recognition


def measure_recognition_outcome(split: EmbeddedSplit) -> Outcome:
    """Measure recognition at the threshold that the training aimed at: logits above 0, uncalibrated."""
    schema, vectors = split.images.schema, split.images.vectors
    measured = measure_recognition(schema, split.logits, vectors)
    rows = {row.attribute: _plain(row) for row in measured.rows}
    figures = {
        "ma": measured.ma,
        "attributes": {row.attribute: [row.positives, row.balanced_accuracy] for row in measured.rows},
        "images": len(split.images),
        "rows": rows,
        "by_group": {group.id: _mean_accuracy(schema, group, measured.rows) for group in schema.groups},
    }
    resampled = {"ma": resampled_ma(split.logits > 0, vectors.astype(np.bool_))}
    return Outcome(figures=figures, headline={"ma": measured.ma}, resampled=resampled)


def resampled_ma(said: NDArray[np.bool_], true: NDArray[np.bool_], rounds: int = BOOTSTRAP_ROUNDS) -> Resampled:
    """Return mA, in percent, of (n, A) answers in every round of a bootstrap over the n crops.

    An attribute that a round drew no yes or no no of is left out of that round's mean.
    """
    means: Resampled = np.nanmean(resampled_accuracies(said, true, rounds=rounds), axis=1)
    return means


def resampled_accuracies(
    said: NDArray[np.bool_],
    true: NDArray[np.bool_],
    known: NDArray[np.bool_] | None = None,
    *,
    rounds: int = BOOTSTRAP_ROUNDS,
) -> NDArray[np.float64]:
    """Return the balanced accuracies (R, A), in percent, of (n, A) answers in every round of a bootstrap over crops.

    Where `known`, (n, A), is given, each attribute counts on the crops of which it is known; NaN where a round drew no
    yes or no no of it.
    """
    counted = np.ones_like(true) if known is None else known
    times = np.array([np.bincount(drawn, minlength=len(true)) for drawn in draw_rounds(len(true), rounds)], np.float64)
    found, right_noes = times @ (said & true & counted), times @ (~said & ~true & counted)
    positives, negatives = times @ (true & counted), times @ (~true & counted)
    with np.errstate(invalid="ignore"):
        accuracies: NDArray[np.float64] = 100 * (found / positives + right_noes / negatives) / 2
    return accuracies


def _plain(row: AttributeFigures) -> dict[str, Any]:
    return {name: value for name, value in asdict(row).items() if name != "attribute"}


def _mean_accuracy(schema: Schema, group: Group, rows: tuple[AttributeFigures, ...]) -> float | None:
    """Return the mean balanced accuracy of the group's attributes, in percent; None where none has one."""
    known = [row.balanced_accuracy for row in rows[schema.slice_of(group)] if row.balanced_accuracy is not None]
    return float(np.mean(known)) if known else None
