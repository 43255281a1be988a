"""The pinhole camera."""

import numpy as np
import pytest

from engine.demo.camera import Camera

CAMERA = Camera(height_m=4.0, pitch=0.25, yaw=0.2, focal_px=900, size_px=(960, 540), roll=0.05)


def test_the_camera_axes_are_a_right_handed_frame():
    assert np.allclose(CAMERA.axes @ CAMERA.axes.T, np.eye(3), atol=1e-6)
    assert np.linalg.det(CAMERA.axes) == pytest.approx(1.0, abs=1e-5)


def test_a_point_seen_at_a_pixel_falls_on_that_pixel():
    point = CAMERA.ground_at(300.0, 400.0)
    column, row, depth = CAMERA.project(point)
    assert point[2] == pytest.approx(0.0, abs=1e-4)
    assert (float(column), float(row)) == pytest.approx((300.0, 400.0), abs=0.01)
    assert float(depth) > 0


def test_above_the_horizon_there_is_no_ground():
    assert CAMERA.ground_at(480.0, -400.0) is None


def test_rays_point_where_project_comes_from():
    ray = CAMERA.rays()[100, 200]
    column, row, _ = CAMERA.project(CAMERA.position + 7 * ray)
    assert (float(column), float(row)) == pytest.approx((200.5, 100.5), abs=0.01)


def test_a_window_sees_the_same_a_few_pixels_aside():
    point = np.array([1.0, 9.0, 1.2], dtype=np.float32)
    column, row, _ = CAMERA.project(point)
    inside = CAMERA.window(40, 30, 200, 100).project(point)
    assert (float(inside[0]), float(inside[1])) == pytest.approx((float(column) - 40, float(row) - 30), abs=0.01)


def test_a_metre_is_half_as_large_at_twice_the_depth():
    level = Camera(height_m=1.0, pitch=0.0, yaw=0.0, focal_px=800, size_px=(100, 100))
    near, far = (level.pixels_per_metre(np.array([0, y, 1], dtype=np.float32)) for y in (5.0, 10.0))
    assert near == pytest.approx(160.0) and far == pytest.approx(80.0)
