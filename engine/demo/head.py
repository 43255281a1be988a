"""The head: skull, face, ears, short hair, spectacles; and the hair that falls from it."""

import numpy as np
from numpy.typing import NDArray

from engine.demo.appearance import Appearance
from engine.demo.noise import grain_tile, noise_tile, sample
from engine.demo.palette import light_of
from engine.demo.pose import Pose
from engine.demo.surface import FRONT, RIGHT, Paint, Places, Relief, Surface, Where, ring_knots

FloatArray = NDArray[np.float32]

CHIN_M = 1.512  # height of the chin on the upright body
SKULL = np.array([
    # height above the chin, half width, half depth, forward
    [0.002, 0.034, 0.038, 0.047], [0.030, 0.053, 0.066, 0.028],
    [0.062, 0.064, 0.083, 0.014], [0.100, 0.070, 0.092, 0.006], [0.140, 0.074, 0.097, 0.000],
    [0.175, 0.072, 0.094, -0.004], [0.205, 0.061, 0.079, -0.007], [0.226, 0.040, 0.053, -0.009],
    [0.236, 0.006, 0.008, -0.010],
])  # fmt: skip


def head_surfaces(person: Appearance, pose: Pose) -> list[Surface]:
    """Return the head, and the hair that hangs from it."""
    base = head_base(pose)
    surfaces = [_skull(person, base)]
    if person.has("hairLong"):
        surfaces.append(_long_hair(person, base))
    return surfaces


def head_base(pose: Pose) -> FloatArray:
    """Return where the chin's height meets the head's axis, (3,)."""
    base = pose.spine(np.array([CHIN_M], dtype=np.float32))[0]
    return np.asarray(base + np.array([0.0, 0.012, 0.0]), dtype=np.float32)


def _skull(person: Appearance, base: FloatArray) -> Surface:
    centres = base + np.column_stack([np.zeros(len(SKULL)), SKULL[:, 3], SKULL[:, 0]])
    return Surface(
        centres=centres.astype(np.float32), across=SKULL[:, 1].astype(np.float32), deep=SKULL[:, 2].astype(np.float32),
        paint=_face(person, base), relief=_features(person), right=RIGHT, front=FRONT, roundness=2.15, cap=0.3,
        gloss=0.05, tells={"accessorySunglasses": _lens(base)} if person.has("accessorySunglasses") else {},
    )  # fmt: skip


def _from_front(around: FloatArray) -> FloatArray:
    """Return the angle from straight ahead, in [0, π]."""
    turned = (around + np.float32(np.pi / 2)) % np.float32(2 * np.pi)
    return np.asarray(np.abs(turned - np.float32(np.pi)), dtype=np.float32)


def _is_haired(person: Appearance, away: FloatArray, height: FloatArray) -> FloatArray:
    """Return where hair grows, 0 to 1, by the angle from straight ahead and the height above the chin."""
    if person.has("hairBald"):
        return np.zeros(np.broadcast(away, height).shape, dtype=np.float32)
    low = 0.035 if not person.has("hairLong") else 0.0
    receding = 0.012 if person.has("personalLess60") or person.has("personalLarger60") else 0.0
    line = np.interp(away, [0.0, 0.6, 0.95, 1.15, 1.5, 1.75, 2.1, np.pi], [
        0.188 + receding, 0.186 + receding, 0.168, 0.105, 0.092, 0.098, low + 0.02, low,
    ])  # fmt: skip
    return np.asarray(np.clip((height - line) / 0.008 + 0.5, 0.0, 1.0), dtype=np.float32)


def _features(person: Appearance) -> Relief:
    thick = 0.006 + 0.005 * (person.look.variant % 3) + (0.006 if person.has("hairLong") else 0.0)
    tile = noise_tile(16, person.look.seed % 11)
    heights = np.linspace(0, 1, 33)
    knots = ring_knots(SKULL[:, [0, 3]], SKULL[:, 1])
    levels = np.interp(heights, knots / knots[-1], SKULL[:, 0])

    def relief(along: FloatArray, around: FloatArray) -> FloatArray:
        height, away = np.interp(along, heights, levels), _from_front(around)
        nose = 0.021 * np.exp(-((away / 0.13) ** 2)) * np.exp(-(((height - 0.082) / 0.022) ** 2))
        ear = 0.014 * np.exp(-(((away - 1.62) / 0.16) ** 2)) * np.exp(-(((height - 0.098) / 0.026) ** 2))
        sockets = -0.006 * np.exp(-(((away - 0.4) / 0.2) ** 2)) * np.exp(-(((height - 0.118) / 0.012) ** 2))
        hair = _is_haired(person, away, height) * (thick + 0.002 * sample(tile, around, along))
        return np.asarray(nose + ear + sockets + hair, dtype=np.float32)

    return relief


