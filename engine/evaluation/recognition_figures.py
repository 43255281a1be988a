"""How well each attribute is recognised."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Schema
from engine.errors import ShapeError


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeFigures:
    """One attribute over n crops.

    Attributes:
        attribute: its id.
        positives: crops that have it.
        balanced_accuracy: mean of the shares of yes and of no found, in percent; None where all or none have it.
        f1: 2 hits / (positives + said yes), in percent; None where no crop has it and none is said to.
        found: crops that have it and are said to.
        false_alarms: crops that lack it but are said to have it.
    """

    attribute: str
    positives: int
    balanced_accuracy: float | None
    f1: float | None
    found: int
    false_alarms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognitionFigures:
    """mA, the mean of the balanced accuracies, in percent, and a row per attribute."""

    ma: float
    rows: tuple[AttributeFigures, ...]


def measure_recognition(
    schema: Schema,
    logits: NDArray[np.float32],
    vectors: NDArray[np.uint8],
    threshold: float = 0.0,
    *,
    known: NDArray[np.uint8] | None = None,
) -> RecognitionFigures:
    """Measure (n, A) logits, above `threshold` meaning yes, against (n, A) bits.

    Where `known`, (n, A) bits, is given, each attribute is measured on the crops of which it is known.
    """
    if logits.shape != vectors.shape or logits.shape[1] != schema.size:
        raise ShapeError(f"Logits {logits.shape} and bits {vectors.shape} do not fit {schema.name}.")
    said, true = logits > threshold, vectors.astype(np.bool_)
    counted = np.ones_like(true) if known is None else known.astype(np.bool_)
    rows = tuple(
        _row(name, said[counted[:, k], k], true[counted[:, k], k]) for k, name in enumerate(schema.attribute_ids)
    )
    accuracies = [row.balanced_accuracy for row in rows if row.balanced_accuracy is not None]
    return RecognitionFigures(ma=float(np.mean(accuracies)) if accuracies else float("nan"), rows=rows)


def _row(name: str, said: NDArray[np.bool_], true: NDArray[np.bool_]) -> AttributeFigures:
    positives, found, false_alarms = int(true.sum()), int((said & true).sum()), int((said & ~true).sum())
    negatives = len(true) - positives
    accuracy = None
    if positives and negatives:
        accuracy = 100 * (found / positives + 1 - false_alarms / negatives) / 2
    counted = positives + found + false_alarms
    return AttributeFigures(
        attribute=name,
        positives=positives,
        balanced_accuracy=accuracy,
        f1=100 * 2 * found / counted if counted else None,
        found=found,
        false_alarms=false_alarms,
    )
