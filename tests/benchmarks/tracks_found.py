"""How well an import followed people, by a MOT ground truth and py-motmetrics.

bolo import pets.bolo vtest.avi --detector yolox --detector-weights yolox_nano.onnx
python tests/benchmarks/tracks_found.py pets.bolo gt.txt

Boxes and true boxes are paired at an IoU of at least 0.5. Crops without a track are left out, and those that
share one only because they look alike. With --others the other trackers of the `trackers` package link the same boxes,
each with its own constants. Prints a Markdown table.
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

import motmetrics
import numpy as np
import supervision
import trackers

from engine.gallery.gallery import Gallery

FIGURES = ("idf1", "mota", "recall", "precision", "num_switches", "num_unique_objects")
OTHERS = ("SORTTracker", "ByteTrackTracker", "OCSORTTracker", "BoTSORTTracker", "CBIoUTracker")


def read_truth(path: Path) -> dict[int, list[tuple[float, ...]]]:
    """Return (id, x, y, w, h) of the people in each frame."""
    truth = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        frame, *person, counts = map(float, line.split(",")[:7])
        if counts == 1:
            truth[int(frame)].append(tuple(person))
    return truth


def measured(truth, found) -> dict[str, float]:
    """Compare (id, x, y, w, h) by frame with the truth."""
    accumulator = motmetrics.MOTAccumulator(auto_id=True)
    for frame in range(1, max(truth) + 1):
        people, boxes = truth.get(frame, []), found.get(frame, [])
        distances = distances_of(np.array(people), np.array(boxes)) if people and boxes else []
        accumulator.update([row[0] for row in people], [row[0] for row in boxes], distances)
    figures = motmetrics.metrics.create().compute(accumulator, metrics=list(FIGURES)).iloc[0]
    return {name: float(figures[name]) for name in FIGURES} | {
        "tracks": len({box[0] for boxes in found.values() for box in boxes})
    }


def distances_of(people, boxes) -> np.ndarray:
    """Return 1 − IoU, NaN where the IoU is below 0.5; motmetrics' own does not run with NumPy 2."""
    low = np.maximum(people[:, None, 1:3], boxes[None, :, 1:3])
    high = np.minimum((people[:, 1:3] + people[:, 3:])[:, None], (boxes[:, 1:3] + boxes[:, 3:])[None])
    common = np.clip(high - low, 0, None).prod(axis=2)
    areas = people[:, None, 3:].prod(axis=2) + boxes[None, :, 3:].prod(axis=2)
    iou = common / (areas - common)
    return np.where(iou >= 0.5, 1 - iou, np.nan)


def linked_by(name, crops) -> dict[int, list[tuple[float, ...]]]:
    """Link the crops' boxes by another tracker."""
    tracker, found = getattr(trackers, name)(), defaultdict(list)
    for frame in range(1, max(crops) + 1):
        boxes = np.array([(*row[1:5], row[5]) for row in crops.get(frame, [])]).reshape(-1, 5)
        corners = np.hstack([boxes[:, :2], boxes[:, :2] + boxes[:, 2:4]]).astype(np.float32)
        confidence = np.minimum(boxes[:, 4], 1).astype(np.float32)
        given = supervision.Detections(xyxy=corners, confidence=confidence, class_id=np.zeros(len(boxes), int))
        answer = tracker.update(given)
        for track, (left, top, right, bottom) in zip(answer.tracker_id, answer.xyxy, strict=True):
            if track >= 0:
                found[frame].append((track, left, top, right - left, bottom - top))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    parser.add_argument("truth", type=Path)
    parser.add_argument("--others", action="store_true")
    arguments = parser.parse_args()
    crops, stored = defaultdict(list), defaultdict(list)
    with Gallery.open(arguments.case, read_only=True) as gallery:
        alike = gallery.alike_tracks()
        for crop in gallery.iter_crops():
            row = (crop.track_id, crop.box.x, crop.box.y, crop.box.w, crop.box.h, crop.score)
            crops[crop.frame_number].append(row)
            if crop.track_id is not None and crop.track_id not in alike:
                stored[crop.frame_number].append(row[:5])
    truth = read_truth(arguments.truth)
    rows = {"as stored": measured(truth, stored)}
    if arguments.others:
        rows |= {name: measured(truth, linked_by(name, crops)) for name in OTHERS}
    columns = (*FIGURES, "tracks")
    sys.stdout.write(f"| | {' | '.join(columns)} |\n|{'---|' * (len(columns) + 1)}\n")
    for name, figures in rows.items():
        sys.stdout.write(f"| {name} | {' | '.join(f'{figures[column]:.3g}' for column in columns)} |\n")


if __name__ == "__main__":
    main()
