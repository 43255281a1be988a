"""Whom the detector found in a few frames, and who of them is taken by the settings tried; knows no widgets."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from engine.detection.ignore_zone import IgnoreZone
from engine.detection.settings import DetectionSettings, LeftOut
from engine.imaging.box import Box


@dataclass(frozen=True, slots=True)
class SeenPerson:
    """One person found."""

    box: Box  # in frame pixels
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFrame:
    """One frame with the people found in it."""

    camera: str
    name: str
    number: int
    size_px: tuple[int, int]  # width, height
    jpeg: str  # base 64
    people: tuple[SeenPerson, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPeople:
    """What the child said."""

    detector: str
    lowest_score: float
    usual_score: float
    highest_score: float
    frames: tuple[SeenFrame, ...]
    sources_not_shown: int
    problems: tuple[str, ...]

    @classmethod
    def from_summary(cls, summary: Mapping[str, Any]) -> "SeenPeople":
        """Return what the summary of `bolo job preview-people` says."""
        return cls(
            detector=summary["detector"],
            lowest_score=summary["lowest_score"],
            usual_score=summary["usual_score"],
            highest_score=summary["highest_score"],
            frames=tuple(map(_frame, summary["frames"])),
            sources_not_shown=summary["sources_not_shown"],
            problems=tuple(summary["problems"]),
        )

    @property
    def cameras(self) -> tuple[str, ...]:
        """Return the cameras in the order their frames come."""
        return tuple(dict.fromkeys(frame.camera for frame in self.frames))


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraSettings:
    """Who is taken, camera by camera; a camera that is not named takes everybody."""

    by_camera: Mapping[str, DetectionSettings] = field(default_factory=dict)

    def of(self, camera: str) -> DetectionSettings:
        """Return the settings of a camera."""
        return self.by_camera.get(camera, DetectionSettings())

    def with_camera(self, camera: str, settings: DetectionSettings) -> "CameraSettings":
        """Return the settings with others for one camera."""
        return CameraSettings(by_camera={**self.by_camera, camera: settings})

    def with_zone(self, camera: str, zone: IgnoreZone) -> "CameraSettings":
        """Return the settings with one zone more."""
        known = self.of(camera)
        return self.with_camera(camera, replace(known, zones=(*known.zones, zone)))

    def without_zone(self, camera: str, place: int) -> "CameraSettings":
        """Return the settings without the zone at a place."""
        known = self.of(camera)
        zones = tuple(zone for other, zone in enumerate(known.zones) if other != place)
        return self.with_camera(camera, replace(known, zones=zones))

    def with_everywhere(self, camera: str, cameras: tuple[str, ...]) -> "CameraSettings":
        """Return the settings with height and score of one camera for all of these; zones stay as they are."""
        model = self.of(camera)
        changed = {
            name: replace(self.of(name), min_score=model.min_score, min_height_px=model.min_height_px)
            for name in cameras
        }
        return CameraSettings(by_camera={**self.by_camera, **changed})

    def arguments(self) -> list[str]:
        """Return the options of `bolo import`."""
        options: list[str] = []
        for camera, settings in self.by_camera.items():
            if settings.min_height_px:
                options += ["--min-height", f"{camera}:{settings.min_height_px}"]
            if settings.min_score is not None:
                options += ["--min-score", f"{camera}:{settings.min_score:g}"]
            for zone in settings.zones:
                options += ["--ignore", f"{camera}:{zone.to_text()}"]
        return options


def judged(
    frame: SeenFrame, settings: DetectionSettings, usual_score: float
) -> list[tuple[SeenPerson, LeftOut | None]]:
    """Return the people of a frame, each with why they are left out, or None for those who are taken."""
    return [
        (person, settings.reason_against(person.box, person.score, frame.size_px, usual_score=usual_score))
        for person in frame.people
    ]


def count_judged(seen: SeenPeople, settings: CameraSettings) -> "Counter[LeftOut | None]":
    """Return how many are taken, under None, and how many are left out for each reason."""
    return Counter(
        reason for frame in seen.frames for _, reason in judged(frame, settings.of(frame.camera), seen.usual_score)
    )


def _frame(facts: Mapping[str, Any]) -> SeenFrame:
    return SeenFrame(
        camera=facts["camera"],
        name=facts["name"],
        number=facts["number"],
        size_px=(facts["width_px"], facts["height_px"]),
        jpeg=facts["jpeg"],
        people=tuple(SeenPerson(Box(*person["box"]), person["score"]) for person in facts["people"]),
    )
