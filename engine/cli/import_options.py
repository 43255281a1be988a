"""What `bolo import` and the window's import job are asked."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from engine.cli.times import parse_time

if TYPE_CHECKING:
    from engine.jobs.import_spec import ImportSpec

# Said again here, for the detectors themselves bring OpenCV.
DetectorName = Literal["auto", "hog", "yolox", "torchvision", "none"]

Sources = Annotated[list[Path], typer.Argument(help="Folders of frames or crops, videos, single pictures.")]
Camera = Annotated[str | None, typer.Option(help="The camera's name; else that of the folder or video.")]
Start = Annotated[
    datetime | None, typer.Option(parser=parse_time, metavar="ISO-TIME", help="Of a video's first frame.")
]
Zone = Annotated[
    str | None, typer.Option(metavar="TZ", help="The cameras' zone, as Europe/Berlin; else this computer's.")
]
Detector = Annotated[DetectorName, typer.Option(help="Who finds people; none: the files are crops of people.")]
DetectorWeights = Annotated[Path | None, typer.Option(metavar="FILE", help="YOLOX's ONNX file.")]
Every = Annotated[int, typer.Option(min=1, metavar="N", help="Take every N-th frame.")]
FetchDetector = Annotated[
    bool, typer.Option("--fetch-detector", help="Download YOLOX's weights where they are missing.")
]
Model = Annotated[str | None, typer.Option(help="The model that embeds the people; else the case's.")]


def spec_of(
    case: Path,
    sources: list[Path],
    *,
    camera: str | None,
    start: datetime | None,
    zone: str | None,
    detector: DetectorName,
    weights: Path | None,
    every: int,
    may_fetch: bool = False,
) -> "ImportSpec":
    """Return what the options ask for."""
    from engine.detection.choose import DetectorKind
    from engine.jobs.import_spec import ImportSpec

    return ImportSpec(
        case=case,
        paths=tuple(sources),
        camera=camera,
        start=start,
        zone=zone,
        detector=DetectorKind(detector),
        detector_weights=weights,
        every=every,
        may_fetch_weights=may_fetch,
    )
