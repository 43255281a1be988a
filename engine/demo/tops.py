"""What is worn above the waist: T-shirt, sweater, jacket, suit jacket, shirt or sleeveless top."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.demo.appearance import Appearance
from engine.demo.fabric import Fabric, folds, painted
from engine.demo.limbs import arm_surfaces
from engine.demo.palette import light_of
from engine.demo.pose import Pose
from engine.demo.surface import FRONT, RIGHT, Paint, Places, Surface, Where
from engine.demo.trim import TRIMMINGS, Spots, Trim, told_by

FloatArray = NDArray[np.float32]

# height, half width, half depth, forward; of a man and of a woman, over which a garment lies
MAN = np.array([
    [0.86, 0.176, 0.120, 0.000], [0.95, 0.172, 0.118, 0.000], [1.08, 0.150, 0.102, 0.004], [1.20, 0.162, 0.112, 0.004],
    [1.30, 0.176, 0.120, 0.002], [1.38, 0.178, 0.106, -0.004], [1.425, 0.162, 0.088, -0.008],
    [1.462, 0.104, 0.068, -0.008], [1.487, 0.066, 0.058, -0.004],
])  # fmt: skip
WOMAN = np.array([
    [0.86, 0.178, 0.122, 0.000], [0.95, 0.170, 0.117, 0.000], [1.08, 0.128, 0.092, 0.004], [1.20, 0.142, 0.108, 0.010],
    [1.30, 0.154, 0.122, 0.012], [1.38, 0.162, 0.098, -0.002], [1.425, 0.146, 0.080, -0.008],
    [1.462, 0.092, 0.063, -0.008], [1.487, 0.058, 0.052, -0.004],
])  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Garment:
    """How a top is cut."""

    hem_m: tuple[float, float, float, float]  # height of the hem, by the look's variant
    slack_m: float  # added to the body's half widths
    bulk_m: float  # added to the arm's
    creases_m: float
    flare: float = 0.0  # how much wider the hem is
    has_collar: bool = False


GARMENTS = {
    "upperBodyTshirt": Garment(hem_m=(0.88, 0.86, 0.90, 0.85), slack_m=0.014, bulk_m=0.0, creases_m=0.006),
    "upperBodySweater": Garment(hem_m=(0.87, 0.85, 0.88, 0.84), slack_m=0.022, bulk_m=0.007, creases_m=0.007),
    "upperBodyJacket": Garment(
        hem_m=(0.86, 0.82, 0.78, 0.60), slack_m=0.034, bulk_m=0.014, creases_m=0.008, flare=0.012, has_collar=True
    ),
    "upperBodySuit": Garment(
        hem_m=(0.78, 0.77, 0.79, 0.76), slack_m=0.024, bulk_m=0.006, creases_m=0.004, flare=0.012, has_collar=True
    ),
    "upperBodyOther": Garment(hem_m=(0.86, 0.95, 0.88, 0.84), slack_m=0.014, bulk_m=0.002, creases_m=0.006),
}


def top_surfaces(person: Appearance, pose: Pose) -> list[Surface]:
    """Return the top with its sleeves, the arms and, where it has one, the collar."""
    name = next(name for name in GARMENTS if person.has(name))
    garment = GARMENTS[name]
    cloth = top_fabric(person)
    surfaces = [_trunk(person, pose, garment, cloth), *arm_surfaces(person, pose, cloth, bulk_m=garment.bulk_m)]
    if garment.has_collar:
        surfaces.append(_collar(person, pose, cloth))
    return surfaces


def top_fabric(person: Appearance) -> Fabric:
    """Return the cloth of the person's top."""
    pattern = next((kind for kind in ("Plaid", "ThinStripes", "ThickStripes") if person.has(f"upperBody{kind}")), "")
    return Fabric(
        shade=light_of(person.look.top), second=light_of(person.look.second), pattern=pattern, seed=person.look.seed
    )


def _trunk(person: Appearance, pose: Pose, garment: Garment, cloth: Fabric) -> Surface:
    body = WOMAN if person.has("personalFemale") else MAN
    hem = garment.hem_m[person.look.variant]
    above = body[body[:, 0] > hem + 0.03]
    lowest = np.array([[hem, body[0, 1] + garment.flare, body[0, 2] + garment.flare, 0.0]])
    rings = np.vstack([lowest, above])
    heights = rings[:, 0]
    belly = person.look.belly * np.exp(-(((heights - 1.08) / 0.11) ** 2))
    slack = garment.slack_m * np.interp(heights, [0.85, 1.35, 1.45, 1.49], [1.0, 0.75, 0.5, 0.3])
    stride = 0.5 * np.tan(pose.spread / 2) * (0.88 - heights).clip(0)
    across = rings[:, 1] * pose.width + slack + 0.5 * belly
    deep = rings[:, 2] * (0.5 + 0.5 * pose.width) + slack + 0.5 * belly + stride
    centres = pose.spine(heights.astype(np.float32))
    centres[:, 1] += (rings[:, 3] + 0.5 * belly).astype(np.float32)
    return Surface(
        centres=centres, across=across.astype(np.float32), deep=deep.astype(np.float32), right=RIGHT, front=FRONT,
        paint=_trunk_paint(person, cloth, pose, 1.49 - hem), relief=folds(cloth.seed, garment.creases_m, length=0.45),
        roundness=2.35, cap=0.02, tells=_told_by_trunk(person, pose, 1.49 - hem),
    )  # fmt: skip


def _trunk_paint(person: Appearance, cloth: Fabric, pose: Pose, length_m: float) -> Paint:
    """Return the paint of the trunk: the cloth, what shows in the neck, a logo, a strap."""
    plain = painted(cloth, 1.05, length_m)
    layers = [layer for layer in TRIMMINGS if layer.is_worn(person)]

    def paint(places: Places) -> FloatArray:
        colour = plain(places)
        spots = _spots(places, pose, length_m)
        for layer in layers:
            shade, share = layer.draw(person, spots)
            colour = colour + (shade - colour) * share[:, None]
        return np.asarray(colour, dtype=np.float32)

    return paint


def _told_by_trunk(person: Appearance, pose: Pose, length_m: float) -> dict[str, Where]:
    """Return what is told by a logo or a strap, and where they are."""

    def where(trim: Trim) -> Where:
        return lambda places: np.asarray(trim.draw(person, _spots(places, pose, length_m))[1] > 0.5)

    return {told: where(trim) for trim in TRIMMINGS if trim.is_worn(person) and (told := told_by(trim, person))}


def _spots(places: Places, pose: Pose, length_m: float) -> Spots:
    height = places.position[:, 2] - np.float32(pose.lift)
    return Spots(places.position[:, 0], height, places.around < np.pi, 1.49 - length_m)


def _collar(person: Appearance, pose: Pose, cloth: Fabric) -> Surface:
    heights = np.array([1.445, 1.475, 1.505])
    slim = 0.9 if person.has("personalFemale") else 1.0
    high = 1.0 if person.has("upperBodyJacket") else 0.9
    darker = Fabric(shade=cloth.shade * np.float32(0.85), second=cloth.second, pattern="", seed=cloth.seed + 1)
    centres = pose.spine(heights.astype(np.float32)) + np.array([0, 0.0, 0], dtype=np.float32)
    return Surface(
        centres=centres, right=RIGHT, front=FRONT,
        across=(np.array([0.105, 0.084, 0.078]) * slim * high).astype(np.float32),
        deep=(np.array([0.085, 0.075, 0.072]) * slim * high).astype(np.float32),
        paint=painted(darker, 0.5, 0.08), relief=folds(cloth.seed + 4, 0.004),
    )  # fmt: skip
