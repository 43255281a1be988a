"""People walking through one camera's view, drawn frame by frame, with the truth of each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.demo.background import draw_background
from engine.demo.compose import cast_shadow, lay_over, smeared
from engine.demo.figure import figure_surfaces, gait_of
from engine.demo.furniture import furniture_surfaces
from engine.demo.hidden import COVERED, Window, hidden_attributes
from engine.demo.lens import photograph, stamp
from engine.demo.light import FloatArray
from engine.demo.sites import Site
from engine.demo.splat import Sprite, Stand, draw_surfaces
from engine.demo.truth import PersonInFrame
from engine.demo.walk import Walk, is_in_reach
from engine.imaging.box import Box

EXPOSURE_S = 1 / 50
LEAST_VISIBLE = 0.05  # of a person, to be in the truth
CROP_MARGIN = 0.05  # of the box's sides: what an import cuts out around it


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnFrame:
    """A frame and who is in it."""

    pixels: NDArray[np.uint8]  # (H, W, 3) RGB
    people: tuple[PersonInFrame, ...]


@dataclass(frozen=True, slots=True)
class _Layer:
    """Something drawn, and whose track it is; None is furniture."""

    sprite: Sprite
    track: int | None


class Scene:
    """One camera's view with the people who walk through it."""

    def __init__(self, site: Site, walks: Sequence[Walk]) -> None:
        """Draw what does not move: the place, its furniture and the furniture's shadows."""
        self._site = site
        self._walks = tuple(walks)
        self._empty = draw_background(site.place, site.camera, site.light, site.seed)
        self._furniture: list[_Layer] = []
        for kind, x, y in site.place.furniture:
            surfaces, stand = furniture_surfaces(kind), Stand(x=x, y=y, facing=0.0)
            cast_shadow(self._empty, surfaces, stand, site.camera, site.light)
            self._furniture.append(_Layer(draw_surfaces(surfaces, stand, site.camera, site.light), None))

    def draw(self, time_s: float, text: str = "") -> DrawnFrame:
        """Return the frame at a time; the same time gives the same bytes.

        Args:
            time_s: seconds since the scene's start.
            text: the recorder's line; "" for none.
        """
        frame = self._empty.copy()
        layers = [*self._furniture, *self._people(frame, time_s)]
        layers.sort(key=lambda layer: -layer.sprite.depth_m)
        for layer in layers:
            lay_over(frame, layer.sprite)
        rng = np.random.default_rng([self._site.seed, round(time_s * 1000)])
        pixels = photograph(frame, self._site.lens, rng)
        if text:
            stamp(pixels, text)
        return DrawnFrame(pixels=pixels, people=_truth(layers, self._site.camera.size_px))

    def _people(self, frame: FloatArray, time_s: float) -> list[_Layer]:
        """Draw everyone in reach, each alone, and lay their shadows on the ground."""
        site, layers = self._site, []
        for walk in self._walks:
            if not is_in_reach(walk, site, time_s):
                continue
            stand, person = walk.stand(time_s), walk.walker.person
            surfaces = figure_surfaces(person, gait_of(person, walk.gait_phase(time_s), walk.speed / 1.25))
            cast_shadow(frame, surfaces, stand, site.camera, site.light)
            sprite = draw_surfaces(surfaces, stand, site.camera, site.light)
            metre = site.camera.focal_px / stand.y
            moved = walk.dx * np.cos(site.camera.yaw) - walk.dy * np.sin(site.camera.yaw)
            layers.append(_Layer(smeared(sprite, moved * EXPOSURE_S * metre, 0.0), walk.walker.track))
        return layers


def _truth(layers: Sequence[_Layer], size_px: tuple[int, int]) -> tuple[PersonInFrame, ...]:
    """Return who is to be seen, from layers sorted the far ones first."""
    whole_frame = Window(0, 0, *size_px)
    hidden = np.zeros((size_px[1], size_px[0]), dtype=bool)
    people: list[PersonInFrame] = []
    nearer: list[Sprite] = []
    for layer in reversed(layers):
        mask = whole_frame.placed(layer.sprite.person, layer.sprite)
        if layer.track is not None and mask.any():
            rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
            visible = float((mask & ~hidden).sum()) / max(float((layer.sprite.person > COVERED).sum()), 1.0)
            if visible >= LEAST_VISIBLE:
                box = Box(
                    float(columns[0]), float(rows[0]), float(columns[-1] + 1 - columns[0]),
                    float(rows[-1] + 1 - rows[0]),
                )  # fmt: skip
                people.append(
                    PersonInFrame(
                        track=layer.track, box=box, visible=round(visible, 3),
                        hidden=hidden_attributes(layer.sprite, nearer, _around(box, size_px)),
                    )
                )  # fmt: skip
        hidden |= mask
        nearer.append(layer.sprite)
    return tuple(sorted(people, key=lambda seen: seen.track))


def _around(box: Box, size_px: tuple[int, int]) -> Window:
    """Return what a crop of the box shows."""
    crop = box.grown(CROP_MARGIN).clipped(*size_px) or box
    return Window(round(crop.x), round(crop.y), round(crop.x + crop.w), round(crop.y + crop.h))
