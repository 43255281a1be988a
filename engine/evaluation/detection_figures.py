"""How many people were found, and how many of the boxes are people: stored boxes against a MOT ground truth."""

import csv
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from engine.errors import DatasetError, MissingPathError, ShapeError
from engine.imaging.box import Box

MIN_IOU = 0.5


class BoxInFrame(Protocol):
    """A stored box and the frame it lies in, such as a crop's record."""

    @property
    def frame_number(self) -> int:
        """Return the 1-based number."""

    @property
    def box(self) -> Box:
        """Return the box in frame pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectionFigures:
    """Recall and precision over all frames together."""

    recall: float
    precision: float
    frames: int
    people: int  # true boxes
    detections: int
    hits: int

    def to_json(self) -> str:
        """Return the figures as one JSON object."""
        return json.dumps(asdict(self))


def detection_figures(
    crops: Iterable[BoxInFrame], truth_path: Path, frames: Collection[int] | None = None
) -> DetectionFigures:
    """Compare boxes with a MOT ground truth.

    In each frame a box and a true box are paired when their IoU is at least 0.5, one to one, best overlap first.

    Args:
        crops: the boxes found, of one video.
        truth_path: a MOT file, `frame, id, x, y, w, h, conf, …`; rows with conf = 1 count.
        frames: count these frames only; None counts every frame that the truth or a box names.

    Raises:
        MissingPathError: if there is no such file.
        DatasetError: if a row is no row of a MOT file.
    """
    truth = read_truth(truth_path)
    found: dict[int, list[Box]] = defaultdict(list)
    for crop in crops:
        found[crop.frame_number].append(crop.box)
    numbers = sorted(set(truth) | set(found) if frames is None else set(frames))
    pairs = [(found.get(number, []), truth.get(number, [])) for number in numbers]
    hits = sum(count_pairs(boxes, people) for boxes, people in pairs)
    detections = sum(len(boxes) for boxes, _ in pairs)
    people = sum(len(people) for _, people in pairs)
    return DetectionFigures(
        recall=hits / people if people else 0.0,
        precision=hits / detections if detections else 0.0,
        frames=len(numbers),
        people=people,
        detections=detections,
        hits=hits,
    )


def read_truth(path: Path) -> dict[int, list[Box]]:
    """Return the true boxes of each frame, from a MOT ground truth's rows with conf = 1."""
    if not path.is_file():
        raise MissingPathError(path)
    truth: dict[int, list[Box]] = defaultdict(list)
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    for line, row in enumerate(csv.reader(lines), start=1):
        try:
            number, box, counts = int(row[0]), Box(*map(float, row[2:6])), float(row[6]) == 1
        except (ValueError, IndexError, TypeError, ShapeError) as error:
            raise DatasetError(f"{path}, line {line} is no row of a MOT ground truth; give another file.") from error
        if counts:
            truth[number].append(box)
    return dict(truth)


def count_pairs(boxes: Sequence[Box], people: Sequence[Box]) -> int:
    """Return how many boxes pair with a true box, one to one, best overlap first."""
    overlaps = [(box.iou(person), row, column) for row, box in enumerate(boxes) for column, person in enumerate(people)]
    taken_rows: set[int] = set()
    taken_columns: set[int] = set()
    for overlap, row, column in sorted(overlaps, reverse=True):
        if overlap >= MIN_IOU and row not in taken_rows and column not in taken_columns:
            taken_rows.add(row)
            taken_columns.add(column)
    return len(taken_rows)
