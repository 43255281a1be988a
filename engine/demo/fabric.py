"""Cloth: its shade, weave and pattern, and the folds it falls into."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.demo.noise import grain_tile, noise_tile, sample
from engine.demo.surface import Paint, Places, Relief

FloatArray = NDArray[np.float32]
TWO_PI = np.float32(2 * np.pi)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fabric:
    """A cloth of one shade, with a second one in its pattern.

    `pattern` is the end of PETA's name: "", Plaid, ThinStripes or ThickStripes; a logo is printed by the garment.
    """

    shade: FloatArray  # (3,) linear
    second: FloatArray
    pattern: str = ""
    seed: int = 0
    unevenness: float = 0.07


def plain_fabric(shade: FloatArray, seed: int) -> Fabric:
    """Return a cloth of one shade, (3,) linear, without a pattern."""
    return Fabric(shade=shade, second=shade, seed=seed)


def painted(fabric: Fabric, girth_m: float, length_m: float) -> Paint:
    """Return the paint of a piece of this cloth, `girth_m` around and `length_m` along."""
    draw = PATTERNS[fabric.pattern]

    def paint(places: Places) -> FloatArray:
        around = places.around / TWO_PI
        blotches = sample(grain_tile(fabric.seed % 7), around, places.along * np.float32(length_m))
        weave = sample(noise_tile(128, fabric.seed % 5), around * 3, places.along * np.float32(3 * length_m))
        share = draw(around * np.float32(girth_m), places.along * np.float32(length_m))[:, None]
        shade = fabric.shade * (1 - share) + fabric.second * share
        return np.asarray(
            shade * (1 + fabric.unevenness * blotches + 0.04 * weave)[:, None].clip(0.5, 1.6), dtype=np.float32
        )

    return paint


def _plain(across: FloatArray, _along: FloatArray) -> FloatArray:
    return np.zeros_like(across)


def _bands(at: FloatArray, period_m: float, share: float) -> FloatArray:
    return ((at / np.float32(period_m)) % 1.0 < share).astype(np.float32)


def _plaid(across: FloatArray, along: FloatArray) -> FloatArray:
    wide = 0.5 * (_bands(across, 0.13, 0.42) + _bands(along, 0.13, 0.42))
    thin = np.maximum(_bands(across + 0.02, 0.13, 0.1), _bands(along + 0.02, 0.13, 0.1))
    return np.asarray(np.clip(0.85 * wide * wide + 0.12 * wide + 0.4 * thin, 0, 0.95), dtype=np.float32)


def _thin_stripes(_across: FloatArray, along: FloatArray) -> FloatArray:
    return _bands(along, 0.042, 0.4)


def _thick_stripes(_across: FloatArray, along: FloatArray) -> FloatArray:
    return _bands(along, 0.15, 0.48)


PATTERNS = {"": _plain, "Logo": _plain, "Plaid": _plaid, "ThinStripes": _thin_stripes, "ThickStripes": _thick_stripes}


def folds(seed: int, depth_m: float, *, at: float | None = None, length: float = 0.7, rings: float = 0.0) -> Relief:
    """Return folds: slanting creases, and around a joint (`at`, a share of the length) ring-like ones."""
    tile, fine = noise_tile(8, seed % 11), noise_tile(16, seed % 11)

    def relief(along: FloatArray, around: FloatArray) -> FloatArray:
        turn = around / TWO_PI
        slant = turn + along * np.float32(0.35)
        creases = sample(tile, slant, along * np.float32(length)) + 0.5 * sample(
            fine, slant, along * np.float32(length)
        )
        strength = np.float32(depth_m) * (0.35 + 0.65 * np.sqrt(along))
        if at is not None:
            near = np.exp(-(((along - np.float32(at)) / np.float32(0.16)) ** 2))
            ripple = sample(tile, turn * 0 + along * np.float32(2.2), turn * np.float32(1.0))
            return np.asarray(strength * creases + np.float32(rings) * near * ripple, dtype=np.float32)
        return np.asarray(strength * creases, dtype=np.float32)

    return relief
