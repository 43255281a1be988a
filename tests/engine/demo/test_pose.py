"""The walking body."""

from dataclasses import replace

import numpy as np
import pytest

from engine.demo.pose import FOREARM_M, SHIN_M, THIGH_M, UPPER_ARM_M, Gait, pose_at

PHASES = np.linspace(0, 1, 17)


@pytest.mark.parametrize("phase", PHASES)
def test_limbs_keep_their_length(phase):
    pose = pose_at(Gait(phase=float(phase)))
    for leg in pose.legs:
        assert np.linalg.norm(np.diff(leg, axis=0), axis=1) == pytest.approx([THIGH_M, SHIN_M], rel=0.02)
    for arm in pose.arms:
        assert np.linalg.norm(np.diff(arm, axis=0), axis=1)[:2] == pytest.approx([UPPER_ARM_M, FOREARM_M], rel=0.02)


@pytest.mark.parametrize("phase", PHASES)
def test_a_foot_is_always_on_the_ground_and_none_below_it(phase):
    pose = pose_at(Gait(phase=float(phase)))
    soles = [float(leg[2, 2]) - 0.08 for leg in pose.legs]
    assert -0.02 < min(soles) < 0.15


def test_half_a_step_later_left_and_right_have_changed_places():
    one, other = pose_at(Gait(phase=0.2)), pose_at(Gait(phase=0.7))
    mirrored = other.legs[1] * np.array([-1, 1, 1])
    assert np.allclose(one.legs[0], mirrored, atol=1e-5)


def test_arms_swing_against_the_legs():
    pose = pose_at(Gait(phase=0.0))  # the left heel touches
    assert pose.legs[0][2, 1] > pose.legs[1][2, 1]
    assert pose.arms[0][2, 1] < pose.arms[1][2, 1]


def test_who_stands_keeps_the_feet_together():
    standing = pose_at(Gait(phase=0.3, vigour=0.0))
    assert standing.legs[0][2, 1] == pytest.approx(standing.legs[1][2, 1], abs=1e-6)


def test_a_stoop_brings_the_head_forward():
    heights = np.array([1.6], dtype=np.float32)
    upright, bent = (pose_at(replace(Gait(phase=0.1), stoop=stoop)).spine(heights)[0] for stoop in (0.0, 0.25))
    assert bent[1] > upright[1] + 0.1
    assert bent[2] < upright[2]
