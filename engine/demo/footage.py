"""The demo footage: four cameras, the cast walking past them, a folder of frames each, and the truth."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np

from engine.demo.cast import demo_cast
from engine.demo.scene import Scene
from engine.demo.sites import SITES, Site
from engine.demo.truth import FILE_NAME, TrueFrame, TrueTrack, Truth, read_truth, write_truth
from engine.demo.walk import Walk, Walker, plan_walk
from engine.imaging.jpeg import encode_jpeg
from engine.progress import Progress

FRAMES_PER_SITE = 40
SECONDS_BETWEEN_FRAMES = 0.4
WALKS_PER_SITE = 14
PLAN_SEED = 405
JPEG_QUALITY = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shot:
    """One frame to draw."""

    site: Site
    scene: Scene
    number: int


def render_demo_footage(folder: Path, progress: Progress, *, frames_per_site: int = FRAMES_PER_SITE) -> Truth:
    """Draw the footage below a folder, one folder a camera, and write its truth beside them.

    Footage that stands there whole is kept: the truth is written last.

    Args:
        folder: made where it is missing.
        progress: told of each frame.
        frames_per_site: fewer draw the beginning only.
    """
    kept = _kept(folder, frames_per_site)
    if kept is not None:
        return kept
    plan = demo_walks()
    frames = []
    for shot in progress.track(_shots(plan, frames_per_site), "Drawing the demo", total=frames_per_site * len(SITES)):
        frames.append(_write_frame(shot, folder))
    tracks = tuple(
        TrueTrack(track=walker.track, person=walker.number, camera=site.name, attributes=walker.person.attributes)
        for site in SITES
        for walker in [walk.walker for walk in plan[site.name]]
    )
    truth = Truth(frames=tuple(frames), tracks=tracks)
    write_truth(truth, folder / FILE_NAME)
    return truth


def demo_walks() -> dict[str, tuple[Walk, ...]]:
    """Return who walks past each camera, and when: everyone of the cast at least once, some past two cameras."""
    rng = np.random.default_rng(PLAN_SEED)
    cast = demo_cast()
    numbers = [int(number) for number in rng.permutation(len(cast))]
    numbers += numbers[: WALKS_PER_SITE * len(SITES) - len(numbers)]  # the first camera's people come by again
    length = FRAMES_PER_SITE * SECONDS_BETWEEN_FRAMES
    plan = {}
    for index, site in enumerate(SITES):
        mine = numbers[index * WALKS_PER_SITE : (index + 1) * WALKS_PER_SITE]
        middles = np.linspace(-0.5, length + 0.5, len(mine)) + rng.normal(0, 0.4, len(mine))
        plan[site.name] = tuple(
            plan_walk(
                site,
                Walker(track=index * WALKS_PER_SITE + place + 1, number=number, person=cast[number]),
                rng,
                middle_s=float(middles[place]),
                lane=place % 3 / 3,
            )
            for place, number in enumerate(mine)
        )
    return plan


def source_folders(folder: Path) -> tuple[Path, ...]:
    """Return the cameras' folders of footage that was drawn below a folder."""
    return tuple(folder / site.name for site in SITES)


def _kept(folder: Path, frames_per_site: int) -> Truth | None:
    if not (folder / FILE_NAME).is_file():
        return None
    truth = read_truth(folder / FILE_NAME)
    is_whole = len(truth.frames) == frames_per_site * len(SITES)
    return truth if is_whole and all((folder / frame.file).is_file() for frame in truth.frames) else None


def _shots(plan: dict[str, tuple[Walk, ...]], frames_per_site: int) -> Iterator[_Shot]:
    for site in SITES:
        scene = Scene(site, plan[site.name])
        for number in range(frames_per_site):
            yield _Shot(site=site, scene=scene, number=number)


def _write_frame(shot: _Shot, folder: Path) -> TrueFrame:
    seconds = round(shot.number * SECONDS_BETWEEN_FRAMES, 3)
    time = shot.site.start + timedelta(seconds=seconds)
    drawn = shot.scene.draw(seconds, f"{shot.site.name.upper()}  {time:%Y-%m-%d %H:%M:%S}")
    file = f"{shot.site.name}/{frame_name(shot.site.name, time)}"
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encode_jpeg(drawn.pixels, JPEG_QUALITY))
    return TrueFrame(file=file, camera=shot.site.name, time=time.isoformat(), people=drawn.people)


def frame_name(camera: str, time: datetime) -> str:
    """Return a frame's name, with camera and time: `gate-a_20260514_140309_200.jpg`."""
    return f"{camera}_{time:%Y%m%d_%H%M%S}_{time.microsecond // 1000:03d}.jpg"
