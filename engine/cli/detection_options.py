"""What `bolo import` is told of who counts as found: how sure, how high, where not; for all cameras or for one."""

import re
from typing import Annotated

import typer

from engine.detection.ignore_zone import IgnoreZone
from engine.detection.settings import CameraWish
from engine.errors import ConfigError

MinHeight = Annotated[
    list[str],
    typer.Option("--min-height", metavar="[CAMERA:]PIXELS", help="Leave lower people out, of all cameras or of one."),
]
MinScore = Annotated[
    list[str],
    typer.Option("--min-score", metavar="[CAMERA:]SCORE", help="From which score of the detector on people count."),
]
Ignore = Annotated[
    list[str],
    typer.Option(
        "--ignore",
        metavar='"[CAMERA:]X,Y X,Y X,Y…"',
        help="Leave out who stands in this polygon; x and y as shares of the frame, 0 to 1.",
    ),
]


def camera_wishes(
    min_heights: list[str] | None, min_scores: list[str] | None, ignored: list[str] | None
) -> tuple[CameraWish, ...]:
    """Return what the options say, each of one camera or of all.

    Raises:
        ConfigError: if one of them is no number, no polygon, or cannot be.
    """
    heights = [_of_camera(text) for text in min_heights or ()]
    scores = [_of_camera(text) for text in min_scores or ()]
    zones = [_of_camera(text) for text in ignored or ()]
    return (
        *(CameraWish(camera=camera, min_height_px=_whole("min-height", text)) for camera, text in heights),
        *(CameraWish(camera=camera, min_score=_number("min-score", text)) for camera, text in scores),
        *(CameraWish(camera=camera, zone=IgnoreZone.from_text(text)) for camera, text in zones),
    )


def _of_camera(text: str) -> tuple[str | None, str]:
    """Return the camera and what is said of it; a camera's name may hold colons, what is said of it does not."""
    camera, colon, value = text.rpartition(":")
    return (camera if colon else None), value


def _whole(name: str, text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text.strip()):
        raise ConfigError(name, text, "must be a number of pixels, such as 60 or gate:60")
    return int(text)


def _number(name: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ConfigError(name, text, "must be a number, such as 0.5 or gate:0.5") from None
