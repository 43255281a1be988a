import numpy as np
import pytest

from engine.encoders.model import Calibration
from engine.training.calibration import fit_calibration


def test_calibration_finds_temperature_and_shift_back():
    generator = np.random.default_rng(0)
    true = generator.normal(size=(4000, 3)) * 2 - 1
    vectors = (generator.random((4000, 3)) < 1 / (1 + np.exp(-true))).astype(np.uint8)
    weights = np.array([1.0, 3.0, 8.0], np.float32)
    logits = ((true + np.log(weights)) * 1.5).astype(np.float32)  # weighted training and overconfidence
    calibration = Calibration(3)
    fit_calibration(calibration, logits, vectors, weights)
    assert calibration.scale.tolist() == pytest.approx([1 / 1.5] * 3, rel=0.1)
    assert calibration.bias.tolist() == pytest.approx((-np.log(weights)).tolist(), abs=0.2)
