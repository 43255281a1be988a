"""What is worn below the waist: trousers, jeans, suit trousers, shorts and skirts."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.demo.appearance import Appearance
from engine.demo.fabric import Fabric, folds, painted
from engine.demo.limbs import bare_legs
from engine.demo.palette import light_of
from engine.demo.pose import Pose
from engine.demo.surface import FRONT, RIGHT, Paint, Places, Relief, Surface, limb

FloatArray = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """How trousers are cut: half widths of the leg along it, and how far down they go (hip to ankle is 1)."""

    widths: tuple[tuple[float, float], ...]
    creases_m: float = 0.004


TROUSERS = Cut(widths=((0.0, 0.096), (0.2, 0.092), (0.5, 0.074), (0.75, 0.069), (1.0, 0.064), (1.05, 0.065)))
WIDE = Cut(widths=((0.0, 0.098), (0.2, 0.097), (0.5, 0.086), (0.75, 0.084), (1.05, 0.086)), creases_m=0.005)
SLIM = Cut(widths=((0.0, 0.093), (0.2, 0.086), (0.45, 0.064), (0.55, 0.060), (0.7, 0.060), (1.02, 0.046)))
SUIT = Cut(widths=((0.0, 0.097), (0.2, 0.093), (0.5, 0.077), (1.0, 0.068), (1.07, 0.070)), creases_m=0.0028)
SHORTS = Cut(widths=((0.0, 0.097), (0.2, 0.097), (0.46, 0.093)))
TIGHTS = Cut(widths=((0.0, 0.090), (0.2, 0.083), (0.45, 0.061), (0.66, 0.058), (1.0, 0.040)), creases_m=0.001)


def bottom_surfaces(person: Appearance, pose: Pose) -> list[Surface]:
    """Return the garment below the waist and the legs that show beneath it."""
    cloth = Fabric(
        shade=light_of(person.look.bottom), second=light_of(person.look.shirt), seed=person.look.seed + 5,
        unevenness=0.12 if person.has("lowerBodyJeans") else 0.06,
    )  # fmt: skip
    if person.has("lowerBodyShortSkirt"):
        return [_skirt(cloth, pose, hem_m=0.62), *bare_legs(person, pose, from_share=0.0)]
    if person.has("lowerBodyLongSkirt"):
        return [_skirt(cloth, pose, hem_m=0.30), *bare_legs(person, pose, from_share=0.42)]
    if person.has("lowerBodyShorts"):
        return [_seat(cloth, pose), *_legs(cloth, pose, SHORTS), *bare_legs(person, pose, from_share=0.2)]
    return [_seat(cloth, pose), *_legs(cloth, pose, _cut(person), faded=person.has("lowerBodyJeans"))]


def _cut(person: Appearance) -> Cut:
    if person.has("footwearBoots"):
        return SLIM
    if person.has("lowerBodySuits"):
        return SUIT
    if person.has("lowerBodyJeans"):
        return (SLIM, TROUSERS, SLIM if person.has("personalFemale") else TROUSERS, TROUSERS)[person.look.variant]
    return (TROUSERS, WIDE, SLIM if person.has("personalFemale") else TROUSERS, SUIT)[person.look.variant]


def _seat(cloth: Fabric, pose: Pose) -> Surface:
    heights = np.array([0.80, 0.84, 0.90, 0.96, 1.04])
    wide = pose.width
    return Surface(
        centres=pose.spine(heights.astype(np.float32)), right=RIGHT, front=FRONT, cap=0.3,
        across=np.array([0.100, 0.145, 0.168, 0.158, 0.124], dtype=np.float32) * np.float32(wide),
        deep=np.array([0.070, 0.100, 0.116, 0.108, 0.082], dtype=np.float32) * np.float32(wide),
        paint=painted(cloth, 1.0, 0.25), relief=folds(cloth.seed, 0.002), roundness=2.3, whole=False,
    )  # fmt: skip


def _legs(cloth: Fabric, pose: Pose, cut: Cut, *, faded: bool = False) -> list[Surface]:
    stations = [(share, width * (0.6 + 0.4 * pose.width)) for share, width in cut.widths]
    paint = painted(cloth, 0.5, 0.85 * stations[-1][0])
    creases = folds(cloth.seed + 9, cut.creases_m, at=0.5, length=0.5, rings=cut.creases_m * 1.4)
    legs = []
    for joints in pose.legs:
        chain = joints
        if stations[-1][0] > 1.0:  # the hem falls over the shoe
            beyond = joints[2] + (joints[2] - joints[1]) * 0.11
            chain = np.array([joints[0], joints[1], joints[2], beyond], dtype=np.float32)
            length = np.linalg.norm(np.diff(chain, axis=0), axis=1)
            share = float(length[:2].sum() / length.sum())
            legs.append(_leg(chain, [(at * share, width) for at, width in stations], paint, creases, faded=faded))
        else:
            legs.append(_leg(chain, stations, paint, creases, faded=faded))
    return legs


def _leg(
    chain: FloatArray, stations: list[tuple[float, float]], paint: Paint, creases: Relief, *, faded: bool
) -> Surface:
    leg = limb(chain, stations, _washed(paint) if faded else paint, side=RIGHT)
    return replace(leg, relief=creases, cap=0.1)


def _washed(paint: Paint) -> Paint:
    """Return the paint of jeans: paler on the front of the thighs, where they are worn."""

    def washed(places: Places) -> FloatArray:
        front = np.clip(np.sin(places.around), 0, 1) ** 2
        worn = front * np.exp(-(((places.along - 0.3) / 0.22) ** 2)) + 0.5 * np.exp(
            -(((places.along - 0.62) / 0.2) ** 2)
        )
        return np.asarray(paint(places) * (1 + 0.4 * worn)[:, None], dtype=np.float32)

    return washed


def _skirt(cloth: Fabric, pose: Pose, *, hem_m: float) -> Surface:
    heights = np.array([hem_m, (hem_m + 0.88) / 2, 0.88, 0.95, 1.06])
    fall = (0.95 - heights).clip(0)
    across = np.array([0.185, 0.185, 0.172, 0.160, 0.118]) * pose.width + 0.06 * fall
    deep = (
        np.array([0.125, 0.128, 0.120, 0.112, 0.080]) * pose.width + 1.05 * np.tan(pose.spread / 2) * fall + 0.03 * fall
    )
    centres = pose.spine(heights.astype(np.float32))
    pleats = folds(cloth.seed + 2, 0.008, length=0.12)
    return Surface(
        centres=centres, across=across.astype(np.float32), deep=deep.astype(np.float32), right=RIGHT, front=FRONT,
        paint=painted(cloth, 1.1, 0.95 - hem_m), relief=_reversed(pleats), cap=0.02, whole=False,
    )  # fmt: skip


def _reversed(relief: Relief) -> Relief:
    """Return the relief with its ends swapped: folds deepen towards the hem, the first ring."""

    def swapped(along: FloatArray, around: FloatArray) -> FloatArray:
        return relief(1 - along, around)

    return swapped
