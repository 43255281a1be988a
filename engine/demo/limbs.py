"""Neck, arms, hands and legs: skin where no cloth covers it, sleeves and trouser legs where it does."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.demo.appearance import Appearance
from engine.demo.fabric import Fabric, folds, painted
from engine.demo.noise import grain_tile, sample
from engine.demo.palette import light_of
from engine.demo.pose import Pose
from engine.demo.surface import RIGHT, Paint, Places, Surface, limb

FloatArray = NDArray[np.float32]

# how far down the arm a sleeve reaches (of shoulder to wrist), and how much wider than the arm it is
SLEEVES = {"upperBodyLongSleeve": (0.97, 0.011), "upperBodyShortSleeve": (0.40, 0.016), "upperBodyNoSleeve": (0.0, 0.0)}
ARM = [(0.0, 0.046), (0.1, 0.052), (0.3, 0.046), (0.5, 0.039), (0.62, 0.041), (0.8, 0.033), (1.0, 0.026)]
LEG = [(0.0, 0.088), (0.2, 0.080), (0.42, 0.060), (0.51, 0.053), (0.66, 0.056), (0.82, 0.042), (1.0, 0.035)]


def skin_paint(person: Appearance) -> Paint:
    """Return the paint of bare skin."""
    skin = light_of(person.look.skin)

    def paint(places: Places) -> FloatArray:
        tone = sample(grain_tile(3), places.around / np.float32(6.283), places.along)
        return np.asarray(skin * (1 + 0.05 * tone)[:, None], dtype=np.float32)

    return paint


def neck_surface(person: Appearance, pose: Pose) -> Surface:
    """Return the neck, from within the collar to within the head."""
    joints = pose.spine(np.array([1.43, 1.50, 1.60], dtype=np.float32))
    joints = joints + np.array([[0, -0.005, 0], [0, 0.0, 0], [0, 0.012, 0]], dtype=np.float32)
    size = 0.062 if person.has("personalMale") else 0.053
    return limb(joints, [(0.0, size * 1.25), (0.45, size), (1.0, size * 0.95)], skin_paint(person), side=RIGHT)


def arm_surfaces(person: Appearance, pose: Pose, sleeve: Fabric, *, bulk_m: float) -> list[Surface]:
    """Return both arms with hands, and sleeves of the top's cloth.

    Args:
        person: whose arms.
        pose: where the joints are.
        sleeve: the top's cloth.
        bulk_m: how much the garment adds to the arm besides what every sleeve does: a padded jacket's much.
    """
    reach, slack = next(value for name, value in SLEEVES.items() if person.has(name))
    slim = 0.86 if person.has("personalFemale") else 1.0
    surfaces = []
    for joints in pose.arms:
        surfaces.append(_hand(joints, person, slim))
        if reach < 0.9:
            bare = [(share, width * slim) for share, width in ARM]
            surfaces.append(limb(joints[:3], bare, skin_paint(person), side=RIGHT))
        if reach > 0:
            surfaces.append(_sleeve(joints[:3], sleeve, reach, slack + bulk_m, slim))
    return surfaces


def _sleeve(joints: FloatArray, cloth: Fabric, reach: float, slack: float, slim: float) -> Surface:
    shares = np.array([0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0]) * reach
    widths = np.interp(shares, [share for share, _ in ARM], [width * slim for _, width in ARM])
    loose = slack * np.interp(shares, [0.0, 0.2, 1.0], [0.5, 0.9, 1.15])
    stations = list(zip(shares.tolist(), (widths + loose).tolist(), strict=True))
    creases = folds(cloth.seed + 3, 0.0035 + slack * 0.12, at=0.52 if reach > 0.9 else None, rings=0.006)
    paint = painted(cloth, 0.30, 0.55 * reach)
    return replace(limb(joints, stations, paint, side=RIGHT), relief=creases)


def _hand(joints: FloatArray, person: Appearance, slim: float) -> Surface:
    stations = [(0.0, 0.024 * slim), (0.3, 0.034 * slim), (0.55, 0.037 * slim), (0.85, 0.026 * slim), (1.0, 0.014)]
    start = joints[2] + 0.06 * (joints[1] - joints[2])
    turned = np.array([0.35, 0.93, 0.0], dtype=np.float32)  # the palm faces the thigh
    chain = np.array([start, (start + joints[3]) / 2, joints[3]], dtype=np.float32)
    return limb(chain, stations, skin_paint(person), side=turned, flat=0.6)


def bare_legs(person: Appearance, pose: Pose, *, from_share: float) -> list[Surface]:
    """Return both legs' skin from this share of their length downwards."""
    slim = 0.92 if person.has("personalFemale") else 1.0
    stations = [(share, width * slim) for share, width in LEG if share >= from_share]
    return [limb(joints, stations, skin_paint(person), side=RIGHT) for joints in pose.legs]
