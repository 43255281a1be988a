"""Training crops: rendered people, cut out as a detector would cut them from frames.

None has a category that the demo footage shows, so that the demo stays a test.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Schema
from engine.attributes.schema_file import shipped_schema
from engine.demo.appearance import Appearance, Attributes, sample_attributes, sample_look, vector_of
from engine.demo.background import draw_background
from engine.demo.camera import Camera
from engine.demo.cast import demo_categories
from engine.demo.compose import cast_shadow, lay_over, smeared
from engine.demo.figure import figure_surfaces, gait_of
from engine.demo.hidden import Window, hidden_attributes
from engine.demo.lens import Lens, photograph
from engine.demo.light import DAYLIGHTS, FloatArray, Light
from engine.demo.places import PLACES
from engine.demo.pose import HEIGHT_M
from engine.demo.splat import Sprite, Stand, draw_surfaces
from engine.progress import Progress

CROPS_PER_SCENE = 48
SCENE_PX = (720, 480)  # width, height
HEIGHTS_PX = (60, 256)  # of the people
OCCLUDED, PASSED, CUT_OFF = 0.12, 0.15, 0.08  # shares of crops with a person before, a person behind, a missing edge
RARE_SHARE = 0.6  # of crops, drawn until they have a rare attribute, so that a few thousand teach these too
RARE = (
    "accessoryHat", "accessoryMuffler", "accessorySunglasses", "carryingLuggageCase", "carryingMessengerBag",
    "carryingPlasticBags", "carryingSuitcase", "hairBald", "lowerBodyLongSkirt", "lowerBodyShortSkirt",
    "upperBodyLogo", "upperBodyPlaid", "upperBodySuit",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedCrops:
    """Crops with their category vectors, and what of these can be told from the crops."""

    pixels: list[NDArray[np.uint8]]  # n of (h, w, 3) RGB
    vectors: NDArray[np.uint8]  # (n, A)
    known: NDArray[np.uint8]  # (n, A) 0 where the attribute cannot be told from the crop


@dataclass(frozen=True, slots=True, kw_only=True)
class _Crop:
    """One crop, as a process hands it back."""

    pixels: NDArray[np.uint8]
    attributes: Attributes
    hidden: Attributes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """An empty place, as one camera sees it."""

    camera: Camera
    light: Light
    empty: FloatArray  # (H, W, 3) linear


def render_training_crops(
    count: int, seed: int, *, schema: Schema | None = None, progress: Progress | None = None, processes: int = 1
) -> RenderedCrops:
    """Render crops of people whose categories the demo footage does not show.

    The same count and seed give the same bytes, in however many processes.

    Args:
        count: how many.
        seed: of people, places, poses and noise.
        schema: of the vectors; PETA's where none is given.
        progress: told of each scene.
        processes: how many draw side by side; with one, this process does.

    Raises:
        Cancelled: when the user stops.
    """
    schema = schema or shipped_schema("peta")
    sizes = [min(CROPS_PER_SCENE, count - first) for first in range(0, count, CROPS_PER_SCENE)]
    seeds = [(seed, number) for number in range(len(sizes))]
    crops = [
        crop
        for scene in (progress or Progress()).track(
            _drawn(seeds, sizes, processes), "Drawing people to learn from", total=len(sizes)
        )
        for crop in scene
    ]
    return RenderedCrops(
        pixels=[crop.pixels for crop in crops],
        vectors=_stacked([crop.attributes for crop in crops], schema),
        known=1 - _stacked([crop.hidden for crop in crops], schema),
    )


def _drawn(seeds: list[tuple[int, int]], sizes: list[int], processes: int) -> Iterator[list[_Crop]]:
    """Yield the crops of each scene in order."""
    if processes == 1 or len(sizes) < 2:
        yield from map(_draw_scene, seeds, sizes)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        try:
            yield from pool.map(_draw_scene, seeds, sizes)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _draw_scene(seeds: tuple[int, int], count: int) -> list[_Crop]:
    rng = np.random.default_rng([*seeds, 7])
    scene = _scene(rng)
    return [_crop(_stranger(rng), scene, rng) for _ in range(count)]


def _stacked(each: Sequence[Attributes], schema: Schema) -> NDArray[np.uint8]:
    vectors = [vector_of(attributes, schema) for attributes in each]
    return np.array(vectors, dtype=np.uint8).reshape(len(each), schema.size)


def _stranger(rng: np.random.Generator) -> Appearance:
    """Return someone whom the demo does not show; most have one of the rare attributes."""
    wanted = RARE[int(rng.integers(len(RARE)))] if rng.random() < RARE_SHARE else None
    attributes = sample_attributes(rng)
    while attributes in demo_categories() or (wanted is not None and wanted not in attributes):
        attributes = sample_attributes(rng)
    return Appearance(attributes=attributes, look=sample_look(rng, attributes))


def _scene(rng: np.random.Generator) -> _Scene:
    place = PLACES[sorted(PLACES)[int(rng.integers(len(PLACES)))]]
    light = DAYLIGHTS[sorted(DAYLIGHTS)[int(rng.integers(len(DAYLIGHTS)))]]
    camera = Camera(
        height_m=float(rng.uniform(2.4, 5.5)), pitch=float(rng.uniform(0.14, 0.34)), yaw=float(rng.uniform(-0.3, 0.3)),
        focal_px=float(rng.uniform(650, 1150)), size_px=SCENE_PX, roll=float(rng.normal(0, 0.015)),
    )  # fmt: skip
    empty = draw_background(place, camera, light, int(rng.integers(1000)), oversampling=1)
    return _Scene(camera=camera, light=light, empty=empty)


def _crop(person: Appearance, scene: _Scene, rng: np.random.Generator) -> _Crop:
    height = float(np.exp(rng.uniform(*np.log(HEIGHTS_PX))))
    stand = _standing(person, scene.camera, height, rng)
    left, top, right, bottom = _window(scene.camera, stand, height)
    camera = scene.camera.window(left, top, right - left, bottom - top)
    frame = _filled(scene.empty, left, top, right, bottom)
    sprite, nearer = _Shot(frame=frame, camera=camera, light=scene.light, rng=rng).draw_people(person, stand)
    picture = photograph(frame, _lens(rng, height), rng)
    edges = _edges(picture.shape, person_box(sprite), rng)
    return _Crop(
        pixels=np.ascontiguousarray(picture[edges.top : edges.bottom, edges.left : edges.right]),
        attributes=person.attributes,
        hidden=hidden_attributes(sprite, nearer, edges),
    )


def _standing(person: Appearance, camera: Camera, height: float, rng: np.random.Generator) -> Stand:
    """Return a stand in view at which the person is about `height` pixels tall."""
    depth = camera.focal_px * person.look.height_m / height
    sideways = rng.uniform(-0.34, 0.34) * camera.size_px[0] / camera.focal_px
    direction = camera.yaw + np.arctan(sideways)
    away = float(np.hypot(depth, sideways * depth))
    towards = rng.choice([0.0, np.pi, 0.5 * np.pi, -0.5 * np.pi]) + rng.normal(0, 0.4)
    return Stand(
        x=away * float(np.sin(direction)), y=away * float(np.cos(direction)), facing=float(towards),
        scale=person.look.height_m / HEIGHT_M,
    )  # fmt: skip


def _window(camera: Camera, stand: Stand, height: float) -> tuple[int, int, int, int]:
    middle = np.array([stand.x, stand.y, 0.9], dtype=np.float32)
    column, row, _ = camera.project(middle)
    return (
        round(float(column) - 0.75 * height), round(float(row) - 0.75 * height),
        round(float(column) + 0.75 * height), round(float(row) + 0.75 * height),
    )  # fmt: skip


def _filled(empty: FloatArray, left: int, top: int, right: int, bottom: int) -> FloatArray:
    """Return a part of the empty scene; where it lies outside, the edge goes on."""
    rows = np.clip(np.arange(top, bottom), 0, empty.shape[0] - 1)
    columns = np.clip(np.arange(left, right), 0, empty.shape[1] - 1)
    return np.ascontiguousarray(empty[rows[:, None], columns[None, :]])


def _beside(stand: Stand, rng: np.random.Generator, *, nearer: float) -> Stand:
    away = float(np.hypot(stand.x, stand.y))
    aside = rng.choice([-1.0, 1.0]) * rng.uniform(0.38, 0.6)
    x = stand.x - stand.x / away * nearer + stand.y / away * aside
    y = stand.y - stand.y / away * nearer - stand.x / away * aside
    return Stand(x=float(x), y=float(y), facing=float(rng.uniform(0, 2 * np.pi)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shot:
    """The part of a scene that becomes one crop."""

    frame: FloatArray  # (H, W, 3) linear, drawn upon
    camera: Camera
    light: Light
    rng: np.random.Generator

    def draw_people(self, person: Appearance, stand: Stand) -> tuple[Sprite, list[Sprite]]:
        """Draw the person, now and then with another before or behind; return the person, and who is before."""
        chance = self.rng.random()
        if chance < PASSED:
            self._draw(_stranger(self.rng), _beside(stand, self.rng, nearer=-1.2))
        sprite = self._draw(person, stand)
        if chance > 1 - OCCLUDED:
            return sprite, [self._draw(_stranger(self.rng), _beside(stand, self.rng, nearer=0.9))]
        return sprite, []

    def _draw(self, person: Appearance, stand: Stand) -> Sprite:
        rng = self.rng
        vigour = 0.08 if rng.random() < 0.12 else float(rng.uniform(0.8, 1.1))
        surfaces = figure_surfaces(person, gait_of(person, float(rng.random()), vigour))
        cast_shadow(self.frame, surfaces, stand, self.camera, self.light)
        sprite = draw_surfaces(surfaces, stand, self.camera, self.light)
        height = sprite.coverage.shape[0]
        sprite = smeared(sprite, float(rng.normal(0, 0.012)) * height, float(rng.normal(0, 0.003)) * height)
        lay_over(self.frame, sprite)
        return sprite


def person_box(sprite: Sprite) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of what is the person's in a sprite, in frame pixels."""
    rows = np.flatnonzero((sprite.person > 0.4).any(axis=1))
    columns = np.flatnonzero((sprite.person > 0.4).any(axis=0))
    return (
        int(sprite.left + columns[0]), int(sprite.top + rows[0]),
        int(sprite.left + columns[-1] + 1), int(sprite.top + rows[-1] + 1),
    )  # fmt: skip


