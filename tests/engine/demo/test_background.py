"""Empty scenes."""

from dataclasses import replace

import numpy as np
import pytest

from engine.demo.background import draw_background
from engine.demo.camera import Camera
from engine.demo.furniture import MAKERS
from engine.demo.light import DAYLIGHTS
from engine.demo.noise import grain_tile, noise_tile, sample, sample_smoothly
from engine.demo.places import PLACES

CAMERA = Camera(height_m=3.5, pitch=0.22, yaw=0.0, focal_px=200, size_px=(240, 140))


@pytest.mark.parametrize("name", sorted(PLACES))
def test_a_place_has_texture_everywhere_and_is_neither_black_nor_burnt_out(name):
    light = draw_background(PLACES[name], CAMERA, DAYLIGHTS["overcast"], 3)
    assert light.shape == (140, 240, 3) and np.isfinite(light).all()
    assert 0.05 < light.mean() < 0.8
    ground = light[110:, :, 1]
    assert ground.std() > 0.004


@pytest.mark.parametrize("name", sorted(PLACES))
def test_the_wall_meets_the_ground_where_the_camera_sees_it(name):
    place = PLACES[name]
    _, row, _ = CAMERA.project(np.array([0.0, place.wall.at_m, 0.0], dtype=np.float32))
    changed = replace(place, wall=replace(place.wall, shade=(1.0, 0.0, 1.0)), ground=replace(place.ground, polish=0.0))
    plain = replace(place, ground=replace(place.ground, polish=0.0))
    one, other = (draw_background(each, CAMERA, DAYLIGHTS["overcast"], 3) for each in (plain, changed))
    differs = np.flatnonzero(np.abs(one - other).max(axis=(1, 2)) > 0.02)
    assert differs[-1] == pytest.approx(float(row), abs=1.5)


def test_another_seed_is_another_surface():
    one, other = (draw_background(PLACES["street"], CAMERA, DAYLIGHTS["overcast"], seed) for seed in (1, 2))
    assert not np.array_equal(one, other)


def test_noise_is_standard_and_repeats_without_a_seam():
    for tile in (noise_tile(16, 1), grain_tile(1)):
        assert abs(float(tile.mean())) < 0.02 and float(tile.std()) == pytest.approx(1.0, abs=0.02)
        step = np.abs(np.diff(tile, axis=1)).mean()
        assert np.abs(tile[:, 0] - tile[:, -1]).mean() < 3 * step


def test_smooth_and_quick_lookup_agree_at_the_grid():
    tile = noise_tile(8, 2)
    u, v = np.meshgrid(np.arange(0, 512, 37) / 512, np.arange(0, 512, 41) / 512)
    u, v = u.astype(np.float32), v.astype(np.float32)
    assert np.allclose(sample(tile, u + 1e-5, v + 1e-5), sample_smoothly(tile, u, v), atol=0.02)


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_furniture_stands_on_the_ground(kind):
    surfaces = MAKERS[kind]()
    meshes = [surface.mesh(60.0, np.array([0.0, -1.0, 0.0], dtype=np.float32)) for surface in surfaces]
    lowest = min(float(mesh.seen_along(np.array([0, 0, 1], dtype=np.float32)).min()) for mesh in meshes)
    assert -0.08 < lowest < 0.03
