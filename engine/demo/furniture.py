"""What stands about in the street: lamp posts, bollards, benches, planters, pillars."""

from dataclasses import replace

import numpy as np

from engine.demo.fabric import Fabric, painted
from engine.demo.light import FloatArray, Rgb, linear
from engine.demo.surface import FRONT, RIGHT, Paint, Places, Surface, box


def furniture_surfaces(kind: str) -> list[Surface]:
    """Return the surfaces of a piece of furniture of this kind, standing at the origin."""
    return MAKERS[kind]()


def _matter(shade: Rgb, seed: int = 1) -> Paint:
    return painted(Fabric(shade=linear(shade), second=linear(shade), seed=seed, unevenness=0.05), 1.0, 1.0)


def _post(heights: list[float], widths: list[float], paint: Paint, *, roundness: float = 2.0) -> Surface:
    z = np.array(heights, dtype=np.float32)
    across = np.array(widths, dtype=np.float32)
    centres = np.column_stack([np.zeros_like(z), np.zeros_like(z), z])
    return Surface(
        centres=centres, across=across, deep=across, right=RIGHT, front=FRONT, paint=paint, roundness=roundness,
        cap=0.3, gloss=0.05,
    )  # fmt: skip


def _lamp() -> list[Surface]:
    paint = _matter((0.25, 0.28, 0.28))
    return [_post([0.0, 0.05, 0.5, 0.9, 1.0, 4.0, 7.0], [0.12, 0.11, 0.1, 0.1, 0.06, 0.05, 0.045], paint)]


def _bollard() -> list[Surface]:
    return [
        _post([0.0, 0.1, 0.7, 0.78, 0.8, 0.95], [0.085, 0.075, 0.075, 0.085, 0.07, 0.07], _matter((0.22, 0.23, 0.24)))
    ]


def _pillar() -> list[Surface]:
    return [
        _post([0.0, 0.3, 0.32, 3.0, 7.0], [0.26, 0.26, 0.22, 0.22, 0.22], _matter((0.60, 0.60, 0.57)), roundness=7.0)
    ]


def _bench() -> list[Surface]:
    wood, steel = _matter((0.44, 0.34, 0.25), 2), _matter((0.28, 0.29, 0.30))
    surfaces = [
        _slat(np.array([0, y, 0.45], dtype=np.float32), (0.85, 0.055, 0.022), wood) for y in (-0.16, -0.02, 0.12)
    ]
    surfaces += [_slat(np.array([0, 0.24, z], dtype=np.float32), (0.85, 0.02, 0.05), wood) for z in (0.62, 0.78)]
    return surfaces + [
        _slat(np.array([x, 0.02, 0.22], dtype=np.float32), (0.03, 0.2, 0.22), steel) for x in (-0.7, 0.7)
    ]


def _slat(centre: FloatArray, half: tuple[float, float, float], paint: Paint) -> Surface:
    return replace(box(centre, half, paint, taper=0.98), roundness=8.0)


def _planter() -> list[Surface]:
    tub = box(np.array([0, 0, 0.28], dtype=np.float32), (0.6, 0.45, 0.28), _matter((0.52, 0.50, 0.47)), taper=0.97)
    leaves = box(np.array([0, 0, 0.72], dtype=np.float32), (0.5, 0.38, 0.3), _leaves, taper=0.6)
    return [replace(tub, roundness=9.0), replace(leaves, roundness=2.6, relief=_bushy)]


def _leaves(places: Places) -> FloatArray:
    dapple = np.sin(places.around * 23 + places.along * 41) * np.sin(places.around * 37 - places.along * 29)
    return np.asarray(linear((0.25, 0.36, 0.20)) * (1 + 0.5 * dapple)[:, None], dtype=np.float32)


def _bushy(along: FloatArray, around: FloatArray) -> FloatArray:
    return np.asarray(0.035 * np.sin(around * 11 + along * 9) * np.sin(along * 25 - around * 5), dtype=np.float32)


MAKERS = {"lamp": _lamp, "bollard": _bollard, "bench": _bench, "planter": _planter, "pillar": _pillar}
