"""The calibration of a stored model's heads, in NumPy: what takes it back."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Group, Schema

Floats = NDArray[np.float32]
Stored = NDArray[np.float16] | Floats


@dataclass(frozen=True, eq=False, slots=True)
class StoredCalibration:
    """Calibrated logit = scale · logit + bias, per attribute; before the softmax where a group shares one.

    Attributes:
        schema: the attributes.
        scale: (A,) float32, none of them 0.
        bias: (A,) float32.
        shares_softmax: whether exclusive groups of two values or more share a softmax.
    """

    schema: Schema
    scale: Floats
    bias: Floats
    shares_softmax: bool

    def joins(self, group: Group) -> bool:
        """Return whether the group's attributes share a softmax, so that each logit depends on all of them."""
        return self.shares_softmax and group.exclusive and len(group.attributes) > 1

    def undone(self, group: Group, calibrated: Sequence[Stored]) -> list[Floats]:
        """Return the logits of a group's attributes as they were, (n,) each, in which rare attributes weigh more.

        Equal to the torch model's `Calibration.undone`.

        Args:
            group: of the schema.
            calibrated: the stored logits of its attributes, (n,) each.
        """
        place = self.schema.slice_of(group)
        softmax = self.joins(group)
        logits = [-np.logaddexp(np.float32(0), -column) for column in calibrated] if softmax else list(calibrated)
        undone = [
            np.asarray((column - bias) / scale, np.float32)
            for column, scale, bias in zip(logits, self.scale[place], self.bias[place], strict=True)
        ]
        return _against_the_others(undone) if softmax else undone


def _against_the_others(logits: list[Floats]) -> list[Floats]:
    """Return l_k = z_k − log Σ_{j≠k} e^{z_j}, each of which speaks for its attribute alone."""
    return [
        np.asarray(own - np.logaddexp.reduce([other for j, other in enumerate(logits) if j != k]), np.float32)
        for k, own in enumerate(logits)
    ]
