"""Paving: slabs with joints, a kerb, asphalt, painted lines, stains."""

import numpy as np

from engine.demo.light import FloatArray, linear
from engine.demo.noise import grain_tile, noise_tile, sample, sample_smoothly
from engine.demo.places import Ground


def ground_colour(ground: Ground, x: FloatArray, y: FloatArray, seed: int) -> FloatArray:
    """Return the linear colour of the ground at (x, y) metres, (H, W, 3)."""
    colour = _slabs(ground, x, y, seed)
    if ground.kerb_at_m is not None:
        beyond = y - ground.kerb_at_m
        colour = np.where((beyond > -0.16)[..., None], _kerb_and_road(ground, x, y, seed), colour)
    if ground.line_at_m is not None:
        painted = np.abs(y - ground.line_at_m) < 0.11
        worn = 0.85 + 0.12 * sample_smoothly(grain_tile(seed % 7), x / 3, y / 3)
        colour = np.where(painted[..., None], linear(ground.line) * worn[..., None], colour)
    large = sample_smoothly(noise_tile(8, seed % 9), x / 19, y / 19)
    stains = sample_smoothly(grain_tile(seed % 5), x / 7, y / 7)
    return np.asarray(colour * (1 + 0.06 * large + 0.05 * np.minimum(stains, 1.0))[..., None], dtype=np.float32)


def _slabs(ground: Ground, x: FloatArray, y: FloatArray, seed: int) -> FloatArray:
    wide, deep = ground.slab_m
    row = np.floor(y / deep)
    across = x / wide + (0.5 * (row % 2) if ground.staggered else 0.0)
    column = np.floor(across)
    each = sample(noise_tile(128, seed % 9), column * np.float32(0.0371), row * np.float32(0.0713))
    fine = sample_smoothly(noise_tile(128, 3), x / 1.1, y / 1.1)
    to_joint = np.minimum(_edge(across - column) * wide, _edge(y / deep - row) * deep)
    joint = np.clip(1.5 - to_joint / 0.008, 0, 1) * (1 - ground.joint)
    brightness = (1 + ground.variation * each + 0.035 * fine) * (1 - joint)
    return np.asarray(linear(ground.shade) * brightness[..., None], dtype=np.float32)


def _edge(share: FloatArray) -> FloatArray:
    return np.minimum(share, 1 - share)


def _kerb_and_road(ground: Ground, x: FloatArray, y: FloatArray, seed: int) -> FloatArray:
    """Return the colour of what begins with the kerb, as if it were everywhere."""
    beyond = y - np.float32(ground.kerb_at_m or 0.0)
    grit = sample_smoothly(noise_tile(128, 5), x / 0.8, y / 0.8)
    tracks = np.exp(-(((beyond - 2.2) / 0.5) ** 2)) + np.exp(-(((beyond - 4.2) / 0.5) ** 2))
    road = linear(ground.road) * (1 + 0.1 * grit - 0.10 * tracks)[..., None]
    lane = (np.abs(beyond - 5.2) < 0.07) & ((x / 3.0) % 1.0 < 0.5) & (ground.line_at_m is None)
    road = np.where(lane[..., None], np.float32(0.42), road)
    stone = (np.abs(x / 0.9 - np.round(x / 0.9)) * 0.9 < 0.008) * 0.3
    worn = 1 - stone + 0.05 * sample_smoothly(grain_tile(seed % 3), x / 2, y / 2)
    top, face = linear((0.62, 0.61, 0.59)) * worn[..., None], linear((0.33, 0.33, 0.32))
    kerb = np.where((beyond < 0)[..., None], top, face)
    return np.asarray(np.where((beyond < 0.12)[..., None], kerb, road), dtype=np.float32)
