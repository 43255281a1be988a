import numpy as np
import pytest
import torch

from engine.encoders.model import Calibration

GROUPS = (slice(0, 3),)


def filled(groups: tuple[slice, ...]) -> Calibration:
    calibration = Calibration(5, groups)
    calibration.scale.copy_(torch.tensor([0.5, 0.5, 0.5, 2.0, 3.0]))
    calibration.bias.copy_(torch.tensor([0.1, -1.0, 0.7, 0.2, -0.3]))
    return calibration


def head_logits() -> torch.Tensor:
    logits = 2 * torch.randn(6, 5, generator=torch.Generator().manual_seed(0))
    softmax = logits[:, :3].softmax(dim=1)
    return torch.cat([torch.logit(softmax), logits[:, 3:]], dim=1)


def test_a_logit_by_itself_is_scaled_and_shifted():
    logits, calibration = head_logits(), filled(())
    assert torch.equal(calibration(logits), logits * calibration.scale + calibration.bias)


def test_a_softmax_is_scaled_and_shifted_before_it_and_still_sums_to_one():
    logits, calibration = head_logits(), filled(GROUPS)
    calibrated = calibration(logits).sigmoid()
    expected = (logits[:, :3].sigmoid().log() * 0.5 + calibration.bias[:3]).softmax(dim=1)
    assert torch.allclose(calibrated[:, :3], expected, atol=1e-6)
    assert calibrated[:, :3].sum(dim=1).tolist() == pytest.approx([1.0] * 6, abs=1e-6)
    assert torch.equal(calibration(logits)[:, 3:], filled(())(logits)[:, 3:])


@pytest.mark.parametrize("groups", [(), GROUPS])
def test_what_is_calibrated_can_be_undone(groups):
    calibration, logits = filled(groups), head_logits()
    calibrated = calibration(logits).numpy()
    calibrated.flags.writeable = False  # as a memory-mapped file is
    assert np.allclose(calibration.undone(calibrated), logits.numpy(), atol=1e-4)


@pytest.mark.parametrize("groups", [(), GROUPS])
def test_an_empty_calibration_changes_nothing(groups):
    assert torch.allclose(Calibration(5, groups)(head_logits()), head_logits(), atol=1e-5)
