"""Which of the people that a detector finds are taken: how sure, how high, and where they may not stand."""

import json
import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum

from engine.detection.ignore_zone import IgnoreZone
from engine.errors import ConfigError
from engine.imaging.box import Box

HIGHEST_MIN_PX = 10_000


class LeftOut(Enum):
    """Why a person that was found is not taken."""

    UNSURE = "unsure"
    TOO_LOW = "too low"
    IGNORED = "in an ignored zone"


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectionSettings:
    """What holds for the frames of one source; kept with it, so that an import goes on as it was begun."""

    min_score: float | None = None  # None: the detector's usual one
    min_height_px: int = 0  # of a person's box
    zones: tuple[IgnoreZone, ...] = ()

    def __post_init__(self) -> None:
        if self.min_score is not None and not (math.isfinite(self.min_score) and self.min_score >= 0):
            raise ConfigError("min-score", self.min_score, "must be 0 or more")
        if not 0 <= self.min_height_px <= HIGHEST_MIN_PX:
            raise ConfigError("min-height", self.min_height_px, f"must be 0 to {HIGHEST_MIN_PX} pixels")

    def reason_against(
        self, box: Box, score: float, frame_px: tuple[int, int], *, usual_score: float
    ) -> LeftOut | None:
        """Return why a person is left out, or None where they are taken.

        Args:
            box: in frame pixels, inside the frame.
            score: the detector's.
            frame_px: the frame's width and height.
            usual_score: what counts where nothing is said of the score.
        """
        if score < (usual_score if self.min_score is None else self.min_score):
            return LeftOut.UNSURE
        if box.h < self.min_height_px:
            return LeftOut.TOO_LOW
        x, y = (box.x + box.w / 2) / frame_px[0], (box.y + box.h) / frame_px[1]  # where the person stands
        return LeftOut.IGNORED if any(zone.holds(x, y) for zone in self.zones) else None

    def to_json(self) -> str:
        """Return the settings as text; equal ones give the same."""
        zones = [zone.to_text() for zone in self.zones]
        return json.dumps({"min_score": self.min_score, "min_height_px": self.min_height_px, "zones": zones})

    @classmethod
    def from_json(cls, text: str) -> "DetectionSettings":
        """Return what `to_json` wrote."""
        facts = json.loads(text)
        return cls(
            min_score=facts["min_score"],
            min_height_px=facts["min_height_px"],
            zones=tuple(map(IgnoreZone.from_text, facts["zones"])),
        )

    def in_words(self) -> str:
        """Return the settings as a clause for the user."""
        parts = [f"height from {self.min_height_px} px"] if self.min_height_px else []
        parts += [] if self.min_score is None else [f"score from {self.min_score:g}"]
        parts += [f"ignored zones: {len(self.zones)}"] if self.zones else []
        return ", ".join(parts) or "everybody whom the detector finds"


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraWish:
    """What the user says of one camera's people, or of every camera's; None is nothing said."""

    camera: str | None = None  # None: every camera
    min_score: float | None = None
    min_height_px: int | None = None
    zone: IgnoreZone | None = None

    def __post_init__(self) -> None:
        DetectionSettings(min_score=self.min_score, min_height_px=self.min_height_px or 0)  # refuses what cannot be


def settings_for(camera_names: Collection[str], wishes: Iterable[CameraWish]) -> DetectionSettings | None:
    """Return the settings of a camera, or None where nothing is said of it.

    What is said of the camera itself goes before what is said of all; zones add up.

    Args:
        camera_names: what the camera is called, now and in the footage.
        wishes: in any order; of two that contradict each other the later counts.
    """
    meant = [wish for wish in wishes if wish.camera is None or wish.camera in camera_names]
    if not meant:
        return None
    meant.sort(key=lambda wish: wish.camera is not None)
    scores = [wish.min_score for wish in meant if wish.min_score is not None]
    heights = [wish.min_height_px for wish in meant if wish.min_height_px is not None]
    return DetectionSettings(
        min_score=scores[-1] if scores else None,
        min_height_px=heights[-1] if heights else 0,
        zones=tuple(wish.zone for wish in meant if wish.zone is not None),
    )
