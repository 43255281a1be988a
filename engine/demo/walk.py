"""A person's way through a camera's view."""

from dataclasses import dataclass

import numpy as np

from engine.demo.appearance import Appearance
from engine.demo.figure import facing_along
from engine.demo.pose import HEIGHT_M, STRIDE_M
from engine.demo.sites import Site
from engine.demo.splat import Stand

ACROSS, TOWARDS, AWAY = 0.44, 0.3, 0.26  # shares of people that walk so


@dataclass(frozen=True, slots=True, kw_only=True)
class Walker:
    """Who walks."""

    track: int
    number: int  # of the person in the cast
    person: Appearance


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """A straight way at an even pace."""

    walker: Walker
    start_s: float  # when the person stands at (x, y)
    x: float
    y: float
    dx: float  # metres a second
    dy: float
    phase: float

    @property
    def speed(self) -> float:
        """The pace, in metres a second."""
        return float(np.hypot(self.dx, self.dy))

    def stand(self, time_s: float) -> Stand:
        """Return where the person is."""
        passed = time_s - self.start_s
        return Stand(
            x=self.x + self.dx * passed, y=self.y + self.dy * passed, facing=facing_along(self.dx, self.dy),
            scale=self.walker.person.look.height_m / HEIGHT_M,
        )  # fmt: skip

    def gait_phase(self, time_s: float) -> float:
        """Return the moment of the step."""
        stride = STRIDE_M * self.walker.person.look.height_m / HEIGHT_M
        return (self.phase + self.speed * (time_s - self.start_s) / stride) % 1.0


def plan_walk(site: Site, walker: Walker, rng: np.random.Generator, *, middle_s: float, lane: float) -> Walk:
    """Return a way that is in the middle of the view at a time.

    Args:
        site: the camera's site.
        walker: who walks.
        rng: of pace and direction.
        middle_s: the time at which the person passes the middle of the way.
        lane: where the third of the depth begins that the way lies in, 0 to 1; neighbours in time take others.
    """
    old = walker.person.has("personalLarger60")
    speed = float(np.clip(rng.normal(0.9 if old else 1.15, 0.1), 0.65, 1.45))
    y = site.near_m + (lane + float(rng.random()) / 3) * (site.far_m - site.near_m)
    kind = rng.choice(3, p=[ACROSS, TOWARDS, AWAY])
    if kind == 0:
        heading = rng.choice([-1, 1]) * np.pi / 2 + rng.normal(0, 0.28)
        sideways = float(rng.normal(0, 0.6))
    else:
        heading = (np.pi if kind == 1 else 0.0) + rng.normal(0, 0.3)
        sideways = float(rng.uniform(-0.3, 0.3)) * y
        y = (site.near_m + site.far_m) / 2
    return Walk(
        walker=walker, start_s=middle_s, x=float(np.tan(site.camera.yaw) * y + sideways),
        y=y, dx=speed * float(np.sin(heading)), dy=speed * float(np.cos(heading)), phase=float(rng.random()),
    )  # fmt: skip


def is_in_reach(walk: Walk, site: Site, time_s: float) -> bool:
    """Return whether the person is where the camera looks: not too near, not too far, not far aside."""
    stand = walk.stand(time_s)
    reach = 0.56 * site.camera.size_px[0] / site.camera.focal_px * stand.y + 0.8
    return site.near_m - 1.4 < stand.y < site.far_m + 2.0 and abs(stand.x - np.tan(site.camera.yaw) * stand.y) < reach
