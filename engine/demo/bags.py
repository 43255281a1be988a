"""What is carried: backpack, shoulder bag, plastic bag, suitcase, trolley case."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.demo.appearance import Appearance
from engine.demo.fabric import Fabric, folds, painted, plain_fabric
from engine.demo.palette import light_of
from engine.demo.pose import Pose
from engine.demo.surface import FRONT, RIGHT, Paint, Places, Surface, box, everywhere, limb

FloatArray = NDArray[np.float32]


def bag_surfaces(person: Appearance, pose: Pose) -> list[Surface]:
    """Return what is carried."""
    return [
        replace(surface, tells={name: everywhere})
        for name, make in BAGS.items()
        if person.has(name)
        for surface in make(person, pose)
    ]


def _hand(person: Appearance, pose: Pose) -> FloatArray:
    index = 0 if person.look.left_handed else 1
    return np.asarray(pose.arms[index][2] * 0.35 + pose.arms[index][3] * 0.65, dtype=np.float32)


def _backpack(person: Appearance, pose: Pose) -> list[Surface]:
    tall = (0.235, 0.215, 0.25, 0.225)[person.look.variant]
    middle = pose.spine(np.array([1.225], dtype=np.float32))[0] + np.array([0, -0.215, 0], dtype=np.float32)
    cloth = plain_fabric(light_of(person.look.bag), person.look.seed + 15)
    lean = np.array([0, np.cos(pose.stoop), -np.sin(pose.stoop)], dtype=np.float32)
    body = box(
        middle, (0.152, 0.095, tall), _with_pocket(painted(cloth, 0.8, 0.5), cloth), front=lean, taper=0.78
    )  # fmt: skip
    behind = middle + np.array([0, -0.10, -0.09], dtype=np.float32)
    pocket = box(behind, (0.115, 0.035, 0.115), painted(cloth, 0.5, 0.2), front=lean, taper=0.8)
    return [
        replace(body, roundness=3.6, relief=folds(cloth.seed, 0.007)),
        replace(pocket, roundness=4.0, relief=folds(cloth.seed + 1, 0.004)),
    ]


def _with_pocket(paint: Paint, cloth: Fabric) -> Paint:
    def lined(places: Places) -> FloatArray:
        zip_ = (np.abs(places.along - 0.66) < 0.012)[:, None]
        return np.asarray(np.where(zip_, cloth.shade * np.float32(0.45), paint(places)), dtype=np.float32)

    return lined


def _shoulder_bag(person: Appearance, pose: Pose) -> list[Surface]:
    side = -1.0 if person.look.left_handed else 1.0
    width = 0.185 * pose.width + 0.075
    middle = pose.spine(np.array([0.86], dtype=np.float32))[0] + np.array([side * width, -0.03, 0], dtype=np.float32)
    cloth = plain_fabric(light_of(person.look.bag), person.look.seed + 16)
    bag = box(middle.astype(np.float32), (0.06, 0.165, 0.12), _with_flap(painted(cloth, 0.6, 0.25)), taper=0.88)
    return [replace(bag, roundness=4.0, relief=folds(cloth.seed, 0.005), gloss=0.04)]


def _with_flap(paint: Paint) -> Paint:
    def flapped(places: Places) -> FloatArray:
        edge = 1 - 0.5 * (np.abs(places.along - 0.45) < 0.03)
        return np.asarray(paint(places) * edge[:, None], dtype=np.float32)

    return flapped


def _plastic_bag(person: Appearance, pose: Pose) -> list[Surface]:
    hand = _hand(person, pose)
    drop = np.array([0.02, -0.05, -0.12, -0.24, -0.33, -0.36])
    centres = hand + np.column_stack([np.zeros(6), np.zeros(6), drop])
    shade = np.array([(0.80, 0.80, 0.78), (0.72, 0.76, 0.80), (0.78, 0.66, 0.40), (0.80, 0.80, 0.78)])[
        person.look.variant
    ]
    cloth = Fabric(shade=shade.astype(np.float32), second=shade.astype(np.float32), seed=person.look.seed + 17)
    return [
        Surface(
            centres=centres.astype(np.float32), right=FRONT, front=-RIGHT,
            across=np.array([0.015, 0.05, 0.115, 0.14, 0.125, 0.07], dtype=np.float32),
            deep=np.array([0.012, 0.03, 0.06, 0.085, 0.075, 0.04], dtype=np.float32),
            paint=painted(cloth, 0.6, 0.4), relief=folds(cloth.seed, 0.016, length=0.5), cap=0.3, gloss=0.12,
        )
    ]  # fmt: skip


def _suitcase(person: Appearance, pose: Pose) -> list[Surface]:
    hand = _hand(person, pose)
    middle = hand + np.array([0.02 * (-1 if person.look.left_handed else 1), 0.0, -0.24], dtype=np.float32)
    cloth = plain_fabric(light_of(person.look.case), person.look.seed + 18)
    case = box(middle.astype(np.float32), (0.085, 0.25, 0.18), _ribbed(painted(cloth, 1.2, 0.36)), taper=0.93)
    grip = hand + np.array([[0, -0.07, -0.05], [0, 0, 0], [0, 0.07, -0.05]], dtype=np.float32)
    handle = limb(grip, [(0.0, 0.013), (1.0, 0.013)], painted(cloth, 0.1, 0.2), side=RIGHT)
    return [replace(case, roundness=7.0, gloss=0.1), handle]


def _trolley(person: Appearance, pose: Pose) -> list[Surface]:
    hand = _hand(person, pose)
    side = -1.0 if person.look.left_handed else 1.0
    foot = np.array([hand[0] + 0.12 * side, hand[1] - 0.22, 0.06], dtype=np.float32)  # beside, so that it is seen
    axis = (hand - foot) / np.linalg.norm(hand - foot)
    cloth = plain_fabric(light_of(person.look.case), person.look.seed + 19)
    front = np.cross(axis, RIGHT).astype(np.float32)
    middle = (foot + axis * 0.33).astype(np.float32)
    case = box(middle, (0.20, 0.125, 0.30), _ribbed(painted(cloth, 1.2, 0.6)), front=front, taper=0.9)
    metal = painted(Fabric(shade=np.full(3, 0.18, dtype=np.float32), second=cloth.second), 0.1, 0.5)
    bars = [
        limb(
            np.array([foot + axis * 0.6 + side * RIGHT, hand + 0.8 * side * RIGHT], dtype=np.float32),
            [(0.0, 0.011), (1.0, 0.011)], metal, side=RIGHT,
        )
        for side in (-0.05, 0.05)
    ]  # fmt: skip
    return [replace(case, gloss=0.12, belongs=False), *bars]


def _ribbed(paint: Paint) -> Paint:
    """Return the paint with the grooves of a hard shell."""

    def ribbed(places: Places) -> FloatArray:
        groove = 1 - 0.3 * (np.cos(places.around * 18) > 0.6)
        return np.asarray(paint(places) * groove[:, None], dtype=np.float32)

    return ribbed


BAGS = {
    "carryingBackpack": _backpack,
    "carryingMessengerBag": _shoulder_bag,
    "carryingPlasticBags": _plastic_bag,
    "carryingSuitcase": _suitcase,
    "carryingLuggageCase": _trolley,
}
