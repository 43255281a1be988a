"""What `bolo import` and the window's import job are asked."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from engine.cli.times import parse_duration, parse_time

if TYPE_CHECKING:
    from engine.detection.settings import CameraWish
    from engine.jobs.import_spec import ImportSpec
    from engine.jobs.sampling import Sampling

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
ClockOffset = Annotated[
    float | None,
    typer.Option(
        parser=parse_duration,
        metavar="DURATION",
        help="How far the clocks run ahead: 4m10s; behind: -250s.",
    ),
]
NamePattern = Annotated[
    str | None,
    typer.Option(
        metavar="PATTERN",
        help="What file names say, as {camera}_{date}_{time}_{n}, or a preset: usual, hikvision, recorder-export, "
        "dahua, dahua-snapshots, blue-iris, vivotek, motion, motioneye, phone.",
    ),
]
TimeList = Annotated[
    Path | None,
    typer.Option("--times", metavar="CSV", help="A list with the columns file, time, camera."),
]
Preview = Annotated[bool, typer.Option("--preview", help="Show what the first file names say, and import nothing.")]
Detector = Annotated[DetectorName, typer.Option(help="Who finds people; none: the files are crops of people.")]
DetectorWeights = Annotated[
    Path | None, typer.Option(metavar="FILE", help="YOLOX's ONNX file, or torchvision's .pth or .safetensors.")
]
Fps = Annotated[
    float | None, typer.Option(min=0.001, max=1000, metavar="F", help="Look at F frames of each second at most.")
]
OnChange = Annotated[
    bool, typer.Option("--on-change", help="Look at frames alone that differ from the last looked at.")
]
Watch = Annotated[bool, typer.Option("--watch", help="Go on with what arrives in the folders, until Ctrl+C.")]
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
    sampling: "Sampling",
    clock_offset: float | None = None,
    name_pattern: str | None = None,
    time_list: Path | None = None,
    may_fetch: bool = False,
    detection: "tuple[CameraWish, ...]" = (),
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
        sampling=sampling,
        ahead_s=clock_offset,
        name_pattern=name_pattern,
        time_list=time_list,
        may_fetch_weights=may_fetch,
        detection=detection,
    )


def sampling_of(every: int, fps: float | None, *, on_change: bool) -> "Sampling":
    """Return which frames the options ask for."""
    from engine.jobs.sampling import Sampling

    return Sampling(every=every, fps=fps, on_change=on_change)
