"""A person in one moment: the pose that the load allows, and every surface of body, clothes and bags."""

from dataclasses import replace

import numpy as np

from engine.demo.appearance import Appearance
from engine.demo.bags import bag_surfaces
from engine.demo.bottoms import bottom_surfaces
from engine.demo.camera import Camera
from engine.demo.head import head_surfaces
from engine.demo.headwear import accessory_surfaces
from engine.demo.light import Light
from engine.demo.limbs import neck_surface
from engine.demo.pose import HEIGHT_M, Gait, pose_at
from engine.demo.shoes import shoe_surfaces
from engine.demo.splat import Sprite, Stand, draw_surfaces
from engine.demo.surface import Surface
from engine.demo.tops import top_surfaces

HANGING = ("carryingPlasticBags", "carryingSuitcase")


def gait_of(person: Appearance, phase: float, vigour: float) -> Gait:
    """Return how this person walks at a moment of the step, with what they carry."""
    loaded = any(person.has(name) for name in HANGING)
    pulling = person.has("carryingLuggageCase")
    left = person.look.left_handed
    return Gait(
        phase=phase, vigour=vigour * (0.75 if person.has("personalLarger60") else 1.0), stoop=person.look.stoop,
        width=person.look.width, stiff_arm=(loaded and left, loaded and not left),
        pulling_arm=(pulling and left, pulling and not left),
    )  # fmt: skip


def figure_surfaces(person: Appearance, gait: Gait) -> list[Surface]:
    """Return every surface of the person, in the body's coordinates."""
    pose = pose_at(gait)
    return [
        *head_surfaces(person, pose), neck_surface(person, pose), *top_surfaces(person, pose),
        *bottom_surfaces(person, pose), *shoe_surfaces(person, pose), *accessory_surfaces(person, pose),
        *bag_surfaces(person, pose),
    ]  # fmt: skip


def draw_person(person: Appearance, gait: Gait, stand: Stand, camera: Camera, light: Light) -> Sprite:
    """Draw the person where they stand, as the camera sees them."""
    scaled = replace(stand, scale=person.look.height_m / HEIGHT_M)
    return draw_surfaces(figure_surfaces(person, gait), scaled, camera, light)


def facing_along(dx: float, dy: float) -> float:
    """Return which way a body faces that walks in this direction."""
    return float(np.arctan2(dx, dy))
