"""Surfaces of the figures: rings swept along an axis, with a paint and a relief."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

FloatArray = NDArray[np.float32]

RIGHT, FRONT, UP = np.eye(3, dtype=np.float32)  # of the body
POINTS_PER_PIXEL = 1.2  # along each direction, so that no hole shows


@dataclass(frozen=True, slots=True)
class Places:
    """Points of one surface: where they lie on it, and where in the body's coordinates (metres)."""

    along: FloatArray  # (n,) 0 at the first ring, 1 at the last
    around: FloatArray  # (n,) radians; 0 right, π/2 front, π left, 3π/2 back
    position: FloatArray  # (n, 3) x right, y front, z up


Paint = Callable[[Places], FloatArray]  # the linear colour of points, (n, 3)
Relief = Callable[[FloatArray, FloatArray], FloatArray]  # metres outward, by along (n, 1) and around (1, m)
Where = Callable[[Places], NDArray[np.bool_]]  # whether points have something, (n,)


@dataclass(frozen=True, kw_only=True)
class Surface:
    """Rings swept along an axis; each ring a superellipse.

    Args:
        centres: (K, 3) the rings' centres, in metres.
        across: (K,) half widths along `right`.
        deep: (K,) half widths along `front`.
        right: (3,) direction of the ring's first half axis.
        front: (3,) direction of its second.
        roundness: the superellipse's exponent: 2 an ellipse, 6 nearly a box.
        cap: how far closed ends bulge, as a share of the width; None leaves them open.
        tells: the attributes that can be told from it, and where on it.
    """

    centres: FloatArray
    across: FloatArray
    deep: FloatArray
    paint: Paint
    right: FloatArray
    front: FloatArray
    roundness: float = 2.0
    relief: Relief | None = None
    cap: float | None = None
    gloss: float = 0.0
    belongs: bool = True  # to the person's box; a trolley pulled behind does not
    whole: bool = True  # False: tube-like, so that its far side is never seen and not made
    tells: Mapping[str, Where] = field(default_factory=dict)

    def mesh(self, pixels_per_metre: float, to_camera: FloatArray) -> "Mesh":
        """Return the surface's points, dense enough for the scale; of a surface not `whole` the half that is seen.

        Args:
            pixels_per_metre: of the grid that the points are thrown on.
            to_camera: (3,) unit direction to the camera, in the body's coordinates.
        """
        along, centres, across, deep = self._rings(pixels_per_metre)
        girth = 2 * np.pi * float(max(self.across.max(), self.deep.max()))
        count = int(np.clip(girth * pixels_per_metre * POINTS_PER_PIXEL * 0.95, 12, 1500))
        around, cosine, sine = _ring(count, self.roundness)
        if not self.whole:
            facing = self._facing(cosine, sine, to_camera)
            around, cosine, sine = _seen_part(facing, around, cosine, sine)
        bump: FloatArray | np.float32 = np.float32(0)
        if self.relief:
            closing = np.clip(4 * across / max(float(self.across.max()), 1e-6), 0.0, 1.0)  # none at a cap's middle
            bump = self.relief(along[:, None], around[None, :]) * closing[:, None]
        sideways = (across[:, None] + bump) * cosine
        ahead = (deep[:, None] + bump) * sine
        return Mesh(self, along, around, centres, sideways, ahead)

    def _facing(self, cosine: FloatArray, sine: FloatArray, to_camera: FloatArray) -> FloatArray:
        """Return how far each point of the ring faces the camera, (n,), −1 to 1."""
        flatness = np.float32(self.deep.max() / self.across.max())
        facing = cosine * flatness * np.float32(self.right @ to_camera) + sine * np.float32(self.front @ to_camera)
        return np.asarray(facing / max(float(np.abs(facing).max()), 1e-6), dtype=np.float32)

    def _rings(self, pixels_per_metre: float) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
        knots = ring_knots(self.centres, self.across)
        count = int(np.clip(knots[-1] * pixels_per_metre * POINTS_PER_PIXEL, 6, 1500))
        stations = np.column_stack([self.centres, self.across, self.deep])
        rings = PchipInterpolator(knots, stations, axis=0)(np.linspace(0, knots[-1], count))
        along = np.linspace(0, 1, count)
        if self.cap is not None:
            along, rings = self._capped(along, rings, pixels_per_metre)
        rings = rings.astype(np.float32)
        return along.astype(np.float32), rings[:, :3], rings[:, 3], rings[:, 4]

    def _capped(self, along: NDArray[np.float64], rings: NDArray[np.float64], ppm: float) -> tuple[
        NDArray[np.float64], NDArray[np.float64]
    ]:  # fmt: skip
        ends = []
        for end, inner in ((rings[0], rings[1]), (rings[-1], rings[-2])):
            outward = end[:3] - inner[:3]
            outward = outward / max(float(np.linalg.norm(outward)), 1e-9)
            radius = float(min(end[3], end[4]))
            count = int(np.clip(max(end[3], end[4]) * ppm * POINTS_PER_PIXEL, 3, 400))
            shrink = np.linspace(1.0, 0.0, count + 1)[1:, None]
            bulge = radius * float(self.cap or 0.0) * np.sqrt(1.0 - shrink**2)
            ends.append(np.hstack([end[:3] + bulge * outward, end[3:] * shrink]))
        first, last = ends
        rings = np.vstack([first[::-1], rings, last])
        return np.concatenate([np.zeros(len(first)), along, np.ones(len(last))]), rings


