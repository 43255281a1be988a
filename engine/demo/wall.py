"""Walls: brick, plaster or panels, with a row of windows, doors, posters and signs."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.demo.light import FloatArray, Rgb, linear
from engine.demo.noise import grain_tile, noise_tile, sample, sample_smoothly
from engine.demo.places import Wall

Mask = NDArray[np.bool_]
FRAME_M = 0.07  # width of a window's frame
# left, right (shares of the bay), bottom, top (metres), mullions across the opening
OPENINGS: dict[str, tuple[float, float, float, float, int]] = {
    "window": (0.10, 0.90, 0.75, 2.75, 2),
    "wide": (0.04, 0.96, 0.45, 2.9, 3),
    "glass": (0.02, 0.98, 0.12, 3.1, 2),
    "door": (0.28, 0.72, 0.0, 2.5, 2),
    "poster": (0.20, 0.80, 0.9, 2.5, 0),
    "sign": (0.12, 0.88, 1.75, 2.35, 0),
}
POSTERS: tuple[tuple[Rgb, Rgb], ...] = (
    ((0.70, 0.62, 0.48), (0.30, 0.34, 0.42)), ((0.32, 0.42, 0.50), (0.78, 0.76, 0.70)),
    ((0.56, 0.28, 0.24), (0.80, 0.74, 0.62)), ((0.36, 0.46, 0.36), (0.78, 0.78, 0.70)),
)  # fmt: skip


@dataclass(frozen=True)
class _Face:
    """The part of a wall that the camera sees."""

    along: FloatArray  # (H, W) metres
    height: FloatArray  # (H, W) metres
    bay_m: float
    seed: int

    @cached_property
    def bay(self) -> FloatArray:
        """The bay's number, (H, W)."""
        return np.asarray(np.floor(self.along / self.bay_m), dtype=np.float32)

    @cached_property
    def within(self) -> FloatArray:
        """The place within the bay, (H, W), 0 to 1."""
        return np.asarray(self.along / self.bay_m - self.bay, dtype=np.float32)


def wall_colour(wall: Wall, along: FloatArray, height: FloatArray, seed: int) -> FloatArray:
    """Return the linear colour of the wall at a place along it and a height, in metres, (H, W, 3)."""
    face = _Face(along, height, wall.bay_m, seed)
    colour = _masonry(wall, along, height, seed)
    kinds = face.bay.astype(np.int32) % len(wall.bays)
    for kind, name in enumerate(wall.bays):
        if name in OPENINGS:
            colour = _with_opening(colour, face, name, kinds == kind)
    if wall.fascia is not None:
        colour = _with_fascia(colour, face, wall.fascia)
    if wall.has_upper_windows:
        colour = _with_upper_windows(colour, face.within, height)
    plinth = height < 0.28
    return np.asarray(np.where(plinth[..., None], colour * 0.6, colour), dtype=np.float32)


def _with_upper_windows(colour: FloatArray, within: FloatArray, height: FloatArray) -> FloatArray:
    across, up = np.abs(within - 0.5), np.abs(height - 5.2)
    frame = (across < 0.17) & (up < 1.0)
    pane = (across < 0.155) & (across > 0.008) & (up < 0.94) & (np.abs(height - 5.5) > 0.03)
    sky = np.array([0.11, 0.13, 0.16], dtype=np.float32) * (0.6 + 0.35 * np.clip(height - 4.2, 0, 2))[..., None]
    colour = np.where(frame[..., None], np.float32(0.42), colour)
    return np.asarray(np.where(pane[..., None], sky, colour), dtype=np.float32)


def _masonry(wall: Wall, along: FloatArray, height: FloatArray, seed: int) -> FloatArray:
    stains = sample_smoothly(grain_tile(seed % 7), along / 6, height / 6)
    brightness = 1 + 0.05 * stains
    if wall.brick:
        row = np.floor(height / 0.075)
        across = along / 0.24 + 0.5 * (row % 2)
        each = sample(noise_tile(128, 4), np.floor(across) * np.float32(0.037), row * np.float32(0.071))
        joint = (np.abs(height / 0.075 - row - 0.5) > 0.42) | (np.abs(across - np.floor(across) - 0.5) > 0.46)
        brightness = brightness * (1 + 0.13 * each) * np.where(joint, 1.22, 1.0)
    if wall.panel_m:
        seam = np.abs(along / wall.panel_m - np.round(along / wall.panel_m)) * wall.panel_m < 0.012
        seam |= np.abs(height / 1.5 - np.round(height / 1.5)) * 1.5 < 0.012
        each = sample(
            noise_tile(64, 6),
            np.floor(along / wall.panel_m) * np.float32(0.09),
            np.floor(height / 1.5) * np.float32(0.17),
        )
        brightness = brightness * np.where(seam, 0.7, 1.0) * (1 + 0.025 * each)
    return np.asarray(linear(wall.shade) * brightness[..., None], dtype=np.float32)


