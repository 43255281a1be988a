import numpy as np
import pytest
import torch

from engine.encoders.model import Calibration
from engine.encoders.softmax_groups import attribute_logits
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


def test_calibration_finds_the_temperature_of_a_softmax_back():
    generator = np.random.default_rng(0)
    true = generator.normal(size=(4000, 3)) * 2
    shares = np.exp(true) / np.exp(true).sum(axis=1, keepdims=True)
    vectors = np.stack([generator.multinomial(1, share) for share in shares]).astype(np.uint8)
    weights = np.array([1.0, 3.0, 8.0], np.float32)
    groups = (slice(0, 3),)
    logits = attribute_logits(torch.tensor((true + np.log(weights)) * 1.5, dtype=torch.float32), groups).numpy()
    calibration = Calibration(3, groups)
    fit_calibration(calibration, logits, vectors, weights)
    assert calibration.scale.tolist() == pytest.approx([1 / 1.5] * 3, rel=0.1)
    assert calibration.bias.tolist() == pytest.approx((-np.log(weights)).tolist(), abs=0.2)
    probabilities = calibration(torch.from_numpy(logits)).sigmoid().numpy()
    assert probabilities == pytest.approx(shares, abs=0.05)


def test_bits_that_are_not_known_do_not_count():
    generator = np.random.default_rng(1)
    logits = generator.normal(size=(300, 3)).astype(np.float32) * 3
    vectors = (generator.random((300, 3)) < 1 / (1 + np.exp(-logits))).astype(np.uint8)
    known = (generator.random((300, 3)) < 0.5).astype(np.uint8)
    wrong = np.where(known, vectors, 1 - vectors).astype(np.uint8)
    weights = np.ones(3, np.float32)
    one, other = Calibration(3), Calibration(3)
    loss = fit_calibration(one, logits, vectors, weights, known)
    assert fit_calibration(other, logits, wrong, weights, known) == loss
    assert torch.equal(one.scale, other.scale) and torch.equal(one.bias, other.bias)
    assert fit_calibration(Calibration(3), logits, wrong, weights) > loss
