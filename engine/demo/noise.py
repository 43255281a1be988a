"""Smooth noise: the unevenness of cloth, stone and plaster."""

from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

SIZE = 512  # of the tile; it repeats without a seam

FloatArray = NDArray[np.float32]
Places = NDArray[np.float32] | NDArray[np.float64]


@lru_cache(maxsize=32)
def noise_tile(cells: int, seed: int) -> FloatArray:
    """Return a seamless tile of smooth noise, (512, 512) float32 with mean 0 and deviation 1.

    Args:
        cells: how many bumps stand side by side in the tile; larger is finer.
        seed: another seed, another tile.
    """
    rng = np.random.default_rng([seed, cells])
    coarse = np.pad(rng.standard_normal((cells, cells)).astype(np.float32), 2, mode="wrap")
    step = SIZE // cells
    fine = cv2.resize(coarse, None, fx=step, fy=step, interpolation=cv2.INTER_CUBIC)
    tile = fine[2 * step : 2 * step + cells * step, 2 * step : 2 * step + cells * step]
    tile = np.asarray(cv2.resize(tile, (SIZE, SIZE)), dtype=np.float32)
    tile = np.asarray((tile - tile.mean()) / tile.std(), dtype=np.float32)
    return _frozen(tile)


@lru_cache(maxsize=16)
def grain_tile(seed: int) -> FloatArray:
    """Return noise with bumps of many sizes, (512, 512) float32 with mean 0 and deviation 1."""
    total = sum((noise_tile(cells, seed) / np.float32(cells**0.5) for cells in (4, 8, 16, 32, 64, 128)), np.float32(0))
    return _frozen(np.asarray(total / np.std(total), dtype=np.float32))


def _frozen(tile: FloatArray) -> FloatArray:
    tile.setflags(write=False)  # it is cached, and shared
    return tile


def sample(tile: FloatArray, u: FloatArray, v: FloatArray) -> FloatArray:
    """Look the tile up at (u, v), in tiles, wrapping round; nearest value, so fast.

    Args:
        tile: (512, 512) float32.
        u: columns, any shape.
        v: rows, of a shape that broadcasts with u.
    """
    columns = (u * SIZE).astype(np.int32) & (SIZE - 1)
    rows = (v * SIZE).astype(np.int32) & (SIZE - 1)
    return np.asarray(tile[rows, columns], dtype=np.float32)


def sample_smoothly(tile: FloatArray, u: Places, v: Places) -> FloatArray:
    """Look the tile up at (u, v), in tiles, wrapping round; between values linearly.

    Args:
        tile: (512, 512) float32.
        u: (H, W) columns.
        v: (H, W) rows.
    """
    padded = np.pad(tile, ((0, 1), (0, 1)), mode="wrap")
    columns = np.mod(u, 1.0).astype(np.float32) * SIZE
    rows = np.mod(v, 1.0).astype(np.float32) * SIZE
    return np.asarray(cv2.remap(padded, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))
