"""Laying drawn bodies and their shadows over a background, the far ones first."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from engine.demo.camera import Camera
from engine.demo.light import FloatArray, Light
from engine.demo.splat import Sprite, Stand
from engine.demo.surface import Surface


def lay_over(frame: FloatArray, sprite: Sprite) -> None:
    """Lay a sprite over the frame (H, W, 3), in place; what lies outside is cut off."""
    height, width = frame.shape[:2]
    top, left = max(sprite.top, 0), max(sprite.left, 0)
    bottom = min(sprite.top + sprite.coverage.shape[0], height)
    right = min(sprite.left + sprite.coverage.shape[1], width)
    if bottom <= top or right <= left:
        return
    part = (slice(top - sprite.top, bottom - sprite.top), slice(left - sprite.left, right - sprite.left))
    under = frame[top:bottom, left:right]
    under *= 1 - sprite.coverage[part][..., None]
    under += sprite.pixels[part]


def smeared(sprite: Sprite, dx: float, dy: float) -> Sprite:
    """Return the sprite smeared by motion of (dx, dy) pixels during the exposure."""
    length = float(np.hypot(dx, dy))
    if length < 0.7:
        return sprite
    size = int(np.ceil(length)) | 1
    size = max(size, 3)
    kernel = np.zeros((size, size), dtype=np.float32)
    middle, half = size // 2, length / 2
    for share in np.linspace(-half, half, size * 4):
        kernel[round(middle + share * dy / length), round(middle + share * dx / length)] += 1
    kernel /= kernel.sum()
    pad = size // 2 + 1

    def smear(part: FloatArray) -> FloatArray:
        padded = cv2.copyMakeBorder(part, pad, pad, pad, pad, cv2.BORDER_CONSTANT)
        return np.asarray(cv2.filter2D(padded, -1, kernel), dtype=np.float32)

    return Sprite(
        pixels=smear(sprite.pixels), coverage=smear(sprite.coverage), person=smear(sprite.person),
        left=sprite.left - pad, top=sprite.top - pad, depth_m=sprite.depth_m,
        tells={name: smear(part) for name, part in sprite.tells.items()},
    )  # fmt: skip


def cast_shadow(frame: FloatArray, surfaces: Sequence[Surface], stand: Stand, camera: Camera, light: Light) -> None:
    """Darken the ground where the body keeps the light off, in place: its cast shadow and the dark under its feet."""
    direction = light.direction
    ground = []
    for surface in surfaces:
        mesh = surface.mesh(22.0, np.array([0.0, 0.0, 1.0], dtype=np.float32))
        rows, columns = np.divmod(np.arange(mesh.sideways.size), mesh.around.size)
        points = stand.placed(mesh.positions(rows, columns))
        ground.append(points - direction * (points[:, 2:3] / direction[2]))
    fallen = np.concatenate(ground)
    metre = camera.pixels_per_metre(np.array([stand.x, stand.y, 0.0], dtype=np.float32))
    column, row, _ = camera.project(fallen.astype(np.float32))
    _darken(frame, column, row, _Shadow(max(2, round(metre * 0.05)), light.shadow_blur_m * metre, light.shadow))
    feet = np.array([[stand.x + x, stand.y + y, 0.0] for x, y in ((-0.1, 0), (0.1, 0), (0, 0.08), (0, -0.08))])
    column, row, _ = camera.project(feet.astype(np.float32))
    _darken(frame, column, row, _Shadow(max(2, round(metre * 0.16)), metre * 0.1, 0.45))


@dataclass(frozen=True, slots=True)
class _Shadow:
    """How a shadow is painted from single points."""

    size_px: int  # of the spot that a point becomes
    blur_px: float
    strength: float


def _darken(frame: FloatArray, column: FloatArray, row: FloatArray, shadow: _Shadow) -> None:
    height, width = frame.shape[:2]
    size, blur = shadow.size_px, shadow.blur_px
    margin = int(3 * blur + size + 2)
    left, top = max(int(column.min()) - margin, 0), max(int(row.min()) - margin, 0)
    right, bottom = min(int(column.max()) + margin, width), min(int(row.max()) + margin, height)
    if right <= left or bottom <= top:
        return
    mask = np.zeros((bottom - top, right - left), dtype=np.float32)
    x, y = column.astype(np.int32) - left, row.astype(np.int32) - top
    inside = (x >= 0) & (y >= 0) & (x < mask.shape[1]) & (y < mask.shape[0])
    mask[y[inside], x[inside]] = 1
    flat = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * size + 1, 2 * max(1, size // 2) + 1))
    mask = cv2.GaussianBlur(cv2.dilate(mask, flat), (0, 0), max(blur, 0.6))
    frame[top:bottom, left:right] *= 1 - np.float32(shadow.strength) * mask[..., None]
