"""Real-world colours of cloth, hair, skin and leather, as sRGB in [0, 1]."""

import numpy as np

from engine.demo.light import FloatArray, Rgb, linear

CLOTH: dict[str, tuple[str, ...]] = {
    "Black": ("1d1e22", "24262b", "2a2827", "1b1d26"),
    "Blue": ("2c4a7c", "3d6ea8", "27406b", "5b86b8", "31559a"),
    "Brown": ("5e4330", "6f523a", "4f3a2c", "7d5f43"),
    "Green": ("3f6b45", "4b8a57", "5a6e3c", "2f5a44"),
    "Grey": ("7b7f86", "8f9298", "6a6d72", "9b9a98"),
    "Orange": ("c8702c", "d98236", "cf6a3a"),
    "Pink": ("cc7d9b", "d999ae", "c9678c"),
    "Purple": ("5f4486", "77549b", "6b3f78"),
    "Red": ("a8282c", "b8383a", "8f2329", "c0392f"),
    "White": ("dcdcd8", "e6e6e4", "d8d9dd"),
    "Yellow": ("cfae3a", "d9b93b", "c9a02e"),
}
JEANS: dict[str, tuple[str, ...]] = {
    "Blue": ("3d4d69", "526583", "71879f", "2c3952", "455a7c"),
    "Black": ("222429", "2a2c30"),
    "Grey": ("70747b", "62666c"),
}
HAIR: dict[str, tuple[str, ...]] = {
    "Black": ("1a1717", "211d1c"),
    "Brown": ("4a3324", "5b4030", "3a281d"),
    "Yellow": ("b0905a", "9c7d48", "c2a56f"),
    "Grey": ("85827e", "96938f"),
    "White": ("cfcdc8", "dad8d4"),
    "Red": ("7d3d22", "8c4526"),
}
SKIN = ("e2b898", "d6a582", "c48e69", "a87350", "865a3e", "64422f", "ebc6a9")
LEATHER: dict[str, tuple[str, ...]] = {
    "Black": ("191919", "222022"),
    "Brown": ("54392a", "68482f", "43302a"),
    "White": ("d9d9d6", "e2e2e0"),
    "Grey": ("74767a", "85878a"),
    "Blue": ("2f4c80", "3c5f9a"),
    "Red": ("9c2d2f", "a93a36"),
}


def pick(rng: np.random.Generator, shades: tuple[str, ...], *, spread: float = 0.035) -> Rgb:
    """Return one of the shades, a little off, as every dye and every wash is."""
    shade = shades[int(rng.integers(len(shades)))]
    value = np.array([int(shade[i : i + 2], 16) / 255 for i in (0, 2, 4)])
    value = value * (1 + rng.normal(0, spread)) + rng.normal(0, spread * 0.35, 3)
    red, green, blue = np.clip(value, 0.02, 0.96)
    return float(red), float(green), float(blue)


def light_of(colour: Rgb) -> FloatArray:
    """Return the colour as linear reflectance, (3,) float32, a little below what a display shows as white."""
    return linear(colour) * np.float32(0.86)
