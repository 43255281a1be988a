"""What a camera does to the light: softness, tint, noise, compression; and the recorder's time stamp."""

from dataclasses import dataclass

import cv2
import numpy as np

from engine.demo.light import FloatArray, Rgb, displayed
from engine.imaging.jpeg import decode_jpeg, encode_jpeg
from engine.imaging.pixels import Pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens:
    """The faults of one camera."""

    softness_px: float = 0.6
    saturation: float = 0.78
    tint: Rgb = (1.0, 1.0, 1.0)
    exposure: float = 1.12
    veil: float = 0.012  # stray light that lifts the blacks
    noise: float = 0.012
    vignette: float = 0.18
    sharpening: float = 0.5
    jpeg_quality: int = 86


def photograph(light: FloatArray, lens: Lens, rng: np.random.Generator) -> Pixels:
    """Return the picture, (H, W, 3) uint8 RGB, that the camera makes of linear light (H, W, 3)."""
    grey = light @ np.array([0.3, 0.59, 0.11], dtype=np.float32)
    seen = grey[..., None] + (light - grey[..., None]) * np.float32(lens.saturation)
    seen = seen * (np.array(lens.tint, dtype=np.float32) * np.float32(lens.exposure)) + np.float32(lens.veil)
    if lens.vignette:
        seen = seen * _vignette(light.shape[0], light.shape[1], lens.vignette)[..., None]
    shown = displayed(cv2.GaussianBlur(seen, (0, 0), lens.softness_px) if lens.softness_px > 0.2 else seen)
    if lens.sharpening:
        shown = shown + lens.sharpening * (shown - cv2.GaussianBlur(shown, (0, 0), 1.3))
    return decode_jpeg(encode_jpeg(_noisy(shown, lens, rng), lens.jpeg_quality))


def _vignette(height: int, width: int, strength: float) -> FloatArray:
    y, x = np.ogrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    return np.asarray(1 - strength * (x * x + y * y) * 0.5, dtype=np.float32)


def _noisy(shown: FloatArray, lens: Lens, rng: np.random.Generator) -> Pixels:
    height, width = shown.shape[:2]
    grain = rng.standard_normal((height, width, 1), dtype=np.float32)
    colour = rng.standard_normal((height // 2 + 1, width // 2 + 1, 3), dtype=np.float32)
    colour = cv2.resize(colour, (width, height), interpolation=cv2.INTER_LINEAR)
    strength = np.float32(lens.noise) * (1.3 - 0.6 * np.clip(shown, 0, 1))
    noisy = shown + strength * (grain * np.float32(0.9) + colour * np.float32(0.7))
    return np.asarray(np.clip(noisy * 255 + 0.5, 0, 255), dtype=np.uint8)


def stamp(picture: Pixels, text: str) -> None:
    """Write the recorder's line into the picture's lower left corner, white with a dark edge."""
    height = picture.shape[0]
    scale, place = height / 1100, (round(height * 0.022), round(height * 0.972))
    for colour, thickness in (((20, 20, 20), 3), ((235, 235, 235), 1)):
        cv2.putText(picture, text, place, cv2.FONT_HERSHEY_SIMPLEX, scale, colour, thickness, cv2.LINE_AA)
