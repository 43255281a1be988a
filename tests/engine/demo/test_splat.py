"""Drawing surfaces: extent, depth order, light."""

from dataclasses import replace

import numpy as np
import pytest

from engine.demo.camera import Camera
from engine.demo.light import DAYLIGHTS, Light
from engine.demo.splat import Stand, draw_surfaces
from engine.demo.surface import Surface

RIGHT, FRONT = np.eye(3, dtype=np.float32)[:2]
CAMERA = Camera(height_m=1.0, pitch=0.0, yaw=0.0, focal_px=500, size_px=(200, 200))
STAND = Stand(x=0.0, y=10.0, facing=0.0)


def painted(shade):
    return lambda places: np.tile(np.array(shade, dtype=np.float32), (len(places.along), 1))


def ball(radius, shade=(1, 1, 1), centre=(0.0, 0.0, 1.0)):
    turn = np.linspace(0, np.pi, 41)
    centres = np.array(centre) + np.column_stack([0 * turn, 0 * turn, -radius * np.cos(turn)])
    widths = (radius * np.sin(turn)).clip(1e-4)
    return Surface(
        centres=centres.astype(np.float32), across=widths.astype(np.float32), deep=widths.astype(np.float32),
        paint=painted(shade), right=RIGHT, front=FRONT,
    )  # fmt: skip


def test_a_ball_covers_the_disc_that_geometry_says():
    sprite = draw_surfaces([ball(0.5)], STAND, CAMERA, DAYLIGHTS["overcast"])
    assert sprite.coverage.sum() == pytest.approx(np.pi * 25.0**2, rel=0.04)  # 0.5 m at 50 px a metre
    rows = np.flatnonzero(sprite.coverage.max(axis=1) > 0.5)
    assert sprite.top + (rows[0] + rows[-1]) / 2 == pytest.approx(100, abs=1)


def test_no_hole_shows_in_a_surface():
    sprite = draw_surfaces([ball(1.0)], STAND, CAMERA, DAYLIGHTS["overcast"])
    rows, columns = np.nonzero(sprite.coverage > 0)
    y, x = np.mgrid[: sprite.coverage.shape[0], : sprite.coverage.shape[1]]
    inside = np.hypot(y - (rows.min() + rows.max()) / 2, x - (columns.min() + columns.max()) / 2) < 46
    assert sprite.coverage[inside].min() == 1.0


def test_the_nearer_surface_hides_the_farther():
    near, far = ball(0.2, (1, 0, 0), (0, -1, 1)), ball(0.2, (0, 1, 0), (0, 1, 1))
    for order in ([near, far], [far, near]):
        sprite = draw_surfaces(order, STAND, CAMERA, DAYLIGHTS["overcast"])
        middle = sprite.pixels[100 - sprite.top, 100 - sprite.left]
        assert middle[0] > 0.2 and middle[1] == 0.0


def test_the_side_towards_the_sun_is_brighter():
    sun = Light(towards=(-1, 0, 0.3), sun=(1, 1, 1), sky=(0.2, 0.2, 0.2), bounce=(0.1, 0.1, 0.1), shadow=0.5,
                shadow_blur_m=0.02)  # fmt: skip
    sprite = draw_surfaces([ball(0.5)], STAND, CAMERA, sun)
    row = sprite.pixels[100 - sprite.top, :, 0]
    assert row[85 - sprite.left] > 3 * row[115 - sprite.left]


def test_a_turned_body_shows_its_other_side():
    def paint(places):
        return np.where(places.position[:, :1] > 0, np.float32(1), np.float32(0)) * np.ones((1, 3), dtype=np.float32)

    surface = replace(ball(0.5), paint=paint)
    away = draw_surfaces([surface], STAND, CAMERA, DAYLIGHTS["overcast"])
    towards = draw_surfaces([surface], Stand(x=0.0, y=10.0, facing=np.pi), CAMERA, DAYLIGHTS["overcast"])
    assert away.pixels[100 - away.top, 110 - away.left].sum() > 0.3  # its right is on the right of who looks along
    assert towards.pixels[100 - towards.top, 110 - towards.left].sum() == 0.0
