"""Shoes, sneakers with their soles, and boots."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.demo.appearance import Appearance
from engine.demo.fabric import Fabric, painted
from engine.demo.palette import light_of
from engine.demo.pose import Pose
from engine.demo.surface import RIGHT, Paint, Places, Surface, limb

FloatArray = NDArray[np.float32]


def shoe_surfaces(person: Appearance, pose: Pose) -> list[Surface]:
    """Return both shoes; boots with their shafts."""
    surfaces = []
    for joints, pitch in zip(pose.legs, pose.foot_pitch, strict=True):
        surfaces.append(_shoe(person, joints[2], pitch))
        if person.has("footwearBoots"):
            chain = np.array([joints[2] + 0.62 * (joints[1] - joints[2]), joints[2]], dtype=np.float32)
            stations = [(0.0, 0.076), (0.5, 0.072), (1.0, 0.058)]
            surfaces.append(replace(limb(chain, stations, _leather(person), side=RIGHT), cap=0.0, gloss=0.12))
    return surfaces


def _leather(person: Appearance) -> Paint:
    cloth = Fabric(shade=light_of(person.look.shoes), second=light_of(person.look.shoes), seed=person.look.seed + 7)
    return painted(cloth, 0.3, 0.3)


def _shoe(person: Appearance, ankle: FloatArray, pitch: float) -> Surface:
    size = 0.9 if person.has("personalFemale") else 1.0
    ahead = np.array([0.0, np.cos(pitch), np.sin(pitch)], dtype=np.float32)
    normal = np.array([0.0, -np.sin(pitch), np.cos(pitch)], dtype=np.float32)
    # along the foot from the heel, height of the middle above the sole, half width, half height
    rings = np.array([
        [-0.060, 0.040, 0.030, 0.040], [-0.035, 0.052, 0.038, 0.052], [0.02, 0.050, 0.041, 0.050],
        [0.08, 0.040, 0.046, 0.040], [0.14, 0.031, 0.047, 0.031], [0.19, 0.024, 0.034, 0.023],
    ])  # fmt: skip
    centres = ankle - 0.08 * normal + size * (rings[:, :1] * ahead + rings[:, 1:2] * normal)
    paint = _with_sole(_leather(person)) if person.has("footwearSneaker") else _leather(person)
    return Surface(
        centres=centres.astype(np.float32), across=(rings[:, 2] * size).astype(np.float32),
        deep=(rings[:, 3] * size).astype(np.float32), right=RIGHT, front=normal, paint=paint, roundness=2.6, cap=0.5,
        gloss=0.16 if person.has("footwearLeatherShoes") else 0.04,
    )  # fmt: skip


def _with_sole(paint: Paint) -> Paint:
    def soled(places: Places) -> FloatArray:
        sole = (np.sin(places.around) < -0.35)[:, None]
        return np.asarray(np.where(sole, np.float32(0.62), paint(places)), dtype=np.float32)

    return soled
