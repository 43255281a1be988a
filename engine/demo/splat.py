"""Drawing surfaces: dense points thrown on a grid of pixels, the nearest kept, then shaded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.demo.camera import Camera
from engine.demo.light import Light
from engine.demo.surface import Mesh, Surface

FloatArray = NDArray[np.float32]
MARGIN_PX = 3
EMPTY = np.int64(2**62)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a body stands in the street and which way it faces."""

    x: float
    y: float
    facing: float  # radians; 0 looks along y (away from the camera), π towards it
    scale: float = 1.0

    def placed(self, points: FloatArray) -> FloatArray:
        """Return points (..., 3) of the body in the street's coordinates."""
        placed = points * np.float32(self.scale) @ self.turn + np.array([self.x, self.y, 0.0], dtype=np.float32)
        return placed.astype(np.float32)

    @property
    def turn(self) -> FloatArray:
        """The matrix that row vectors are multiplied by, (3, 3) float32."""
        cosine, sine = np.cos(self.facing), np.sin(self.facing)
        return np.array([[cosine, -sine, 0], [sine, cosine, 0], [0, 0, 1]], dtype=np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sprite:
    """A drawn body: colour times coverage and coverage, where it lies in the frame, and how far away."""

    pixels: FloatArray  # (h, w, 3) linear, premultiplied
    coverage: FloatArray  # (h, w) 0 to 1
    person: FloatArray  # (h, w) 0 to 1: of that what belongs to the person's box
    left: int
    top: int
    depth_m: float
    tells: Mapping[str, FloatArray]  # by attribute: (h, w) 0 to 1, where it can be told


@dataclass(frozen=True, slots=True)
class _Shaded:
    """What the grid shows."""

    colours: FloatArray  # (h, w, 3) linear
    person: FloatArray  # (h, w) 1 where it belongs to the person's box
    tells: dict[str, FloatArray]  # by attribute: (h, w) 1 where it can be told


@dataclass(frozen=True, slots=True)
class _View:
    """The camera and the light, as a body that stands somewhere sees them."""

    axes: FloatArray  # (3, 3) the camera's right, down and forward, in the body's coordinates
    origin: FloatArray  # (3,) the body's origin in the camera's coordinates
    scale: float
    focal_px: float
    middle_px: tuple[float, float]
    to_camera: FloatArray  # (3,) unit, in the body's coordinates
    turn: FloatArray

    @classmethod
    def of(cls, stand: Stand, camera: Camera) -> "_View":
        """Return the view of a camera on a body."""
        middle = np.array([0.0, 0.0, 1.0], dtype=np.float32)
        away = camera.position - stand.placed(middle)
        origin = camera.axes @ (stand.placed(np.zeros(3, dtype=np.float32)) - camera.position)
        return cls(
            axes=camera.axes @ stand.turn.T, origin=origin.astype(np.float32), scale=stand.scale,
            focal_px=camera.focal_px, middle_px=camera.middle_px,
            to_camera=(stand.turn @ (away / np.linalg.norm(away))).astype(np.float32), turn=stand.turn,
        )  # fmt: skip

    def cast(self, mesh: Mesh) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return column, row and depth of the mesh's points, each (m, n)."""
        scale = np.float32(self.scale)
        right, down, forward = (mesh.seen_along(self.axes[i] * scale) + self.origin[i] for i in range(3))
        forward = np.maximum(forward, np.float32(0.05))
        zoom = np.float32(self.focal_px) / forward
        return right * zoom + np.float32(self.middle_px[0]), down * zoom + np.float32(self.middle_px[1]), forward


@dataclass(frozen=True, slots=True)
class _Cloud:
    """One surface's points, as the grid sees them."""

    mesh: Mesh
    column: FloatArray  # (m, n) pixels
    row: FloatArray
    depth: FloatArray


def draw_surfaces(
    surfaces: Sequence[Surface], stand: Stand, camera: Camera, light: Light, *, oversampling: int = 2
) -> Sprite:
    """Draw surfaces that share one body as the camera sees them."""
    view = _View.of(stand, camera)
    middle = stand.placed(np.array([0.0, 0.0, 1.0], dtype=np.float32))
    scale = camera.pixels_per_metre(middle) * oversampling * stand.scale
    meshes = [surface.mesh(scale, view.to_camera) for surface in surfaces]
    clouds = [_Cloud(mesh, *view.cast(mesh)) for mesh in meshes]
    left = int(np.floor(min(float(cloud.column.min()) for cloud in clouds))) - MARGIN_PX
    top = int(np.floor(min(float(cloud.row.min()) for cloud in clouds))) - MARGIN_PX
    width = int(np.ceil(max(float(cloud.column.max()) for cloud in clouds))) + MARGIN_PX - left
    height = int(np.ceil(max(float(cloud.row.max()) for cloud in clouds))) + MARGIN_PX - top
    nearest, depth = _nearest(clouds, left, top, (height * oversampling, width * oversampling), oversampling)
    shaded = _shade(clouds, nearest, depth, view, light)
    covered = (nearest >= 0).astype(np.float32)

    def shrunk(part: FloatArray) -> FloatArray:
        return np.asarray(cv2.resize(part, (width, height), interpolation=cv2.INTER_AREA), dtype=np.float32)

    return Sprite(
        pixels=shrunk(shaded.colours), coverage=shrunk(covered), person=shrunk(shaded.person), left=left, top=top,
        depth_m=float(np.hypot(stand.x, stand.y)), tells={name: shrunk(part) for name, part in shaded.tells.items()},
    )  # fmt: skip


def _nearest(
    clouds: list[_Cloud], left: int, top: int, shape: tuple[int, int], oversampling: int
) -> tuple[NDArray[np.int32], FloatArray]:
    """Return for each pixel the number of the nearest point (−1 for none) and its depth."""
    depth = np.concatenate([cloud.depth.ravel() for cloud in clouds])
    columns = ((np.concatenate([cloud.column.ravel() for cloud in clouds]) - left) * oversampling).astype(np.int32)
    rows = ((np.concatenate([cloud.row.ravel() for cloud in clouds]) - top) * oversampling).astype(np.int32)
    steps = ((depth - depth.min()) * np.float32(1e5)).astype(np.int64)
    keys = (steps << 32) | np.arange(depth.size)  # the nearest point's key is the least
    least = np.full(shape[0] * shape[1], EMPTY)
    np.minimum.at(least, rows * shape[1] + columns, keys)
    nearest = np.where(least == EMPTY, -1, least & 0xFFFFFFFF).astype(np.int32)
    nearest = _without_holes(nearest.reshape(shape))
    return nearest, np.where(nearest >= 0, depth[nearest], depth.max()).astype(np.float32)


def _without_holes(nearest: NDArray[np.int32]) -> NDArray[np.int32]:
    inner, filled = nearest[1:-1, 1:-1], nearest.copy()
    left, right, above, below = nearest[1:-1, :-2], nearest[1:-1, 2:], nearest[:-2, 1:-1], nearest[2:, 1:-1]
    beside = (inner < 0) & (left >= 0) & (right >= 0)
    between = (inner < 0) & (above >= 0) & (below >= 0)
    filled[1:-1, 1:-1] = np.where(beside, left, np.where(between, above, inner))
    return filled


def _shade(clouds: list[_Cloud], nearest: NDArray[np.int32], depth: FloatArray, view: _View, light: Light) -> _Shaded:
    colours = np.zeros((nearest.size, 3), dtype=np.float32)
    person = np.zeros(nearest.size, dtype=np.float32)
    told = {name for cloud in clouds for name in cloud.mesh.surface.tells}
    tells = {name: np.zeros(nearest.size, dtype=np.float32) for name in sorted(told)}
    seen = np.flatnonzero(nearest.ravel() >= 0)
    numbers = nearest.ravel()[seen]
    starts = np.cumsum([0] + [cloud.depth.size for cloud in clouds])
    surface = (np.searchsorted(starts, numbers, side="right") - 1).astype(np.uint8)
    by_surface = np.argsort(surface, kind="stable")  # a radix sort on 8 bits
    cuts = np.searchsorted(surface[by_surface], np.arange(len(clouds) + 1))
    for cloud, start, first, last in zip(clouds, starts, cuts, cuts[1:], strict=False):
        if first == last:
            continue
        mine = by_surface[first:last]
        colours[seen[mine]] = _colour(cloud.mesh, numbers[mine] - start, view, light)
        person[seen[mine]] = float(cloud.mesh.surface.belongs)
        for name, where in cloud.mesh.surface.tells.items():
            tells[name][seen[mine]] = where(cloud.mesh.places(numbers[mine] - start))
    colours *= _hollows(nearest, depth).reshape(-1, 1)
    return _Shaded(
        colours=colours.reshape(*nearest.shape, 3), person=person.reshape(nearest.shape),
        tells={name: part.reshape(nearest.shape) for name, part in tells.items()},
    )  # fmt: skip


def _colour(mesh: Mesh, numbers: NDArray[np.int64], view: _View, light: Light) -> FloatArray:
    rows, columns = np.divmod(numbers, mesh.around.size)
    normals = mesh.normals(rows, columns)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    normals *= np.where(normals @ view.to_camera < 0, -1.0, 1.0)[:, None]  # a surface seen shows its outer side
    normals = (normals @ view.turn).astype(np.float32)
    colour = mesh.surface.paint(mesh.places(numbers)) * light.falling_on(normals)
    if mesh.surface.gloss:
        gleam = light.gleam(normals, view.to_camera @ view.turn)
        colour = colour + mesh.surface.gloss * gleam * np.array(light.sun, dtype=np.float32)
    return np.asarray(colour, dtype=np.float32)


def _hollows(nearest: NDArray[np.int32], depth: FloatArray) -> FloatArray:
    """Return how much light reaches each pixel, (h, w): less where its surroundings stand before it."""
    covered = (nearest >= 0).astype(np.float32)
    size = max(3, int(nearest.shape[0] * 0.045) | 1)
    weight = cv2.blur(covered, (size, size)) + 1e-4
    around = cv2.blur(np.where(nearest >= 0, depth, 0).astype(np.float32), (size, size)) / weight
    return np.asarray(1.0 - np.clip((depth - around) * 2.6, -0.06, 0.5), dtype=np.float32)