def _with_opening(colour: FloatArray, face: _Face, name: str, here: Mask) -> FloatArray:
    """Return the wall with an opening of this name in the bays where it belongs."""
    left, right, bottom, top, mullions = OPENINGS[name]
    across, up = (face.within - left) / (right - left), (face.height - bottom) / (top - bottom)
    inside = here & (across > 0) & (across < 1) & (up > 0) & (up < 1)
    width_m = (right - left) * face.bay_m
    to_edge = np.minimum(np.minimum(across, 1 - across) * width_m, np.minimum(up, 1 - up) * (top - bottom))
    frame = inside & (to_edge < FRAME_M)
    if mullions:
        share = across * mullions
        frame |= inside & (np.abs(share - np.round(share)) * width_m / mullions < FRAME_M / 2)
        filling = _glass(face.along, face.height, face.seed)
    else:
        filling = _poster(face.bay, across, up, face.seed) if name == "poster" else _sign(across, up)
    colour = np.where(inside[..., None], filling, colour)
    return np.asarray(np.where(frame[..., None], np.float32(0.10), colour), dtype=np.float32)


def _glass(along: FloatArray, height: FloatArray, seed: int) -> FloatArray:
    """Return shop glass: a dim inside with goods and lamps, and the sky's reflection, stronger above."""
    goods = sample_smoothly(noise_tile(32, seed % 9), along / 9, height / 14)
    tone = sample_smoothly(noise_tile(16, (seed + 3) % 9), along / 11, height / 17)
    shelf = (height % 0.62 < 0.05) & (height < 2.2)
    inside = np.clip(0.085 + 0.05 * goods - 0.05 * shelf, 0.02, 0.3)
    warmth = np.stack([1.1 + 0.15 * tone, np.ones_like(tone), 0.86 - 0.12 * tone], axis=-1)
    lamps = np.exp(-(((height - 2.45) / 0.06) ** 2)) * (np.cos(along * 3.3) > 0.75) * 0.55
    mirrored = 0.05 + 0.07 * np.clip(height / 3, 0, 1) + 0.03 * sample_smoothly(noise_tile(8, 2), along / 9, height / 9)
    sky = np.array([0.82, 0.94, 1.08], dtype=np.float32)
    return np.asarray(inside[..., None] * warmth + lamps[..., None] + mirrored[..., None] * sky, dtype=np.float32)


def _poster(number: FloatArray, across: FloatArray, up: FloatArray, seed: int) -> FloatArray:
    which = (number.astype(np.int32) + seed) % len(POSTERS)
    paper = linear(np.array([pair[0] for pair in POSTERS], dtype=np.float32))[which]
    print_ = linear(np.array([pair[1] for pair in POSTERS], dtype=np.float32))[which]
    shape = sample_smoothly(noise_tile(8, 7), across / 3 + number / 5, up / 3) > 0.35
    lines = (
        (up < 0.32) & (up > 0.08) & ((up * 18) % 1.0 < 0.5) & (across > 0.12) & (across < 0.55 + 0.3 * np.sin(up * 40))
    )
    title = (up > 0.80) & (up < 0.91) & (across > 0.12) & (across < 0.8) & ((across * 9) % 1.0 < 0.78)
    inked = (shape & (up > 0.36) & (up < 0.76)) | lines | title
    return np.asarray(np.where(inked[..., None], print_, paper), dtype=np.float32)


def _sign(across: FloatArray, up: FloatArray) -> FloatArray:
    letters = (np.abs(up - 0.5) < 0.22) & (np.abs(across - 0.5) < 0.36) & ((across * 19) % 1.0 < 0.7)
    board = np.array([0.03, 0.07, 0.16], dtype=np.float32)
    return np.asarray(np.where(letters[..., None], np.float32(0.66), board), dtype=np.float32)


def _with_fascia(colour: FloatArray, face: _Face, shade: Rgb) -> FloatArray:
    """Return the wall with the board over the shop windows, its letters, and the shade beneath it."""
    along, height = face.along, face.height
    board = (height > 3.15) & (height < 3.8)
    worn = linear(shade) * (1 + 0.08 * sample_smoothly(grain_tile(face.seed % 7), along / 8, height / 8))[..., None]
    colour = np.where(board[..., None], worn, colour)
    within = along / (2 * face.bay_m) - np.floor(along / (2 * face.bay_m))
    letters = (np.abs(height - 3.48) < 0.16) & (np.abs(within - 0.5) < 0.2) & ((along / 0.34) % 1.0 < 0.68)
    colour = np.where(letters[..., None], np.float32(0.58), colour)
    shade_below = (height > 2.95) & (height <= 3.15)
    return np.asarray(np.where(shade_below[..., None], colour * 0.6, colour), dtype=np.float32)
