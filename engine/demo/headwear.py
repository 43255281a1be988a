"""Hats and scarves."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.demo.appearance import Appearance
from engine.demo.fabric import folds, painted, plain_fabric
from engine.demo.head import head_base
from engine.demo.palette import light_of
from engine.demo.pose import Pose
from engine.demo.surface import FRONT, RIGHT, UP, Surface, everywhere, limb

FloatArray = NDArray[np.float32]


def accessory_surfaces(person: Appearance, pose: Pose) -> list[Surface]:
    """Return hat and scarf."""
    surfaces: list[Surface] = []
    if person.has("accessoryHat"):
        hat = HATS[person.look.variant % len(HATS)](person, head_base(pose))
        surfaces += [replace(surface, tells={"accessoryHat": everywhere}) for surface in hat]
    if person.has("accessoryMuffler"):
        surfaces += [replace(surface, tells={"accessoryMuffler": everywhere}) for surface in _scarf(person, pose)]
    return surfaces


def _dome(person: Appearance, base: FloatArray, heights: FloatArray, across: FloatArray, deep: FloatArray) -> Surface:
    centres = base + np.column_stack([np.zeros(len(heights)), np.full(len(heights), -0.005), heights])
    felt = plain_fabric(light_of(person.look.hat), person.look.seed + 11)
    return Surface(
        centres=centres.astype(np.float32), across=across.astype(np.float32), deep=deep.astype(np.float32),
        right=RIGHT, front=FRONT, paint=painted(felt, 0.6, 0.2), relief=folds(person.look.seed, 0.002), cap=0.25,
    )  # fmt: skip


def _beanie(person: Appearance, base: FloatArray) -> list[Surface]:
    heights = np.array([0.148, 0.175, 0.215, 0.245, 0.262])
    return [
        _dome(
            person,
            base,
            heights,
            np.array([0.089, 0.091, 0.082, 0.057, 0.02]),
            np.array([0.112, 0.113, 0.1, 0.07, 0.025]),
        )
    ]


def _cap(person: Appearance, base: FloatArray) -> list[Surface]:
    heights = np.array([0.165, 0.185, 0.222, 0.248, 0.256])
    dome = _dome(
        person, base, heights, np.array([0.088, 0.089, 0.079, 0.05, 0.02]), np.array([0.111, 0.111, 0.098, 0.06, 0.025])
    )
    along = np.array([0.06, 0.11, 0.16, 0.185])
    centres = base + np.column_stack([np.zeros(4), along, 0.168 - 0.12 * (along - 0.06)])
    peak = Surface(
        centres=centres.astype(np.float32), across=np.array([0.084, 0.082, 0.066, 0.035], dtype=np.float32),
        deep=np.full(4, 0.007, dtype=np.float32), right=RIGHT, front=UP,
        paint=painted(plain_fabric(light_of(person.look.hat), person.look.seed + 12), 0.3, 0.1), cap=0.2,
    )  # fmt: skip
    return [dome, peak]


def _brimmed(person: Appearance, base: FloatArray) -> list[Surface]:
    heights = np.array([0.16, 0.17, 0.18, 0.19, 0.235, 0.265])
    across = np.array([0.135, 0.14, 0.12, 0.088, 0.080, 0.066])
    return [_dome(person, base, heights, across, across + np.array([0.01, 0.01, 0.015, 0.022, 0.02, 0.018]))]


HATS = (_beanie, _cap, _brimmed)


def _scarf(person: Appearance, pose: Pose) -> list[Surface]:
    heights = np.array([1.448, 1.48, 1.518, 1.545])
    centres = pose.spine(heights.astype(np.float32)) + np.array([0, 0.012, 0], dtype=np.float32)
    cloth = plain_fabric(light_of(person.look.scarf), person.look.seed + 13)
    slim = 0.9 if person.has("personalFemale") else 1.0
    ring = Surface(
        centres=centres, across=(np.array([0.102, 0.122, 0.118, 0.09]) * slim).astype(np.float32),
        deep=(np.array([0.096, 0.116, 0.112, 0.088]) * slim).astype(np.float32), right=RIGHT, front=FRONT,
        paint=painted(cloth, 0.6, 0.15), relief=folds(cloth.seed, 0.007, length=0.2), cap=0.1,
    )  # fmt: skip
    side = -0.045 if person.look.left_handed else 0.045
    hanging = pose.spine(np.array([1.48, 1.36, 1.2], dtype=np.float32))
    hanging += np.array([[side, 0.11, 0], [side, 0.155, 0], [side * 1.2, 0.165, 0]], dtype=np.float32)
    stations = [(0.0, 0.045), (0.4, 0.05), (1.0, 0.052)]
    tail = limb(hanging, stations, painted(cloth, 0.2, 0.3), side=RIGHT, flat=0.35)
    return [ring, replace(tail, relief=folds(cloth.seed + 1, 0.004), cap=0.1)]