def _face(person: Appearance, base: FloatArray) -> Paint:
    skin, hair = light_of(person.look.skin), light_of(person.look.hair)
    glasses, lens = person.has("accessorySunglasses"), _lens(base)
    beard = person.has("personalMale") and person.look.variant == 1 and not person.has("hairBald")

    def paint(places: Places) -> FloatArray:
        away, height = _from_front(places.around), places.position[:, 2] - base[2]
        colour = skin * (1 + 0.05 * sample(grain_tile(3), places.around / 6.283, places.along))[:, None]
        colour = _mixed(
            colour, skin * np.array([1.0, 0.62, 0.6]), _spot(away, height, at=(0.0, 0.044), size=(0.26, 0.006))
        )
        colour = _mixed(colour, hair * 0.8, 0.75 * _spot(away, height, at=(0.42, 0.134), size=(0.22, 0.006)))
        colour = _mixed(colour, skin * 0.22, 0.85 * _spot(away, height, at=(0.4, 0.118), size=(0.13, 0.007)))
        if beard:
            jaw = np.clip((0.062 - height) / 0.012, 0, 1) * (away < 1.4) * (height > 0.0)
            colour = _mixed(colour, hair, 0.65 * jaw)
        if glasses:
            colour = _mixed(colour, np.array([0.012, 0.012, 0.014]), lens(places).astype(np.float32))
        strands = 1 + 0.1 * sample(noise_tile(64, 2), places.around / 6.283, places.along * np.float32(0.15))
        return _mixed(colour, hair * strands[:, None], _is_haired(person, away, height))

    return paint


def _lens(base: FloatArray) -> Where:
    """Return where the spectacles' lenses and temples are."""

    def where(places: Places) -> NDArray[np.bool_]:
        away, height = _from_front(places.around), places.position[:, 2] - base[2]
        high = np.where(away < 1.05, np.abs(height - 0.116) < 0.021, np.abs(height - 0.122) < 0.008)
        return np.asarray((away < 1.5) & high)

    return where


def _spot(away: FloatArray, height: FloatArray, *, at: tuple[float, float], size: tuple[float, float]) -> FloatArray:
    """Return a soft spot's share, (n,): its place and size as angle from straight ahead and height above the chin."""
    return np.asarray(np.exp(-(((away - at[0]) / size[0]) ** 2) - ((height - at[1]) / size[1]) ** 2), dtype=np.float32)


def _mixed(colour: FloatArray, other: FloatArray, share: FloatArray) -> FloatArray:
    return np.asarray(colour + (other - colour) * share[:, None], dtype=np.float32)


def _long_hair(person: Appearance, base: FloatArray) -> Surface:
    bottom = (-0.11, -0.20, -0.06, -0.16)[person.look.variant]
    stations = np.array([
        [0.225, 0.030, 0.035, -0.030], [0.190, 0.072, 0.066, -0.035], [0.120, 0.088, 0.070, -0.042],
        [0.050, 0.090, 0.062, -0.050], [-0.02, 0.092, 0.050, -0.062], [bottom, 0.080, 0.034, -0.082],
    ])  # fmt: skip
    hair = light_of(person.look.hair)
    tile = noise_tile(64, person.look.seed % 11)

    def paint(places: Places) -> FloatArray:
        strands = sample(tile, places.around / 6.283, places.along * np.float32(0.12))
        return np.asarray(hair * (1 + 0.17 * strands)[:, None], dtype=np.float32)

    def relief(along: FloatArray, around: FloatArray) -> FloatArray:
        locks = sample(noise_tile(16, person.look.seed % 11), around / np.float32(6.283), along * np.float32(0.3))
        return np.asarray(0.006 * locks * along, dtype=np.float32)

    centres = base + np.column_stack([np.zeros(len(stations)), stations[:, 3], stations[:, 0]])
    return Surface(
        centres=centres.astype(np.float32), across=stations[:, 1].astype(np.float32),
        deep=stations[:, 2].astype(np.float32), paint=paint, relief=relief, right=RIGHT, front=FRONT, cap=0.4,
        gloss=0.06,
    )  # fmt: skip
