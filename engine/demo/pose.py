"""A walking body's joints at one moment of the step."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

HEIGHT_M = 1.75  # the figure is made for this height and scaled
STRIDE_M = 1.25  # two steps at the full swing
THIGH_M, SHIN_M, ANKLE_M = 0.42, 0.40, 0.08
UPPER_ARM_M, FOREARM_M = 0.29, 0.26
ARM_SWING = 0.34  # radians
# degrees at tenths of the cycle from the heel's touch (after Winter's normal gait tables, smoothed)
HIP_DEGREES = (30, 27, 19, 10, 0, -9, -8, 6, 23, 31, 30)
KNEE_DEGREES = (6, 15, 18, 11, 7, 11, 34, 58, 48, 18, 6)
TENTHS = np.linspace(0, 1, 11)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gait:
    """What decides a pose."""

    phase: float  # in steps of two: 0 and 1 are the left heel's touch
    vigour: float = 1.0  # 0 stands, 1 walks briskly
    stoop: float = 0.05
    width: float = 1.0
    stiff_arm: tuple[bool, bool] = (False, False)  # left, right: it carries something and hardly swings
    pulling_arm: tuple[bool, bool] = (False, False)  # stretched back, to a trolley


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """Joints in the body's coordinates (metres; x right, y front, z up), left side first."""

    legs: tuple[FloatArray, FloatArray]  # each (3, 3): hip, knee, ankle
    arms: tuple[FloatArray, FloatArray]  # each (4, 3): shoulder, elbow, wrist, finger tips
    foot_pitch: tuple[float, float]  # radians, toes up
    lift: float  # of the pelvis against standing upright, metres, at most 0
    stoop: float
    spread: float  # how far the thighs are apart, radians
    width: float

    def spine(self, heights: FloatArray) -> FloatArray:
        """Return points (n, 3) on the spine at these heights of the upright body."""
        above = np.clip(heights - 0.95, 0.0, None)
        forward = np.sin(self.stoop) * above + 0.35 * self.stoop * above**2
        return np.column_stack(
            [np.zeros_like(heights), forward, heights + self.lift - 0.3 * self.stoop * above**2]
        ).astype(np.float32)


def pose_at(gait: Gait) -> Pose:
    """Return the pose of a gait."""
    phases = (gait.phase % 1.0, (gait.phase + 0.5) % 1.0)
    legs = tuple(_leg(side, phase, gait) for side, phase in zip((-1, 1), phases, strict=True))
    lift = ANKLE_M - min(float(leg[2, 2]) - _heel_rise(phase, gait) for leg, phase in zip(legs, phases, strict=True))
    legs = tuple((leg + np.array([0, 0, lift], dtype=np.float32)).astype(np.float32) for leg in legs)
    bare = Pose(
        legs=(legs[0], legs[1]), arms=(legs[0], legs[1]), lift=lift, stoop=gait.stoop, width=gait.width,
        foot_pitch=(_foot_pitch(phases[0], gait), _foot_pitch(phases[1], gait)),
        spread=abs(_hip_angle(phases[0], gait) - _hip_angle(phases[1], gait)),
    )  # fmt: skip
    arms = tuple(_arm(index, phases[1 - index], gait, bare) for index in (0, 1))
    return Pose(
        legs=bare.legs, arms=(arms[0], arms[1]), lift=lift, stoop=gait.stoop, width=gait.width,
        foot_pitch=bare.foot_pitch, spread=bare.spread,
    )  # fmt: skip


def _hip_angle(phase: float, gait: Gait) -> float:
    return 0.03 + 1.1 * gait.vigour * float(np.radians(np.interp(phase, TENTHS, HIP_DEGREES) - 6))


def _knee_angle(phase: float, gait: Gait) -> float:
    return 0.05 + gait.vigour * float(np.radians(np.interp(phase, TENTHS, KNEE_DEGREES)))


def _foot_pitch(phase: float, gait: Gait) -> float:
    knots = [0.0, 0.08, 0.15, 0.42, 0.62, 0.72, 0.88, 1.0]
    return gait.vigour * float(np.interp(phase, knots, [0.3, 0.05, 0.0, 0.0, -0.75, -0.7, 0.05, 0.3]))


def _heel_rise(phase: float, gait: Gait) -> float:
    return 0.17 * max(0.0, float(np.sin(-_foot_pitch(phase, gait))))


def _leg(side: int, phase: float, gait: Gait) -> FloatArray:
    hip_angle, knee_angle = _hip_angle(phase, gait), _knee_angle(phase, gait)
    hip = np.array([side * 0.09 * gait.width, 0.0, 0.90])
    knee = hip + THIGH_M * np.array([0.0, np.sin(hip_angle), -np.cos(hip_angle)])
    shin = hip_angle - knee_angle
    ankle = knee + SHIN_M * np.array([-side * 0.03, np.sin(shin), -np.cos(shin)])
    return np.array([hip, knee, ankle], dtype=np.float32)


def _arm(index: int, phase: float, gait: Gait, body: Pose) -> FloatArray:
    side = (-1, 1)[index]
    swing = gait.vigour * ARM_SWING * float(np.cos(2 * np.pi * phase))
    bend = 0.28 + 0.35 * max(0.0, swing)
    if gait.stiff_arm[index]:
        swing, bend = swing * 0.15 + 0.03, 0.08
    if gait.pulling_arm[index]:
        swing, bend = -0.45, 0.05
    spine = body.spine(np.array([1.398], dtype=np.float32))[0]
    shoulder = spine + np.array([side * 0.172 * gait.width, 0.05 * swing, 0.0])
    elbow = shoulder + UPPER_ARM_M * np.array([side * 0.14, np.sin(swing), -np.cos(swing)])
    lower = swing + bend
    wrist = elbow + FOREARM_M * np.array([side * 0.02, np.sin(lower), -np.cos(lower)])
    tips = wrist + 0.17 * np.array([-side * 0.05, np.sin(lower + 0.1), -np.cos(lower + 0.1)])
    return np.array([shoulder, elbow, wrist, tips], dtype=np.float32)
