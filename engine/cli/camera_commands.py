"""`bolo case cameras` and `bolo case camera`: the cameras of a case, and their clocks."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.case_arguments import AsJson, Case
from engine.cli.output import write_json, write_text
from engine.cli.times import parse_duration

if TYPE_CHECKING:
    from engine.gallery.camera_clock import CameraClock
    from engine.gallery.records import CameraChange, CameraRecord

Name = Annotated[str, typer.Argument(metavar="NAME", help="The camera, as “bolo case cameras” has it.")]
Zone = Annotated[str | None, typer.Option(metavar="TZ", help="Where its clock stands, as Europe/Berlin.")]
ClockOffset = Annotated[
    float | None,
    typer.Option(parser=parse_duration, metavar="DURATION", help="How far its clock runs ahead: 4m10s; behind: -250s."),
]
Rename = Annotated[
    str | None, typer.Option(metavar="NAME", help="What to call it; another camera's name joins the two.")
]


def register(group: typer.Typer) -> None:
    """Add the commands to `bolo case`."""
    group.command("cameras")(cameras)
    group.command("camera")(camera)


def cameras(case: Case, as_json: AsJson = False) -> None:
    """List the cameras, how their clocks stand, and from when to when they have footage."""
    from engine.gallery.gallery import Gallery

    with Gallery.open(case, read_only=True) as gallery:
        records = gallery.camera_records()
    if as_json:
        write_json({"cameras": [_plain(record) for record in records]})
        return
    for record in records:
        write_text(_line(record))


def camera(
    case: Case,
    name: Name,
    zone: Zone = None,
    clock_offset: ClockOffset = None,
    rename: Rename = None,
    as_json: AsJson = False,
) -> None:
    """Correct a camera's clock or name; the times of all its frames follow, and the log says so.

    What the recorder wrote is kept, so that a clock can be corrected again.
    A zone that the recorder wrote itself stays.
    """
    if zone is None and clock_offset is None and rename is None:
        raise typer.BadParameter("say what to change: --zone, --clock-offset or --rename.")
    change = change_camera(case, name, zone=zone, ahead_s=clock_offset, rename=rename)
    if as_json:
        write_json(
            {"camera": change.name, **_clock(change.clock), "frames": change.frames, "kept": change.kept}
            | {"repeated": change.repeated}
        )
        return
    write_text(_sentence(change))


def change_camera(
    case: Path, name: str, *, zone: str | None, ahead_s: float | None, rename: str | None
) -> "CameraChange":
    """Change of a camera what is said; None leaves it."""
    from engine.gallery.gallery import Gallery

    with Gallery.open(case) as gallery:
        clock = gallery.camera_clock(name).changed(zone, ahead_s)
        return gallery.change_camera(name, name=rename, clock=clock)


def _clock(clock: "CameraClock") -> dict[str, Any]:
    return {"zone": clock.zone, "clock_offset_s": clock.ahead_s}


def _plain(record: "CameraRecord") -> dict[str, Any]:
    return {
        "camera": record.name,
        **_clock(record.clock),
        "sources": record.sources,
        "frames": record.frames,
        "frames_without_time": record.frames - record.timed,
        "first_time": None if record.first is None else record.first.isoformat(),
        "last_time": None if record.last is None else record.last.isoformat(),
    }


def _line(record: "CameraRecord") -> str:
    span = "no times"
    if record.first is not None and record.last is not None:
        span = f"{record.first:%Y-%m-%d %H:%M:%S} to {record.last:%Y-%m-%d %H:%M:%S} UTC"
    return f"{record.name}: {record.frames} frames, {span}; {_said(record.clock)}."


def _said(clock: "CameraClock") -> str:
    from engine.gallery.camera_clock import say_duration

    zone = f"zone {clock.zone}" if clock.zone else "no zone said"
    if not clock.ahead_s:
        return f"{zone}, clock right"
    return f"{zone}, clock {say_duration(abs(clock.ahead_s))} {'ahead' if clock.ahead_s > 0 else 'behind'}"


def _sentence(change: "CameraChange") -> str:
    text = f"Camera {change.name}: {_said(change.clock)}; the times of {change.frames} frames were corrected."
    if change.kept:
        text += f" Of {change.kept} frames nothing is kept of what the recorder wrote; their times stay as they were."
    if change.repeated:
        text += f" {change.repeated} frames lie in an hour that came twice; they are taken as its first run."
    return text
