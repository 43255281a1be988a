"""A surveillance camera: where it hangs, and where a point of the street falls in its picture."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Camera:
    """A pinhole camera. The street: x to the right, y away from the camera, z up, in metres; the ground is z = 0."""

    height_m: float
    pitch: float  # radians below the horizon
    yaw: float  # radians to the right of y
    focal_px: float
    size_px: tuple[int, int]  # width, height
    roll: float = 0.0
    centre_px: tuple[float, float] | None = None  # where the axis meets the picture; None is its middle

    @cached_property
    def axes(self) -> FloatArray:
        """The camera's right, down and forward directions, (3, 3) float32, one a row."""
        forward = np.array(
            [np.sin(self.yaw) * np.cos(self.pitch), np.cos(self.yaw) * np.cos(self.pitch), -np.sin(self.pitch)]
        )
        right = np.array([np.cos(self.yaw), -np.sin(self.yaw), 0.0])
        down = np.cross(forward, right)
        cosine, sine = np.cos(self.roll), np.sin(self.roll)
        turned = [cosine * right + sine * down, cosine * down - sine * right, forward]
        return np.array(turned, dtype=np.float32)

    @property
    def position(self) -> FloatArray:
        """Where the camera hangs, (3,) float32."""
        return np.array([0.0, 0.0, self.height_m], dtype=np.float32)

    def project(self, points: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return column, row (pixels) and depth (metres along the view) of points (..., 3)."""
        seen = (points - self.position) @ self.axes.T
        depth = np.maximum(seen[..., 2], np.float32(0.05))
        column, row = self.middle_px
        scale = np.float32(self.focal_px) / depth
        columns = (seen[..., 0] * scale + np.float32(column)).astype(np.float32)
        return columns, (seen[..., 1] * scale + np.float32(row)).astype(np.float32), depth.astype(np.float32)

    @property
    def middle_px(self) -> tuple[float, float]:
        """Where the camera's axis meets the picture."""
        return self.centre_px or (self.size_px[0] / 2, self.size_px[1] / 2)

    def window(self, left: int, top: int, width: int, height: int) -> "Camera":
        """Return the same camera for a part of its picture."""
        column, row = self.middle_px
        return replace(self, size_px=(width, height), centre_px=(column - left, row - top))

    def pixels_per_metre(self, point: FloatArray) -> float:
        """Return how large a metre is at this point (3,)."""
        depth = float(((point - self.position) @ self.axes.T)[2])
        return self.focal_px / max(depth, 0.05)

    def rays(self, oversampling: int = 1) -> FloatArray:
        """Return the direction seen by each pixel, (H, W, 3) float32, not normalised."""
        width, height = self.size_px
        column, row = self.middle_px
        columns = (np.arange(width * oversampling, dtype=np.float32) + 0.5) / oversampling - column
        rows = (np.arange(height * oversampling, dtype=np.float32) + 0.5) / oversampling - row
        right, down, forward = self.axes
        across = columns[None, :, None] / np.float32(self.focal_px) * right
        return np.asarray(across + rows[:, None, None] / np.float32(self.focal_px) * down + forward, dtype=np.float32)

    def ground_at(self, column: float, row: float) -> FloatArray | None:
        """Return the point of the ground (3,) seen at a pixel, or None above the horizon."""
        middle = self.middle_px
        right, down, forward = self.axes
        ray = (column - middle[0]) / self.focal_px * right + (row - middle[1]) / self.focal_px * down + forward
        if ray[2] > -1e-3:
            return None
        return np.asarray(self.position + ray * (-self.height_m / ray[2]), dtype=np.float32)
