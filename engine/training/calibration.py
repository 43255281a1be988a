"""Calibrating the recognition logits on validation data, so that σ(logit) is a probability."""

import numpy as np
import scipy.optimize
import torch
from numpy.typing import NDArray

from engine.encoders.model import Calibration


def fit_calibration(
    calibration: Calibration,
    logits: NDArray[np.float32],
    vectors: NDArray[np.uint8],
    positive_weights: NDArray[np.float32],
    known: NDArray[np.uint8] | None = None,
) -> float:
    """Fit calibrated = s · logit − t · log v_k, with v the weights of the positives; return the log loss per bit.

    A weight v on the positives moves the best logit up by log v; t takes that back, s is the inverse temperature. Two
    numbers for all attributes, so that rare attributes, of which validation has few, are not fitted to chance. Logits
    that share a softmax are scaled and shifted before it, where a weight v on a value does the same.

    Args:
        calibration: filled in place.
        logits: (n, A) uncalibrated, of validation crops.
        vectors: (n, A) bits.
        positive_weights: (A,) of the recognition loss.
        known: (n, A) bits, 0 where the bit is not known and does not count; None where all count.
    """
    log_weights = np.log(positive_weights).astype(np.float64)
    uncalibrated = torch.tensor(logits, dtype=torch.float64)
    sign = 1.0 - 2.0 * vectors.astype(np.float64)
    counted = slice(None) if known is None else known.astype(np.bool_)

    def log_loss(parameters: NDArray[np.float64]) -> float:
        bias = torch.from_numpy(-parameters[1] * log_weights)
        calibrated = calibration.calibrated(uncalibrated, torch.tensor(parameters[0]), bias).numpy()
        return float(np.logaddexp(0, (sign * calibrated)[counted]).mean())

    fitted = scipy.optimize.minimize(log_loss, x0=np.array([1.0, 1.0]), method="Nelder-Mead")
    scale, shift = float(fitted.x[0]), float(fitted.x[1])
    calibration.scale.fill_(scale)
    calibration.bias.copy_(calibration.bias.new_tensor(-shift * log_weights))
    return float(fitted.fun)
