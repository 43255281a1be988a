"""What lights a scene, and how bright it makes a surface."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
Rgb = tuple[float, float, float]


@dataclass(frozen=True, kw_only=True)
class Light:
    """A sun or lamp, the sky, and what the ground throws back; linear RGB."""

    towards: Rgb  # the direction to the sun; z above 0
    sun: Rgb
    sky: Rgb
    bounce: Rgb
    shadow: float  # darkness of cast shadows, 0 to 1
    shadow_blur_m: float

    @property
    def direction(self) -> FloatArray:
        """The unit direction to the sun, (3,) float32."""
        towards = np.array(self.towards, dtype=np.float32)
        return np.asarray(towards / np.linalg.norm(towards), dtype=np.float32)

    def falling_on(self, normals: FloatArray) -> FloatArray:
        """Return the light that falls on surfaces, (n, 3), by their unit normals (n, 3).

        A little wrap-around stands for the scattering in cloth and skin.
        """
        sun, sky, bounce = (np.array(part, dtype=np.float32) for part in (self.sun, self.sky, self.bounce))
        facing = np.clip((normals @ self.direction + np.float32(0.18)) / np.float32(1.18), 0.0, None)[:, None]
        up = (normals[:, 2:3] + np.float32(1.0)) * np.float32(0.5)
        return np.asarray(facing * sun + up * (sky - bounce) + bounce, dtype=np.float32)

    def gleam(self, normals: FloatArray, to_camera: FloatArray) -> FloatArray:
        """Return the highlight, (n, 1), on a glossy surface (Blinn's half vector)."""
        half = self.direction + to_camera
        half = half / np.linalg.norm(half)
        return np.asarray(np.clip(normals @ half, 0.0, 1.0)[:, None] ** 24, dtype=np.float32)


def linear(srgb: Rgb | FloatArray) -> FloatArray:
    """Return linear light for display values in [0, 1] (gamma 2.2)."""
    return np.asarray(np.power(np.clip(np.asarray(srgb, dtype=np.float32), 0.0, 1.0), 2.2), dtype=np.float32)


def displayed(light: FloatArray) -> FloatArray:
    """Return display values in [0, 1] for linear light; highlights roll off softly instead of clipping."""
    bent = np.where(light < 0.7, light, 0.7 + 0.3 * (1.0 - np.exp(-(light - 0.7) / 0.3)))
    return np.asarray(np.power(np.clip(bent, 0.0, 1.0), 1 / 2.2), dtype=np.float32)


DAYLIGHTS: dict[str, Light] = {
    "overcast": Light(
        towards=(0.3, -0.4, 1.0), sun=(0.32, 0.32, 0.33), sky=(0.78, 0.80, 0.84), bounce=(0.24, 0.23, 0.22),
        shadow=0.35, shadow_blur_m=0.16,
    ),
    "sun left": Light(
        towards=(-0.75, -0.45, 1.35), sun=(1.05, 0.98, 0.86), sky=(0.42, 0.47, 0.56), bounce=(0.26, 0.24, 0.21),
        shadow=0.52, shadow_blur_m=0.03,
    ),
    "sun right": Light(
        towards=(0.75, -0.6, 1.45), sun=(1.0, 0.94, 0.84), sky=(0.45, 0.5, 0.58), bounce=(0.26, 0.24, 0.21),
        shadow=0.5, shadow_blur_m=0.035,
    ),
    "hall": Light(
        towards=(-0.2, -0.3, 1.2), sun=(0.52, 0.5, 0.45), sky=(0.52, 0.51, 0.47), bounce=(0.25, 0.23, 0.2),
        shadow=0.4, shadow_blur_m=0.12,
    ),
}  # fmt: skip