def _lens(rng: np.random.Generator, height: float) -> Lens:
    warm = float(rng.normal(0, 0.035))
    return Lens(
        softness_px=float(rng.uniform(0.3, 0.5 + height / 160)), saturation=float(rng.uniform(0.6, 0.95)),
        tint=(1 + warm, 1.0, 1 - warm), exposure=float(np.exp(rng.normal(0.1, 0.16))),
        veil=float(rng.uniform(0.004, 0.025)), noise=float(rng.uniform(0.004, 0.024)), vignette=0.0,
        sharpening=float(rng.uniform(0.1, 0.8)), jpeg_quality=int(rng.integers(62, 95)),
    )  # fmt: skip


def _edges(shape: tuple[int, ...], box: Sequence[int], rng: np.random.Generator) -> Window:
    """Return what of a picture a detector would cut out that found the person in the box."""
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    jitter = rng.normal(0, 0.03, 4) * np.array([max(width, 0.35 * height), height] * 2)
    margin = 0.05 + 0.06 * rng.random()
    edges = np.array([left - margin * width, top - margin * height, right + margin * width, bottom + margin * height])
    edges = edges + jitter
    if rng.random() < CUT_OFF:
        edges[3] -= rng.uniform(0.08, 0.3) * height
    x0, y0, x1, y1 = (int(edge) for edge in np.round(edges))
    x0, y0 = max(x0, 0), max(y0, 0)
    return Window(x0, y0, max(min(x1, shape[1]), x0 + 12), max(min(y1, shape[0]), y0 + 24))