def everywhere(places: Places) -> NDArray[np.bool_]:
    """Return that all of a surface tells."""
    return np.ones(places.along.size, dtype=bool)


def ring_knots(centres: FloatArray, across: FloatArray) -> NDArray[np.float64]:
    """Return how far along its surface each ring lies, (K,), roughly in metres, the first at 0."""
    steps = np.linalg.norm(np.diff(centres, axis=0), axis=1) + 0.5 * np.abs(np.diff(across))
    return np.concatenate([[0.0], np.cumsum(np.maximum(steps, 1e-4))])


@dataclass(frozen=True, slots=True)
class Mesh:
    """Points of a surface, m along and n around: centre + sideways · right + ahead · front."""

    surface: Surface
    along: FloatArray  # (m,)
    around: FloatArray  # (n,)
    centres: FloatArray  # (m, 3)
    sideways: FloatArray  # (m, n)
    ahead: FloatArray  # (m, n)

    def places(self, numbers: NDArray[np.int64]) -> Places:
        """Return chosen points, by their numbers along and then around, as a paint wants them."""
        rows, columns = np.divmod(numbers, self.around.size)
        return Places(self.along[rows], self.around[columns], self.positions(rows, columns))

    def positions(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> FloatArray:
        """Return chosen points in the body's coordinates, (k, 3)."""
        sideways, ahead = self.sideways[rows, columns], self.ahead[rows, columns]
        return np.asarray(
            self.centres[rows] + sideways[:, None] * self.surface.right + ahead[:, None] * self.surface.front,
            dtype=np.float32,
        )

    def normals(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> FloatArray:
        """Return directions straight out of (or into) the surface at chosen points, (k, 3), not normalised."""
        last_row, last_column = self.along.size - 1, self.around.size - 1
        down = self.positions(np.minimum(rows + 1, last_row), columns)
        down = down - self.positions(np.maximum(rows - 1, 0), columns)
        turn = self.positions(rows, np.minimum(columns + 1, last_column))
        turn = turn - self.positions(rows, np.maximum(columns - 1, 0))
        return np.column_stack([
            turn[:, 1] * down[:, 2] - turn[:, 2] * down[:, 1],
            turn[:, 2] * down[:, 0] - turn[:, 0] * down[:, 2],
            turn[:, 0] * down[:, 1] - turn[:, 1] * down[:, 0],
        ])  # fmt: skip

    def seen_along(self, axis: FloatArray) -> FloatArray:
        """Return every point's place along a direction (3,) of the body's coordinates, (m, n)."""
        surface = self.surface
        seen = self.sideways * np.float32(surface.right @ axis)
        seen += self.ahead * np.float32(surface.front @ axis)
        seen += (self.centres @ axis)[:, None]
        return seen


@lru_cache(maxsize=2048)
def _ring(count: int, exponent: float) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return angle, cosine and sine of a superellipse's points, evenly spaced along it, the first repeated last."""
    fine = np.linspace(0, 2 * np.pi, 4001)
    power = 2.0 / exponent
    x = np.sign(np.cos(fine)) * np.abs(np.cos(fine)) ** power
    y = np.sign(np.sin(fine)) * np.abs(np.sin(fine)) ** power
    length = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    even = np.linspace(0, length[-1], count + 1)
    angle, cosine, sine = (np.interp(even, length, values).astype(np.float32) for values in (fine, x, y))
    return angle, cosine, sine


def _seen_part(
    facing: FloatArray, around: FloatArray, cosine: FloatArray, sine: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the part of the ring that faces the camera and a little more, as one run."""
    start = int(np.argmin(facing[:-1]))  # straight away from the camera: the run does not cross it
    order = np.roll(np.arange(around.size - 1), -start)
    order = order[facing[order] > -0.55]
    return around[order], cosine[order], sine[order]


def limb(
    joints: FloatArray, stations: list[tuple[float, float]], paint: Paint, *, side: FloatArray, flat: float = 1.0
) -> Surface:
    """Return a limb along a chain of joints, its ends rounded.

    Args:
        joints: (J, 3) the chain, such as hip, knee, ankle.
        stations: (share of the chain's length, half width) from its beginning to its end.
        paint: of its surface.
        side: (3,) the body's right.
        flat: depth as a share of the width.
    """
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(joints, axis=0), axis=1))])
    shares = np.array([share for share, _ in stations]) * lengths[-1]
    bend = lengths[1:-1]
    places = np.unique(np.concatenate([shares, bend * 0.97, bend * 1.03]))
    places = places[(places >= shares[0]) & (places <= shares[-1])]
    centres = np.column_stack([np.interp(places, lengths, joints[:, axis]) for axis in range(3)])
    widths = np.interp(places, shares, [width for _, width in stations])
    chain = joints[-1] - joints[0]
    chain = chain / np.linalg.norm(chain)
    right = side - chain * float(side @ chain)
    right = right / np.linalg.norm(right)
    return Surface(
        centres=centres.astype(np.float32), across=widths.astype(np.float32), deep=(widths * flat).astype(np.float32),
        paint=paint, right=right.astype(np.float32), front=np.cross(chain, right).astype(np.float32) * -1,
        cap=0.6, whole=False,
    )  # fmt: skip


def box(
    centre: FloatArray,
    half: tuple[float, float, float],
    paint: Paint,
    *,
    front: FloatArray = FRONT,
    taper: float = 0.85,
) -> Surface:
    """Return a rounded box: a bag, a case, a bench's seat. Its width lies along the body's right.

    Args:
        centre: (3,) its middle.
        half: half width, half depth, half height.
        paint: of its surface.
        front: (3,) the direction of its depth.
        taper: the width of its top and bottom edge as a share of the full width.
    """
    up = np.cross(RIGHT, front)
    heights = np.array([-1.0, -0.9, 0.0, 0.9, 1.0]) * half[2]
    edge = np.array([taper, 1.0, 1.0, 1.0, taper])
    return Surface(
        centres=(centre + heights[:, None] * up).astype(np.float32),
        across=(half[0] * edge).astype(np.float32), deep=(half[1] * edge).astype(np.float32),
        paint=paint, right=RIGHT, front=front, roundness=6.0, cap=0.05,
    )  # fmt: skip
