"""The demo's cameras: each with its place, its light and its faults."""

from dataclasses import dataclass
from datetime import UTC, datetime

from engine.demo.camera import Camera
from engine.demo.lens import Lens
from engine.demo.light import DAYLIGHTS, Light
from engine.demo.places import PLACES, Place

FRAME_PX = (960, 540)  # width, height


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One camera of the demo."""

    name: str
    place: Place
    camera: Camera
    light: Light
    lens: Lens
    start: datetime
    near_m: float  # people walk between these distances
    far_m: float
    seed: int


SITES = (
    Site(
        name="gate-a",
        place=PLACES["forecourt"],
        camera=Camera(height_m=4.0, pitch=0.25, yaw=-0.08, focal_px=980, size_px=FRAME_PX),
        light=DAYLIGHTS["overcast"],
        lens=Lens(tint=(0.98, 1.0, 1.03), noise=0.010),
        start=datetime(2026, 5, 14, 14, 3, 9, tzinfo=UTC),
        near_m=8.2,
        far_m=13.5,
        seed=11,
    ),
    Site(
        name="high-street",
        place=PLACES["street"],
        camera=Camera(height_m=3.6, pitch=0.215, yaw=0.1, focal_px=940, size_px=FRAME_PX, roll=-0.012),
        light=DAYLIGHTS["sun left"],
        lens=Lens(tint=(1.03, 1.0, 0.96), noise=0.009, exposure=1.3, saturation=0.82, sharpening=0.8),
        start=datetime(2026, 5, 14, 14, 7, 41, tzinfo=UTC),
        near_m=8.0,
        far_m=12.4,
        seed=12,
    ),
    Site(
        name="passage",
        place=PLACES["passage"],
        camera=Camera(height_m=3.0, pitch=0.19, yaw=-0.16, focal_px=960, size_px=FRAME_PX, roll=0.01),
        light=DAYLIGHTS["hall"],
        lens=Lens(tint=(1.04, 1.0, 0.93), noise=0.013, softness_px=0.65, saturation=0.76, exposure=1.3, sharpening=0.7),
        start=datetime(2026, 5, 14, 14, 11, 2, tzinfo=UTC),
        near_m=7.6,
        far_m=12.8,
        seed=13,
    ),
    Site(
        name="platform-2",
        place=PLACES["platform"],
        camera=Camera(height_m=3.3, pitch=0.205, yaw=0.2, focal_px=1000, size_px=FRAME_PX),
        light=DAYLIGHTS["hall"],
        lens=Lens(
            tint=(0.97, 1.01, 1.02), noise=0.015, softness_px=0.6, saturation=0.74, exposure=1.45, sharpening=0.8
        ),
        start=datetime(2026, 5, 14, 14, 16, 30, tzinfo=UTC),
        near_m=7.8,
        far_m=12.6,
        seed=14,
    ),
)
