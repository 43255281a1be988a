"""What the footage shows, as it was drawn: who stands where in each frame, and what holds of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from engine.demo.appearance import Attributes
from engine.errors import DatasetError, MissingPathError
from engine.imaging.box import Box

FILE_NAME = "truth.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonInFrame:
    """One person in one frame."""

    track: int
    box: Box  # in frame pixels, as far as it lies in the frame
    visible: float  # share of the person that nothing hides and no edge cuts
    hidden: Attributes = frozenset()  # what holds of them and cannot be told from this box


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueTrack:
    """One person's way past one camera."""

    track: int
    person: int  # the same person has the same number under every camera
    camera: str
    attributes: Attributes


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFrame:
    """One frame: its file, below the footage's folder, and who is in it."""

    file: str
    camera: str
    time: str  # ISO 8601
    people: tuple[PersonInFrame, ...]


@dataclass(frozen=True)
class Truth:
    """The whole footage."""

    frames: tuple[TrueFrame, ...]
    tracks: tuple[TrueTrack, ...]

    @cached_property
    def by_file(self) -> dict[str, TrueFrame]:
        """The frames by their file."""
        return {frame.file: frame for frame in self.frames}

    @cached_property
    def attributes_of(self) -> dict[int, Attributes]:
        """The attributes by track."""
        return {track.track: track.attributes for track in self.tracks}


def write_truth(truth: Truth, path: Path) -> None:
    """Write the truth as JSON, one frame and one track a line."""
    frames = [json.dumps(_frame_fields(frame)) for frame in truth.frames]
    tracks = [json.dumps(_track_fields(track)) for track in truth.tracks]
    lines = '{"schema": "peta",\n"tracks": [\n' + ",\n".join(tracks) + '\n],\n"frames": [\n' + ",\n".join(frames)
    path.write_text(lines + "\n]}\n", encoding="utf-8")


def read_truth(path: Path) -> Truth:
    """Read what `write_truth` wrote.

    Raises:
        MissingPathError: if there is no such file.
        DatasetError: if it is no truth.
    """
    if not path.is_file():
        raise MissingPathError(path)
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        return Truth(
            frames=tuple(_frame(frame) for frame in fields["frames"]),
            tracks=tuple(_track(track) for track in fields["tracks"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise DatasetError(f"{path} is not the truth of the demo; delete it, and make the demo again.") from error


def _frame_fields(frame: TrueFrame) -> dict[str, Any]:
    people = [
        {
            "track": seen.track, "box": [seen.box.x, seen.box.y, seen.box.w, seen.box.h], "visible": seen.visible,
            "hidden": sorted(seen.hidden),
        }
        for seen in frame.people
    ]  # fmt: skip
    return {"file": frame.file, "camera": frame.camera, "time": frame.time, "people": people}


def _track_fields(track: TrueTrack) -> dict[str, Any]:
    return {
        "track": track.track, "person": track.person, "camera": track.camera, "attributes": sorted(track.attributes),
    }  # fmt: skip


def _frame(fields: dict[str, Any]) -> TrueFrame:
    people: Sequence[dict[str, Any]] = fields["people"]
    return TrueFrame(
        file=str(fields["file"]),
        camera=str(fields["camera"]),
        time=str(fields["time"]),
        people=tuple(
            PersonInFrame(
                track=int(seen["track"]), box=Box(*seen["box"]), visible=float(seen["visible"]),
                hidden=frozenset(str(attribute) for attribute in seen["hidden"]),
            )
            for seen in people
        ),
    )  # fmt: skip


def _track(fields: dict[str, Any]) -> TrueTrack:
    return TrueTrack(
        track=int(fields["track"]), person=int(fields["person"]), camera=str(fields["camera"]),
        attributes=frozenset(str(attribute) for attribute in fields["attributes"]),
    )  # fmt: skip
