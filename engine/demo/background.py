"""The empty scene: every pixel's ray meets the ground or a wall, and takes its colour there."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.demo.camera import Camera
from engine.demo.ground import ground_colour
from engine.demo.light import FloatArray, Light
from engine.demo.places import Place
from engine.demo.wall import wall_colour

FAR_M = 1e6
SKY = np.array([0.62, 0.68, 0.76], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class _Meeting:
    """Where rays meet a plane: in front of the camera, and where on the plane."""

    distance: FloatArray  # (H, W), in lengths of the ray; FAR_M where they do not meet
    points: FloatArray  # (H, W, 3)


def draw_background(place: Place, camera: Camera, light: Light, seed: int, *, oversampling: int = 2) -> FloatArray:
    """Return the empty scene as linear light, (H, W, 3) float32."""
    rays = camera.rays(oversampling)
    origin = camera.position
    ground = _meet(rays, origin, axis=2, at=0.0)
    back = _meet(rays, origin, axis=1, at=place.wall.at_m)
    colours = _lit_ground(place, ground, light, seed)
    behind = back.distance < ground.distance
    colours = np.where(behind[..., None], _lit_wall(place, back, light, seed, along=0), colours)
    nearest = np.minimum(ground.distance, back.distance)
    if place.side_wall_m is not None:
        side = _meet(rays, origin, axis=0, at=place.side_wall_m)
        before = side.distance < nearest
        colours = np.where(before[..., None], 0.85 * _lit_wall(place, side, light, seed + 1, along=1), colours)
    width, height = camera.size_px
    return np.asarray(cv2.resize(colours, (width, height), interpolation=cv2.INTER_AREA), dtype=np.float32)


def _meet(rays: FloatArray, origin: FloatArray, *, axis: int, at: float) -> _Meeting:
    along = rays[..., axis]
    safe = np.where(np.abs(along) < 1e-5, np.float32(1e-5), along)
    distance = (np.float32(at) - origin[axis]) / safe
    distance = np.where(distance > 0, distance, np.float32(FAR_M)).astype(np.float32)
    return _Meeting(distance, np.asarray(origin + rays * np.minimum(distance, 300.0)[..., None], dtype=np.float32))


def _lit_ground(place: Place, meeting: _Meeting, light: Light, seed: int) -> FloatArray:
    x, y = meeting.points[..., 0], meeting.points[..., 1]
    colour = ground_colour(place.ground, x, y, seed)
    up = np.array([[0.0, 0.0, 1.0]], dtype=np.float32)
    colour = colour * light.falling_on(up)[0]
    near_wall = np.clip((place.wall.at_m - y) / 1.6, 0, 1)
    colour = colour * (0.62 + 0.38 * near_wall)[..., None]
    if place.ground.polish:
        colour = _polished(place, colour, meeting, light, seed)
    return colour


def _polished(place: Place, colour: FloatArray, meeting: _Meeting, light: Light, seed: int) -> FloatArray:
    """Return the floor with the wall's mirror image in it, stronger at a flat angle."""
    depth = place.wall.at_m - meeting.points[..., 1]
    mirrored = meeting.points.copy()
    mirrored[..., 2] = np.clip(depth * 0.30, 0.02, None)
    image = cv2.GaussianBlur(_lit_wall(place, _Meeting(meeting.distance, mirrored), light, seed, along=0), (0, 0), 5.0)
    share = place.ground.polish * np.exp(-np.clip(depth, 0, None) / 6.0)
    return np.asarray(colour * (1 - share[..., None]) + image * share[..., None], dtype=np.float32)


def _lit_wall(place: Place, meeting: _Meeting, light: Light, seed: int, *, along: int) -> FloatArray:
    along_m, height = meeting.points[..., along], meeting.points[..., 2]
    colour = wall_colour(place.wall, along_m, height, seed)
    normal = np.array([[0.0, -1.0, 0.0] if along == 0 else [-np.sign(place.side_wall_m or 1.0), 0.0, 0.0]])
    colour = colour * light.falling_on(normal.astype(np.float32))[0]
    grounded = 0.7 + 0.3 * np.clip(height / 0.8, 0, 1)
    colour = colour * grounded[..., None] * (1.05 - 0.035 * np.clip(height, 0, 8))[..., None]
    above: NDArray[np.bool_] = height > place.wall.height_m
    return np.asarray(np.where(above[..., None], SKY, colour), dtype=np.float32)
