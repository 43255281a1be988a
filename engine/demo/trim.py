"""What is printed, sewn or worn on a top's trunk: an open front, zip, neckline, logo, ribbed hem, straps."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from engine.demo.appearance import Appearance
from engine.demo.noise import noise_tile, sample
from engine.demo.palette import light_of

FloatArray = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Spots:
    """Places on the trunk."""

    x: FloatArray  # (n,) metres to the right
    height: FloatArray  # (n,) of the upright body
    front: NDArray[np.bool_]  # (n,) whether they lie on the front
    hem_m: float  # height of the garment's hem


class Trim(Protocol):
    """Something printed, sewn or worn on the trunk."""

    def is_worn(self, person: Appearance) -> bool:
        """Return whether this person has it."""

    def draw(self, person: Appearance, spots: Spots) -> tuple[FloatArray, FloatArray]:
        """Return its colour, (3,) or (n, 3), and how far it covers each spot, (n,) 0 to 1."""


class _OpenFront:
    """A suit's V with shirt and tie, or a jacket that hangs open over a shirt."""

    def is_worn(self, person: Appearance) -> bool:
        return person.has("upperBodySuit") or (person.has("upperBodyJacket") and person.look.variant in (1, 2))

    def draw(self, person: Appearance, spots: Spots) -> tuple[FloatArray, FloatArray]:
        suit = person.has("upperBodySuit")
        bottom, wide = (1.16, 0.068) if suit else (0.80, 0.05)
        upwards = np.clip((spots.height - bottom) / (1.44 - bottom), 0, 1)
        opening = (upwards if suit else upwards > 0) * wide
        share = spots.front & (np.abs(spots.x) < opening)
        shade = np.repeat(light_of(person.look.shirt)[None], spots.x.size, axis=0)
        if suit and person.has("personalMale"):
            shade[np.abs(spots.x) < 0.018 + 0.006 * (1.4 - spots.height)] = light_of(person.look.scarf)
        return shade, share.astype(np.float32)


class _Seam:
    """A zip or a row of buttons down the front."""

    def is_worn(self, person: Appearance) -> bool:
        closed = person.has("upperBodyJacket") and person.look.variant in (0, 3)
        return closed or (person.has("upperBodyOther") and not person.has("upperBodyNoSleeve"))

    def draw(self, person: Appearance, spots: Spots) -> tuple[FloatArray, FloatArray]:
        aside = np.abs(spots.x)
        share = spots.front * (0.55 * (aside < 0.008) + 0.25 * (np.abs(aside - 0.02) < 0.005))
        pocket = spots.front & (np.abs(spots.height - 1.02) < 0.007) & (np.abs(aside - 0.1) < 0.05)
        share = share + 0.5 * pocket * person.has("upperBodyJacket")
        return light_of(person.look.top) * np.float32(0.3), share.astype(np.float32)


class _Neckline:
    """Skin that the neck, and a top without sleeves, leaves bare."""

    def is_worn(self, person: Appearance) -> bool:
        return person.has("upperBodyTshirt") or person.has("upperBodyOther")

    def draw(self, person: Appearance, spots: Spots) -> tuple[FloatArray, FloatArray]:
        deep = 0.055 if person.has("personalFemale") or person.has("upperBodyNoSleeve") else 0.025
        share = spots.front & (spots.height > 1.475 - deep + (spots.x / 0.075) ** 2 * deep)
        if person.has("upperBodyNoSleeve"):
            share = share | ((np.abs(spots.x) > 0.135) & (spots.height > 1.33))
        return light_of(person.look.skin), share.astype(np.float32)


class _Logo:
    """A print across the chest: letters, or a badge with a figure in it."""

    def is_worn(self, person: Appearance) -> bool:
        return person.has("upperBodyLogo")

    def draw(self, person: Appearance, spots: Spots) -> tuple[FloatArray, FloatArray]:
        high = (0.035, 0.085, 0.06, 0.1)[person.look.variant]
        inside = spots.front & (np.abs(spots.x) < 0.105) & (np.abs(spots.height - 1.27) < high)
        tile = noise_tile(16, person.look.seed % 13)
        print_ = sample(tile, spots.x * np.float32(1.3) + 5, spots.height * np.float32(0.9)) > -0.35
        return light_of(person.look.second), (0.9 * (inside & print_)).astype(np.float32)


class _Hem:
    """The ribbed bands of a sweater."""

    def is_worn(self, person: Appearance) -> bool:
        return person.has("upperBodySweater")

    def draw(self, person: Appearance, spots: Spots) -> tuple[FloatArray, FloatArray]:
        hem = spots.hem_m
        share = 0.35 * ((spots.height < hem + 0.045) | (spots.height > 1.462))
        return light_of(person.look.top) * np.float32(0.55), share.astype(np.float32)


class _Straps:
    """The straps of a backpack or of a bag across the body."""

    def is_worn(self, person: Appearance) -> bool:
        return person.has("carryingBackpack") or person.has("carryingMessengerBag")

    def draw(self, person: Appearance, spots: Spots) -> tuple[FloatArray, FloatArray]:
        if person.has("carryingBackpack"):
            share = spots.front & (np.abs(np.abs(spots.x) - 0.112) < 0.024) & (spots.height > 1.12)
        else:
            side = -1.0 if person.look.left_handed else 1.0
            line = 0.95 + (0.17 - side * spots.x) / 0.30 * 0.52  # from the hip on one side to the other shoulder
            share = (np.abs(spots.height - line) < 0.042) & (spots.height > 0.98)
        return light_of(person.look.bag) * np.float32(0.8), share.astype(np.float32)


TRIMMINGS: tuple[Trim, ...] = (_OpenFront(), _Seam(), _Neckline(), _Logo(), _Hem(), _Straps())


def told_by(trim: Trim, person: Appearance) -> str:
    """Return the attribute that can be told from something on the trunk and might be hidden, or ""."""
    if isinstance(trim, _Logo):
        return "upperBodyLogo"
    if isinstance(trim, _Straps):
        return "carryingBackpack" if person.has("carryingBackpack") else "carryingMessengerBag"
    return ""
