"""How well each attribute is recognised."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Schema
from engine.errors import ShapeError


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeFigures:
    """One attribute; balanced accuracy in percent, None where all or none of the crops have it."""

    attribute: str
    positives: int
    balanced_accuracy: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognitionFigures:
    """mA, the mean of the balanced accuracies, in percent, and a row per attribute."""

    ma: float
    rows: tuple[AttributeFigures, ...]


def measure_recognition(
    schema: Schema, logits: NDArray[np.float32], vectors: NDArray[np.uint8], threshold: float = 0.0
) -> RecognitionFigures:
    """Measure (n, A) logits, above `threshold` meaning yes, against (n, A) bits."""
    if logits.shape != vectors.shape or logits.shape[1] != schema.size:
        raise ShapeError(f"Logits {logits.shape} and bits {vectors.shape} do not fit {schema.name}.")
    said, true = logits > threshold, vectors.astype(np.bool_)
    rows = tuple(_row(name, said[:, k], true[:, k]) for k, name in enumerate(schema.attribute_ids))
    known = [row.balanced_accuracy for row in rows if row.balanced_accuracy is not None]
    return RecognitionFigures(ma=float(np.mean(known)), rows=rows)


def _row(name: str, said: NDArray[np.bool_], true: NDArray[np.bool_]) -> AttributeFigures:
    positives = int(true.sum())
    if positives in (0, len(true)):
        return AttributeFigures(attribute=name, positives=positives, balanced_accuracy=None)
    accuracy = 100 * (said[true].mean() + (~said[~true]).mean()) / 2
    return AttributeFigures(attribute=name, positives=positives, balanced_accuracy=float(accuracy))
